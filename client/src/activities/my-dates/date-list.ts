import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { now } from '../../api/house-clock.js';
import type { Occurrence } from '../../api/shapes.js';
import { houseWords } from '../../words/words.js';
import { problemAt, type ActState } from './act-flow.js';
import { isGone } from './as-of-now.js';
import { dateCard, type DateWishes } from './date-card.js';
import { firstDates } from './first-dates.js';

const words = houseWords.dates;

interface CardList {
  dates: Occurrence[];
  act: ActState;
  wishes: DateWishes;
  /** Whether the group may use the house. */
  isActive: boolean;
}

export interface DateList extends CardList {
  /** What is said when none is ahead. */
  none: string;
  showsAll: boolean;
  /** With the first date that was hidden. */
  showAll: (from: Occurrence) => void;
}

/** A card for each of the dates, the first ones first; those that are gone for good are folded away below. */
export function dateList({ none, showsAll, showAll, ...list }: DateList): TemplateResult {
  const [gone, ahead] = partedByGone(list);
  const shown = showsAll ? ahead : firstDates(ahead);
  const next = ahead[shown.length];
  return html`${ahead.length > 0 ? cards(shown, list) : html`<p>${none}</p>`}
    ${
      next
        ? html`<button type="button" @click=${() => showAll(next)}>${words.more(ahead.length - shown.length)}</button>`
        : nothing
    }
    ${
      gone.length > 0
        ? html`<details class="gone">
            <summary>${words.gone(gone.length)}</summary>
            ${cards(gone, list)}
          </details>`
        : nothing
    }`;
}

/** What is just being said at a date stays in sight. */
function partedByGone({ dates, act }: CardList): [gone: Occurrence[], ahead: Occurrence[]] {
  const isAway = (date: Occurrence): boolean => isGone(date, now()) && !problemAt(act, date.id);
  return [dates.filter(isAway), dates.filter((date) => !isAway(date))];
}

function cards(shown: readonly Occurrence[], list: CardList): TemplateResult {
  return html`<ul class="dates">
    ${repeat(shown, idOf, (occurrence) => dateCard({ occurrence, ...list }))}
  </ul>`;
}

const idOf = ({ id }: Occurrence): string => id;
