import { html, nothing, type TemplateResult } from 'lit';
import { now } from '../../api/house-clock.js';
import type { Occurrence } from '../../api/shapes.js';
import { announcement } from '../../parts/announcement.js';
import { clockInWords } from '../../parts/date-words.js';
import { problemAbout } from '../../parts/problem-notice.js';
import { commonWords, houseWords } from '../../words/words.js';
import { askedAbout, doneAt, problemAt, type ActState, type Question } from './act-flow.js';
import { isRestorable, isRunning } from './as-of-now.js';
import { cancelQuestion, type CancelWishes } from './cancel-question.js';
import { changeRoomQuestion, type ChangeRoomWishes } from './change-room-question.js';
import { clashesAt, notFree, type NotFreeWishes } from './not-free.js';
import { refusedInWords } from './refused-in-words.js';
import { nameAmong } from './told-apart.js';
import { undoOffer, type UndoWishes } from './undo-offer.js';

const words = houseWords.dates;

export interface DateWishes extends CancelWishes, ChangeRoomWishes, NotFreeWishes, UndoWishes {
  showInvitees: (occurrence: Occurrence) => void;
  move: (occurrence: Occurrence) => void;
  ask: (occurrence: Occurrence, about: Question) => void;
  extend: (occurrence: Occurrence) => void;
  restore: (occurrence: Occurrence) => void;
}

export interface DateCard {
  occurrence: Occurrence;
  /** All that are listed. */
  dates: readonly Occurrence[];
  act: ActState;
  wishes: DateWishes;
  /** Whether the group may use the house: in a pause and after its end the door stays shut, and only cancelling works. */
  isActive: boolean;
}

/** One date of the group with everything that can be done about it. */
export function dateCard(card: DateCard): TemplateResult {
  const { occurrence, dates, act } = card;
  const done = doneAt(act, occurrence.id);
  return html`<li class="card date-card ${occurrence.state}" id="date-${occurrence.id}">
    <h3 tabindex="-1">${nameAmong(dates, occurrence)}</h3>
    ${done ? announcement(done) : nothing} ${undoOffer(card)}
    <p>${words.facts(occurrence.room.name, occurrence.expectedParticipants)}</p>
    ${occurrence.isSeries ? html`<p class="series">${words.series}</p>` : nothing}
    ${occurrence.state === 'planned' ? planned(card) : notPlanned(card)}
  </li>`;
}

function planned(card: DateCard): TemplateResult {
  const { occurrence, isActive } = card;
  const open = Date.parse(occurrence.door.opensAt) <= now();
  return html`${why(occurrence)}<p class="hint">${isActive ? door(occurrence, open) : words.doorShut}</p>
    ${question(card) ?? html`${problem(card)} ${isActive ? buttons(card, open) : buttonsAtRest(card)}`}`;
}

const door = ({ door: { opensAt } }: Occurrence, open: boolean): string =>
  open ? words.doorOpen : words.doorOpens(clockInWords(opensAt));

function question(card: DateCard): TemplateResult | undefined {
  const about = askedAbout(card.act, card.occurrence.id);
  if (about === 'cancel') return cancelQuestion(card);
  return about && changeRoomQuestion(card);
}

function buttons(card: DateCard, open: boolean): TemplateResult {
  const { occurrence, wishes } = card;
  const runs = isRunning(occurrence, now());
  return html`<div class="buttons">
    <a class="button ${open ? 'primary' : ''}" href=${occurrence.door.enterUrl} target="_blank" rel="noopener"
      >${words.enter}${which(card)}<span class="visually-hidden"> (${commonWords.newWindow})</span></a
    >
    ${runs ? button(card, words.extend, wishes.extend) : nothing}
    ${invitees(card, words.invite)}
    ${
      runs
        ? nothing
        : html`<button type="button" @click=${() => wishes.move(occurrence)}>
              ${words.move}${which(card)}
            </button>
            ${cancel(card)}`
    }
  </div>
  <button type="button" class="quiet ask-changeRoom" @click=${() => wishes.ask(occurrence, 'changeRoom')}>
    ${words.changeRoom}${which(card)}
  </button>`;
}

function buttonsAtRest(card: DateCard): TemplateResult {
  const runs = isRunning(card.occurrence, now());
  return html`<div class="buttons">${invitees(card, words.invitees)} ${runs ? nothing : cancel(card)}</div>`;
}

function invitees(card: DateCard, label: string): TemplateResult {
  return html`<button type="button" @click=${() => card.wishes.showInvitees(card.occurrence)}>
    ${label}${which(card)}
  </button>`;
}

function cancel(card: DateCard): TemplateResult {
  return html`<button type="button" class="ask-cancel" @click=${() => card.wishes.ask(card.occurrence, 'cancel')}>
    ${words.cancel}${which(card)}
  </button>`;
}

function notPlanned(card: DateCard): TemplateResult {
  const { occurrence, isActive, wishes } = card;
  const { state, reason, restorableUntil } = occurrence;
  if (state === 'leftOut')
    return html`<p><strong>${reason ? words.leftOut(reason) : words.states.leftOut}</strong></p>
      ${tried(card, words.takeUp, wishes.takeUp)}`;
  const said = html`<p><strong>${words.states[state]}</strong></p>
    ${why(occurrence)}`;
  if (!isActive || !restorableUntil || !isRestorable(occurrence, now()))
    return html`${said} ${problem(card)}`;
  return html`${said}
    <p class="hint">${words.restorable(clockInWords(restorableUntil))}</p>
    ${tried(card, words.restore, wishes.restore)}`;
}

/** What would let it take place after all, as long as nothing is known to stand in the way. */
function tried(card: DateCard, label: string, wish: (of: Occurrence) => void): TemplateResult {
  return html`${problem(card)}
  ${
    !card.isActive || clashesAt(card.act, card.occurrence.id).length > 0
      ? nothing
      : html`<div class="buttons">${button(card, label, wish)}</div>`
  }`;
}

function button(card: DateCard, label: string, wish: (of: Occurrence) => void): TemplateResult {
  return html`<button type="button" ?disabled=${card.act.busy} @click=${() => wish(card.occurrence)}>
    ${label}${which(card)}
  </button>`;
}

/** What a closure has changed about it. */
function why({ reason }: Occurrence): unknown {
  return reason ? html`<p>${reason}</p>` : nothing;
}

/** Why it did not go, at the date it is about. */
function problem({ occurrence, dates, act, wishes }: DateCard): unknown {
  const problem = problemAt(act, occurrence.id);
  if (!problem) return nothing;
  return clashesAt(act, occurrence.id).length > 0
    ? notFree(occurrence, { ...act, problem }, wishes)
    : problemAbout(nameAmong(dates, occurrence), refusedInWords(act, problem, occurrence));
}

const which = ({ occurrence, dates }: DateCard): TemplateResult =>
  html`<span class="visually-hidden"> ${words.of(nameAmong(dates, occurrence))}</span>`;
