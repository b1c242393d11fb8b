import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Occurrence } from '../../api/shapes.js';
import { houseWords } from '../../words/words.js';
import type { ActState } from './act-flow.js';
import { dateCard, type DateWishes } from './date-card.js';

const words = houseWords.dates;

/** More cards than this at once hide what comes below them. */
const FIRST_DATES = 8;

export interface DateList {
  dates: Occurrence[];
  act: ActState;
  wishes: DateWishes;
  showsAll: boolean;
  /** With the first date that was hidden. */
  showAll: (from: Occurrence) => void;
}

/** A card for each of the dates, the first ones first. */
export function dateList({ dates, act, wishes, showsAll, showAll }: DateList): TemplateResult {
  const shown = showsAll ? dates : dates.slice(0, FIRST_DATES);
  const next = dates[shown.length];
  return html`<ul class="dates">
      ${repeat(shown, idOf, (occurrence) => dateCard({ occurrence, dates, wishes, act }))}
    </ul>
    ${
      next
        ? html`<button type="button" @click=${() => showAll(next)}>${words.more(dates.length - shown.length)}</button>`
        : nothing
    }`;
}

const idOf = ({ id }: Occurrence): string => id;
