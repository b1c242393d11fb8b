import { html, nothing, type TemplateResult } from 'lit';
import { now } from '../../api/house-clock.js';
import { clashesOf } from '../../api/problem.js';
import type { Clash, Occurrence, Scope } from '../../api/shapes.js';
import { periodInWords } from '../../parts/date-words.js';
import { problemNotice } from '../../parts/problem-notice.js';
import { keyOf, obstacleOf } from '../../parts/settling/settling.js';
import { houseWords } from '../../words/words.js';
import { isOfSeveral, type ActState } from './act-flow.js';
import { isRestorable } from './as-of-now.js';
import { refusedInWords } from './refused-in-words.js';

const words = houseWords.dates;

export interface UndoWishes {
  restoreSeveral: (occurrence: Occurrence, scope: Scope) => void;
  /** Takes those that are not free. */
  restoreOthers: (occurrence: Occurrence, taken: Clash[]) => void;
}

export interface UndoOffer {
  occurrence: Occurrence;
  act: ActState;
  /** All that are listed. */
  dates: readonly Occurrence[];
  /** Whether the group may use the house: else nothing is taken back. */
  isActive: boolean;
  wishes: UndoWishes;
}

/**
 * Takes back, at the date where it was pressed, that several were cancelled just now: a single date offers it by itself.
 * If some are not free any more, the others.
 */
export function undoOffer(offer: UndoOffer): unknown {
  const { occurrence, act, dates } = offer;
  const { undo } = act;
  if (undo?.id !== occurrence.id || undo.scope === 'one') return nothing;
  const several = othersOf(dates, occurrence, []);
  return html`<div class="undo">
    ${problem(act, occurrence)}
    ${undo.taken ? notAllFree(offer, undo.taken) : whole(offer, undo.scope, several)}
  </div>`;
}

function whole(
  { occurrence, act, isActive, wishes }: UndoOffer,
  scope: Scope,
  several: Occurrence[],
): unknown {
  return isActive && several.length > 1 && several.some((date) => isRestorable(date, now()))
    ? html`<p>${button(words.restoreSeveral(several.length), act.busy, () => wishes.restoreSeveral(occurrence, scope))}</p>`
    : nothing;
}

function notAllFree({ occurrence, act, dates, wishes }: UndoOffer, taken: Clash[]): TemplateResult {
  const others = othersOf(dates, occurrence, taken);
  return html`<div class="warning" role="alert" tabindex="-1">
    <p>${words.notFree}</p>
    <ul>
      ${taken.map((clash) => html`<li>${words.notFreeDate(periodInWords(clash), whyOf(clash))}</li>`)}
    </ul>
    <p>${words.nothingRestored}</p>
    ${
      others.length === 0
        ? html`<p>${words.seeWhatIsFree}</p>`
        : button(words.restoreOthers(others.length), act.busy, () => wishes.restoreOthers(occurrence, taken))
    }
  </div>`;
}

/** Those cancelled together, as the house sees it: the last time that any of the series were. */
export function othersOf(
  dates: readonly Occurrence[],
  { reservationId }: Pick<Occurrence, 'reservationId'>,
  taken: Pick<Clash, 'date' | 'seriesDate'>[],
): Occurrence[] {
  const cancelled = dates.filter((date) => date.reservationId === reservationId && date.restorableUntil);
  const [last] = cancelled
    .map(({ restorableUntil }) => restorableUntil ?? '')
    .sort()
    .slice(-1);
  const isTaken = (date: Occurrence): boolean => taken.some((clash) => keyOf(clash) === keyOf(date));
  return cancelled.filter((date) => date.restorableUntil === last && !isTaken(date));
}

/** What is about dates that are not free is said with them. */
function problem(act: ActState, occurrence: Occurrence): unknown {
  if (!act.problem || !isOfSeveral(act) || clashesOf(act.problem).length > 0) return nothing;
  return problemNotice(refusedInWords(act, act.problem, occurrence));
}

const whyOf = (clash: Clash): string => houseWords.settling.verdicts[obstacleOf(clash)];

const button = (label: string, busy: boolean, press: () => void): TemplateResult =>
  html`<button type="button" ?disabled=${busy} @click=${press}>${label}</button>`;
