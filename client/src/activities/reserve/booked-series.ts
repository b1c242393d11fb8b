import { html, nothing, type TemplateResult } from 'lit';
import { dayInWords, listInWords, periodInWords } from '../../parts/date-words.js';
import { houseWords } from '../../words/words.js';
import type { BookedSeries } from './reserve-flow.js';

const words = houseWords.reserve;

export function seriesFacts({ inWords, planned }: BookedSeries): TemplateResult {
  const [first] = planned;
  const last = planned.at(-1);
  const rooms = [...new Set(planned.map(({ room }) => room.name))];
  return html`<dt>${words.series}</dt>
    <dd>${inWords}</dd>
    <dt>${words.firstDate}</dt>
    <dd>${first ? periodInWords(first) : nothing}</dd>
    <dt>${words.lastDate}</dt>
    <dd>${last ? periodInWords(last) : nothing}</dd>
    <dt>${words.rooms(rooms.length)}</dt>
    <dd>${listInWords(rooms)}</dd>`;
}

export function leftOutDates({ leftOut }: BookedSeries): unknown {
  if (leftOut.length === 0) return nothing;
  return html`<h2>${words.leftOut(leftOut.length)}</h2>
    <ul>
      ${leftOut.map(
        ({ date, reason }) =>
          html`<li>${dayInWords(date)}${reason ? html`<br /><span class="hint">${reason}</span>` : nothing}</li>`,
      )}
    </ul>
    <p class="hint">${words.leftOutHint}</p>`;
}
