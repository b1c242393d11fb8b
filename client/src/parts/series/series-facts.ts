import { html, nothing, type TemplateResult } from 'lit';
import type { Occurrence } from '../../api/shapes.js';
import { houseWords } from '../../words/words.js';
import { dayInWords, periodInWords } from '../date-words.js';
import type { SeriesInAll } from './series-in-all.js';

const words = houseWords.series;

/** A card with what has become of a series: what holds for most dates, what does not, and every single one to look up. */
export function seriesCard(series: SeriesInAll): TemplateResult {
  const { leftOut, planned } = series;
  return html`<section class="card">
    <dl class="facts">${seriesFacts(series)}</dl>
    ${exceptionsOfSeries({ series, title: (text) => html`<h2>${text}</h2>` })}
    ${leftOut.length > 0 ? html`<p class="hint">${words.leftOutHint}</p>` : nothing}
    ${
      planned.length > 1
        ? html`<details>
            <summary>${words.allDates}</summary>
            ${list(planned.map(whole))}
          </details>`
        : nothing
    }
  </section>`;
}

function seriesFacts({ inWords, room, planned }: SeriesInAll): TemplateResult {
  const [first] = planned;
  const [last] = planned.slice(-1);
  return html`<dt>${words.series}</dt>
    <dd>${inWords}</dd>
    <dt>${words.firstDate}</dt>
    <dd>${first ? dayInWords(first.date) : nothing}</dd>
    <dt>${words.lastDate}</dt>
    <dd>${last ? dayInWords(last.date) : nothing}</dd>
    <dt>${houseWords.when.room}</dt>
    <dd>${room.name}</dd>`;
}

export interface ExceptionsOfSeries {
  series: SeriesInAll;
  /** Shows the title of a list. */
  title: (text: string) => TemplateResult;
}

/** Each date that is not like the others, and each that does not take place. */
export function exceptionsOfSeries({ series, title }: ExceptionsOfSeries): TemplateResult {
  const { differing, leftOut } = series;
  return html`${differing.length > 0 ? [title(words.differing), list(differing.map(whole))] : nothing}
  ${leftOut.length > 0 ? [title(words.leftOut(leftOut.length)), list(leftOut.map(leftOutDate))] : nothing}`;
}

const list = (items: TemplateResult[]): TemplateResult =>
  html`<ul>
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`;

const whole = (date: Occurrence): TemplateResult => html`${periodInWords(date)}, ${date.room.name}`;

const leftOutDate = ({ date, reason }: Occurrence): TemplateResult =>
  html`${dayInWords(date)}${reason ? html`<br /><span class="hint">${reason}</span>` : nothing}`;
