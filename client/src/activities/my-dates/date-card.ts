import { html, nothing, type TemplateResult } from 'lit';
import type { Occurrence } from '../../api/shapes.js';
import { clockInWords, periodInWords } from '../../parts/date-words.js';
import { problemNotice } from '../../parts/problem-notice.js';
import { commonWords, houseWords } from '../../words/words.js';
import type { CancelState } from './cancel-flow.js';

const words = houseWords.dates;

export interface DateWishes {
  showInvitees: (occurrence: Occurrence) => void;
  ask: (occurrence: Occurrence) => void;
  keep: (occurrence: Occurrence) => void;
  cancel: (occurrence: Occurrence) => void;
}

export interface DateCard {
  occurrence: Occurrence;
  cancel: CancelState;
  wishes: DateWishes;
}

/** One date of the group with everything that can be done about it. */
export function dateCard(card: DateCard): TemplateResult {
  const { occurrence } = card;
  const planned = occurrence.state === 'planned';
  return html`<li class="card date-card ${occurrence.state}" id="date-${occurrence.id}">
    <h3>${periodInWords(occurrence)}</h3>
    <p>${words.facts(occurrence.room.name, occurrence.expectedParticipants)}</p>
    ${planned ? plannedActions(card) : html`<p><strong>${words.states[occurrence.state]}</strong></p>`}
  </li>`;
}

function plannedActions(card: DateCard): TemplateResult {
  const { occurrence, cancel } = card;
  const { opensAt } = occurrence.door;
  const open = Date.parse(opensAt) <= Date.now();
  return html`<p class="hint">${open ? words.doorOpen : words.doorOpens(clockInWords(opensAt))}</p>
    ${cancel.askingId === occurrence.id ? question(card) : buttons(card, open)}`;
}

function buttons({ occurrence, wishes }: DateCard, open: boolean): TemplateResult {
  const which = html`<span class="visually-hidden"> ${words.of(periodInWords(occurrence))}</span>`;
  return html`<div class="buttons">
    <a class="button ${open ? 'primary' : ''}" href=${occurrence.door.enterUrl} target="_blank" rel="noopener"
      >${words.enter}${which}<span class="visually-hidden"> (${commonWords.newWindow})</span></a
    >
    <button type="button" @click=${() => wishes.showInvitees(occurrence)}>${words.invite}${which}</button>
    <button type="button" class="ask-cancel" @click=${() => wishes.ask(occurrence)}>
      ${words.cancel}${which}
    </button>
  </div>`;
}

function question({ occurrence, cancel, wishes }: DateCard): TemplateResult {
  return html`<div class="warning question" role="group" aria-labelledby="question-${occurrence.id}">
    <p id="question-${occurrence.id}" tabindex="-1"><strong>${words.reallyCancel}</strong></p>
    <p>${words.cancelMeans}</p>
    ${cancel.problem ? problemNotice(cancel.problem) : nothing}
    <div class="buttons">
      <button type="button" class="danger" ?disabled=${cancel.busy} @click=${() => wishes.cancel(occurrence)}>
        ${words.yesCancel}
      </button>
      <button type="button" ?disabled=${cancel.busy} @click=${() => wishes.keep(occurrence)}>
        ${words.noKeep}
      </button>
    </div>
  </div>`;
}
