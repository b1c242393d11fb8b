import { html, nothing, type TemplateResult } from 'lit';
import type { Occurrence } from '../../api/shapes.js';
import { clockInWords, periodInWords } from '../../parts/date-words.js';
import { invitedNotice } from '../../parts/invitees/invited-notice.js';
import '../../parts/invitees/invitee-form.js';
import '../../parts/invitees/invitee-list.js';
import { typedQuestion } from '../../parts/invitees/typed-question.js';
import { exceptionsOfSeries, seriesCard } from '../../parts/series/series-facts.js';
import { houseWords } from '../../words/words.js';
import type { BookedStep } from './reserve-flow.js';

const words = houseWords.reserve;

/** Wer? The room is already reserved; inviting is an offer. */
export function whoStep(state: BookedStep, wishes: WhoWishes): TemplateResult {
  const { occurrence, series } = state;
  return html`<h1 tabindex="-1">${words.whoTitle}</h1>
    <div class="ok">
      <p><strong>${series ? words.reservedDates(series.planned.length) : words.reserved}</strong></p>
      <p>${series ? series.inWords : periodInWords(occurrence)} · ${(series ?? occurrence).room.name}</p>
      ${series ? exceptionsOfSeries({ series, title: (text) => html`<p>${text}:</p>` }) : nothing}
    </div>
    ${notice(state)} ${invitedNotice(state)}
    <section class="card">
      <vh-invitee-form
        .occurrence=${occurrence}
        @vh-invited=${({ detail }: HTMLElementEventMap['vh-invited']) => wishes.invited(detail)}
        @vh-typed=${({ detail }: HTMLElementEventMap['vh-typed']) => wishes.typed(detail.count)}
        @vh-sending=${({ detail }: HTMLElementEventMap['vh-sending']) => wishes.sending(detail)}
      ></vh-invitee-form>
      ${state.asks ? typedQuestion(state, wishes.nobody) : nobodyButton(state, wishes.nobody)}
    </section>`;
}

export interface WhoWishes {
  invited: (detail: HTMLElementEventMap['vh-invited']['detail']) => void;
  typed: (count: number) => void;
  sending: (detail: HTMLElementEventMap['vh-sending']['detail']) => void;
  nobody: () => void;
}

/** While addresses are being sent, nobody can be told that no one is invited. */
const nobodyButton = ({ sending }: BookedStep, nobody: () => void): TemplateResult =>
  html`<p class="alternative">
    <button type="button" ?disabled=${sending} @click=${nobody}>${words.nobody}</button>
  </p>`;

/** Fertig: what happens next, and to whom the mails go. */
export function doneStep(state: BookedStep, leave: DoneWishes): TemplateResult {
  const { occurrence, series, invited, lost, notKept } = state;
  return html`<h1 tabindex="-1">
      ${series ? words.doneSeriesTitle(series.planned.length) : words.doneTitle}
    </h1>
    ${notKept ? invitedNotice(state) : nothing}
    ${series ? seriesCard(series) : dateCard(occurrence)}
    ${notice(state)}
    <section class="card">
      <h2>${words.next}</h2>
      <ul>
        ${hasMail(state)}
        <li>${doorInWords(state)}</li>
        <li>${words.nextEnter}</li>
      </ul>
    </section>
    ${invited > 0 || lost ? invitees(occurrence) : nothing}
    <div class="buttons">
      <button type="button" class="big-button" @click=${leave.toDates}>${words.toDates}</button>
      <button type="button" @click=${leave.another}>${words.another}</button>
    </div>`;
}

/** Whether anybody is invited is not known while an answer is missing: the list tells. */
function hasMail({ invited, lost }: BookedStep): unknown {
  if (invited > 0) return html`<li>${words.nextMail}</li>`;
  return lost ? nothing : html`<li>${words.nobodyYet}</li>`;
}

export interface DoneWishes {
  toDates: () => void;
  another: () => void;
}

function dateCard(occurrence: Occurrence): TemplateResult {
  return html`<section class="card">
    <dl class="facts">
      <dt>${words.when}</dt>
      <dd>${periodInWords(occurrence)}</dd>
      <dt>${houseWords.when.room}</dt>
      <dd>${occurrence.room.name}</dd>
    </dl>
  </section>`;
}

function doorInWords({ occurrence, series }: BookedStep): string {
  const { door, startsAt } = occurrence;
  if (!series) return words.nextDoor(clockInWords(door.opensAt));
  return words.nextDoors(Math.round((Date.parse(startsAt) - Date.parse(door.opensAt)) / 60_000));
}

function invitees(occurrence: Occurrence): TemplateResult {
  return html`<section class="card">
    <h2>${houseWords.invite.title}</h2>
    <vh-invitee-list .occurrence=${occurrence}></vh-invitee-list>
  </section>`;
}

function notice(state: BookedStep): unknown {
  return state.notice ? html`<p class="warning">${state.notice}</p>` : nothing;
}
