import { html, nothing, type TemplateResult } from 'lit';
import type { DayOfRooms } from '../../api/contact-points.js';
import type { Occurrence, Rules, Scope } from '../../api/shapes.js';
import { isChoosable } from '../../parts/choosable-days.js';
import { dayInWords, periodInWords } from '../../parts/date-words.js';
import type { Choice } from '../../parts/field.js';
import '../../parts/holiday-hint.js';
import { hearsInWords } from '../../parts/invitees/who-hears.js';
import { minutesOf, timeOf } from '../../parts/local-time.js';
import { problemNotice } from '../../parts/problem-notice.js';
import { scopeField } from '../../parts/scope-field.js';
import { seriesCard } from '../../parts/series/series-facts.js';
import { refusalNotice, tellsOfPause, type ClashNotice } from '../../parts/settling/clash-notice.js';
import { clashRows, progressInWords, type Settler } from '../../parts/settling/dated-rows.js';
import { openClashes } from '../../parts/settling/settling.js';
import { dateField, minutesField, roomChoice, roomField, timeField } from '../../parts/when-fields.js';
import { wishedDay, wishInWords, type WishedDay } from '../../parts/wished-day.js';
import { commonWords, houseWords } from '../../words/words.js';
import { dayWithout, differingDates, isUnchanged, type MoveDraft } from './move-draft.js';
import type { Moved, MoveState } from './move-flow.js';

const words = houseWords.move;

export interface MoveWishes extends Pick<Settler, 'choose' | 'takeBack'> {
  change: (draft: Partial<MoveDraft>) => void;
  chooseScope: (scope: Scope) => void;
  take: ClashNotice['take'];
  submit: (event?: Event) => void;
  toOpen: () => void;
  back: () => void;
  leave: () => void;
}

export interface MoveForm {
  state: MoveState;
  rules: Rules;
  /** The rooms of the chosen day, once they are known. */
  day: DayOfRooms | undefined;
  /** All dates of the series, once more than one of them is to move. */
  series: readonly Occurrence[];
}

/** How much of a series, and to when and where. */
export function formStep(form: MoveForm, wishes: MoveWishes): TemplateResult {
  const { state, rules, day } = form;
  const { occurrence, draft, scope, busy, clashes, problem } = state;
  const fields = { prefix: 'move', value: draft, rules, before: occurrence.date, change: wishes.change };
  const { room, isSeries } = occurrence;
  return html`<h1 tabindex="-1">${words.title}</h1>
    <form class="card" @submit=${wishes.submit}>
      ${refusalNotice({ clashes, problem, lead: words.insteadOf, busy, take: wishes.take })}
      <p>${words.now(periodInWords(occurrence), room.name)}</p>
      ${
        isSeries
          ? scopeField({ id: 'move-scope', label: words.scope, value: scope, onInput: wishes.chooseScope })
          : nothing
      }
      <div class="row">${dateField(fields)} ${timeField(fields)} ${minutesField(fields)}</div>
      <vh-holiday-hint .groupId=${occurrence.groupId} .chosen=${draft} .rules=${rules}></vh-holiday-hint>
      ${scope === 'one' ? nothing : whatMoves(form)}
      ${roomField(fields, roomOf(room, day), day?.rooms ?? [])}
      <p role="status" class="wish">${busy ? commonWords.loading : wishOf(form)}</p>
      <div class="buttons">
        <button class="big-button" ?disabled=${busy}>${words.submit}</button>
        <button type="button" @click=${wishes.leave}>${words.back}</button>
      </div>
    </form>`;
}

/** The room of the date, with its seats as the others as soon as they are known. */
function roomOf({ id, name }: Occurrence['room'], day: DayOfRooms | undefined): Choice {
  const known = day?.rooms.find((room) => room.id === id);
  return known ? roomChoice(known) : { value: id, label: name };
}

/** Which dates lose a time or room of their own is said before they do. */
function whatMoves({ state, series }: MoveForm): TemplateResult {
  const differing = differingDates(state, series);
  return html`<p class="hint">${words.shifts}</p>
    <div role="status">
      ${
        differing.length > 0
          ? html`<p>${words.differing}</p>
              <ul>
                ${differing.map((date) => html`<li>${periodInWords(date)}, ${date.room.name}</li>`)}
              </ul>`
          : nothing
      }
    </div>`;
}

function wishOf(form: MoveForm): unknown {
  const { draft, occurrence } = form.state;
  const wished = wishedOf(form);
  if (!wished || isUnchanged(draft, occurrence) || tellsOfPause(form.state)) return nothing;
  return isChoosable(draft.date, form.rules, occurrence.date) ? wishInWords(wished) : nothing;
}

/** The chosen day with all its rooms. */
export function wishedDayOf(form: MoveForm): unknown {
  const wished = wishedOf(form);
  return wished ? wishedDay(wished) : nothing;
}

// Of a series the other dates move as well: what they hold now says nothing.
function wishedOf({ state: { occurrence, draft, scope }, rules, day }: MoveForm): WishedDay | undefined {
  if (!day || scope !== 'one') return undefined;
  const { roomId } = draft;
  return {
    day: dayWithout(occurrence, day),
    wish: draft,
    roomId,
    people: occurrence.expectedParticipants,
    rules,
    held: occurrence,
  };
}

/** The clashing dates of a moved series, each with its ways out. */
export function settleStep({ state, day }: MoveForm, wishes: MoveWishes): TemplateResult {
  const { draft, settling, roomsNow, busy, problem } = state;
  const open = openClashes(settling).length;
  return html`<h1 tabindex="-1">${words.settleTitle}</h1>
    <p>${wishedInWords(draft, day)}</p>
    <p>${words.settleHint}</p>
    <p>${words.leavingOutMeans}</p>
    ${problem ? problemNotice(problem) : nothing} ${clashRows({ settling, roomsNow, ...wishes })}
    <p role="status" class="progress">${busy ? commonWords.loading : progressInWords(settling)}</p>
    <div class="buttons">
      ${
        open > 0
          ? html`<button type="button" class="big-button" @click=${wishes.toOpen}>
              ${houseWords.settling.toOpen(open)}
            </button>`
          : html`<button type="button" class="big-button" ?disabled=${busy} @click=${wishes.submit}>
              ${words.submitSettled}
            </button>`
      }
      <button type="button" ?disabled=${busy} @click=${wishes.back}>${words.change}</button>
    </div>`;
}

/** What was asked for, before what else is offered. */
function wishedInWords({ date, time, minutes, roomId }: MoveDraft, day: DayOfRooms | undefined): string {
  const span = commonWords.span(time, timeOf(minutesOf(time) + minutes));
  const room = day?.rooms.find(({ id }) => id === roomId)?.name ?? houseWords.when.chosenRoom;
  return houseWords.settling.wished(`${dayInWords(date)}, ${span}`, room);
}

export function doneStep({ moved, series, told, who }: Moved, { leave }: MoveWishes): TemplateResult {
  return html`<h1 tabindex="-1">${series ? words.doneSeriesTitle : words.doneTitle}</h1>
    <div class="ok">
      ${'occurrences' in moved ? nothing : html`<p>${periodInWords(moved)} · ${moved.room.name}</p>`}
      <p>${told === 'all' ? hearsInWords(who) : words.told[told]}</p>
    </div>
    ${'notice' in moved && moved.notice ? html`<p class="warning">${moved.notice}</p>` : nothing}
    ${series ? seriesCard(series) : nothing}
    <button type="button" class="big-button" @click=${leave}>${words.toDates}</button>`;
}
