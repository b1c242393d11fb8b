import { html, nothing, type TemplateResult } from 'lit';
import { clashesOf } from '../../api/problem.js';
import type { Alternative, Clash, Occurrence } from '../../api/shapes.js';
import { clockInWords, periodInWords } from '../../parts/date-words.js';
import { problemNotice } from '../../parts/problem-notice.js';
import { clashNotice } from '../../parts/settling/clash-notice.js';
import { commonWords, houseWords } from '../../words/words.js';
import { askedAbout, type ActState, type Question } from './act-flow.js';
import { isRunning } from './as-of-now.js';
import { cancelQuestion, type CancelWishes } from './cancel-question.js';
import { changeRoomQuestion, type ChangeRoomWishes } from './change-room-question.js';
import { refusedInWords } from './refused-in-words.js';

const words = houseWords.dates;

export interface DateWishes extends CancelWishes, ChangeRoomWishes {
  showInvitees: (occurrence: Occurrence) => void;
  move: (occurrence: Occurrence) => void;
  ask: (occurrence: Occurrence, about: Question) => void;
  extend: (occurrence: Occurrence) => void;
  restore: (occurrence: Occurrence) => void;
  takeUp: (occurrence: Occurrence, alternative?: Alternative) => void;
}

export interface DateCard {
  occurrence: Occurrence;
  /** All that are listed. */
  dates: readonly Occurrence[];
  act: ActState;
  wishes: DateWishes;
}

/** One date of the group with everything that can be done about it. */
export function dateCard(card: DateCard): TemplateResult {
  const { occurrence } = card;
  return html`<li class="card date-card ${occurrence.state}" id="date-${occurrence.id}">
    <h3 tabindex="-1">${periodInWords(occurrence)}</h3>
    <p>${words.facts(occurrence.room.name, occurrence.expectedParticipants)}</p>
    ${occurrence.isSeries ? html`<p class="series">${words.series}</p>` : nothing}
    ${occurrence.state === 'planned' ? planned(card) : notPlanned(card)}
  </li>`;
}

function planned(card: DateCard): TemplateResult {
  const { occurrence } = card;
  const { opensAt } = occurrence.door;
  const open = Date.parse(opensAt) <= Date.now();
  return html`${why(occurrence)}<p class="hint">${open ? words.doorOpen : words.doorOpens(clockInWords(opensAt))}</p>
    ${question(card) ?? html`${problem(card)} ${buttons(card, open)}`}`;
}

function question(card: DateCard): TemplateResult | undefined {
  const { occurrence, act, wishes } = card;
  const about = askedAbout(act, occurrence.id);
  if (about === 'cancel') return cancelQuestion(card);
  return about && changeRoomQuestion(occurrence, act, wishes);
}

function buttons(card: DateCard, open: boolean): TemplateResult {
  const { occurrence, wishes } = card;
  const runs = isRunning(occurrence, Date.now());
  return html`<div class="buttons">
    <a class="button ${open ? 'primary' : ''}" href=${occurrence.door.enterUrl} target="_blank" rel="noopener"
      >${words.enter}${which(occurrence)}<span class="visually-hidden"> (${commonWords.newWindow})</span></a
    >
    ${runs ? button(card, words.extend, wishes.extend) : nothing}
    <button type="button" @click=${() => wishes.showInvitees(occurrence)}>
      ${words.invite}${which(occurrence)}
    </button>
    ${
      runs
        ? nothing
        : html`<button type="button" @click=${() => wishes.move(occurrence)}>
              ${words.move}${which(occurrence)}
            </button>
            <button type="button" class="ask-cancel" @click=${() => wishes.ask(occurrence, 'cancel')}>
              ${words.cancel}${which(occurrence)}
            </button>`
    }
  </div>
  <button type="button" class="quiet ask-changeRoom" @click=${() => wishes.ask(occurrence, 'changeRoom')}>
    ${words.changeRoom}${which(occurrence)}
  </button>`;
}

function notPlanned(card: DateCard): TemplateResult {
  const { occurrence, wishes } = card;
  const { state, reason, restorableUntil } = occurrence;
  if (state === 'leftOut')
    return html`<p><strong>${reason ? words.leftOut(reason) : words.states.leftOut}</strong></p>
      ${problem(card)}
      ${takeUpClashes(card).length > 0 ? nothing : html`<div class="buttons">${button(card, words.takeUp, wishes.takeUp)}</div>`}`;
  const said = html`<p><strong>${words.states[state]}</strong></p>
    ${why(occurrence)}`;
  if (!restorableUntil || Date.parse(restorableUntil) <= Date.now()) return html`${said} ${problem(card)}`;
  return html`${said}
    <p class="hint">${words.restorable(clockInWords(restorableUntil))}</p>
    ${problem(card)}
    <div class="buttons">${button(card, words.restore, wishes.restore)}</div>`;
}

function button(
  { occurrence, act }: DateCard,
  label: string,
  wish: (of: Occurrence) => void,
): TemplateResult {
  return html`<button type="button" ?disabled=${act.busy} @click=${() => wish(occurrence)}>
    ${label}${which(occurrence)}
  </button>`;
}

/** What a closure has changed about it. */
function why({ reason }: Occurrence): unknown {
  return reason ? html`<p>${reason}</p>` : nothing;
}

/** Why it did not go, at the date it is about. */
function problem(card: DateCard): unknown {
  const { occurrence, act, wishes } = card;
  if (!act.problem || act.id !== occurrence.id) return nothing;
  const clashes = takeUpClashes(card);
  if (clashes.length === 0) return problemNotice(refusedInWords(act, act.problem, occurrence));
  const take = (alternative: Alternative): void => wishes.takeUp(occurrence, alternative);
  return clashNotice({ clashes, lead: words.takeUpInstead, busy: act.busy, take });
}

/** Only a date that is taken up again can go to another room or time at once. */
function takeUpClashes({ occurrence, act }: DateCard): Clash[] {
  if (!act.problem || act.act !== 'takeUp' || act.id !== occurrence.id) return [];
  return clashesOf(act.problem).filter(({ alternatives }) => alternatives.length > 0);
}

const which = (occurrence: Occurrence): TemplateResult =>
  html`<span class="visually-hidden"> ${words.of(periodInWords(occurrence))}</span>`;
