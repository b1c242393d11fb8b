import { html, nothing, type TemplateResult } from 'lit';
import type { Occurrence } from '../../api/shapes.js';
import { dayInWords, periodInWords } from '../../parts/date-words.js';
import { houseWords } from '../../words/words.js';
import type { BookedSeries } from './booked-series.js';

const words = houseWords.reserve;

/** What holds for most dates of a series. */
export function seriesFacts({ inWords, room, planned }: BookedSeries): TemplateResult {
  const [first] = planned;
  const last = planned.at(-1);
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
  series: BookedSeries;
  /** Shows the title of a list. */
  title: (text: string) => TemplateResult;
}

/** Each date that is not like the others, and each that does not take place. */
export function exceptionsOfSeries({ series, title }: ExceptionsOfSeries): TemplateResult {
  const { differing, leftOut } = series;
  return html`${differing.length > 0 ? [title(words.differing), list(differing.map(differingDate))] : nothing}
  ${leftOut.length > 0 ? [title(words.leftOut(leftOut.length)), list(leftOut.map(leftOutDate))] : nothing}`;
}

const list = (items: TemplateResult[]): TemplateResult =>
  html`<ul>
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`;

const differingDate = (date: Occurrence): TemplateResult => html`${periodInWords(date)}, ${date.room.name}`;

const leftOutDate = ({ date, reason }: Occurrence): TemplateResult =>
  html`${dayInWords(date)}${reason ? html`<br /><span class="hint">${reason}</span>` : nothing}`;
