import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Alternative, Clash, PreviewDate } from '../../api/shapes.js';
import { commonWords, houseWords } from '../../words/words.js';
import { dayInWords } from '../date-words.js';
import { wayOutInWords } from './clash-notice.js';
import {
  choiceOf,
  insteadOf,
  isLeftOut,
  keyOf,
  nameOf,
  obstacleOf,
  openClashes,
  roomForAll,
  spanOf,
  type Choice,
  type Settling,
} from './settling.js';
import { waysOut } from './ways-out.js';

const words = houseWords.settling;

export interface Settler {
  settling: Settling;
  /** Where dates that exist are held now: the id of the room, under the key of the date. */
  roomsNow?: Readonly<Record<string, string>>;
  choose: (choices: Choice[]) => void;
  /** Takes the key of a date. */
  takeBack: (key: string) => void;
}

/**
 * Where the focus goes after a choice: the buttons of a settled date are gone, the one that takes it back is there
 * instead.
 */
export function placeAfter([first, ...others]: Choice[]): string {
  return first && others.length === 0 ? placeOf(keyOf(first)) : CLASHES_TITLE;
}

export const CLASHES_TITLE = '#clashes-title';

export const placeOf = (key: string): string => `#dated-${key} button`;

/** Every date that clashes or did, each with its ways out or with what was chosen. */
export function clashRows(settler: Settler): TemplateResult | typeof nothing {
  const rows = Object.values(settler.settling.clashes);
  if (rows.length === 0) return nothing;
  const open = openClashes(settler.settling);
  return html`<section class="card clashes ${open.length > 0 ? 'open' : ''}" aria-labelledby="clashes-title">
    <h2 id="clashes-title" tabindex="-1">
      ${open.length > 0 ? words.decide(open.length) : words.decided}
    </h2>
    ${open.length > 0 ? html`<p>${words.decideHow(open.length)}</p>` : nothing} ${forAll(settler, open)}
    <ul class="dated">
      ${repeat(rows, keyOf, (clash) => clashRow(settler, clash))}
    </ul>
  </section>`;
}

/** How far the settling is, for screen readers too. */
export function progressInWords(settling: Settling): string {
  if (Object.keys(settling.clashes).length === 0) return '';
  const open = openClashes(settling).length;
  return open > 0 ? words.open(open) : words.noneOpen;
}

function forAll({ choose }: Settler, open: Clash[]): unknown {
  if (open.length < 2) return nothing;
  const room = roomForAll(open);
  const leaveOut = (): void => choose(open.map(leaveOutOf));
  return html`<div class="buttons">
    ${
      room
        ? html`<button type="button" @click=${() => choose(open.map((date) => choiceOf(date, room)))}>
            ${words.roomForAll(room.roomName)}
          </button>`
        : nothing
    }
    <button type="button" @click=${leaveOut}>${words.leaveOutAll}</button>
  </div>`;
}

function clashRow(settler: Settler, clash: Clash): TemplateResult {
  const key = keyOf(clash);
  const choice = settler.settling.choices[key];
  return html`<li id="dated-${key}">
    <p><strong>${dayInWords(clash.date)}</strong></p>
    ${choice ? settled(settler, clash, choice) : unsettled(settler, clash)}
  </li>`;
}

function unsettled(settler: Settler, clash: Clash): TemplateResult {
  return html`${clash.timeFault ? nothing : html`<p>${timesOf(clash)}</p>`} ${holiday(clash)}
    <p class="no">${verdictOf(clash)}</p>
    ${waysOut(clash).length === 0 ? html`<p>${words.nothingElse}</p>` : nothing} ${ways(settler, clash)}`;
}

const verdictOf = (clash: Clash): string => words.shortVerdicts[obstacleOf(clash)];

function ways({ choose, roomsNow }: Settler, clash: Clash): TemplateResult {
  const button = (choice: Choice, label: string): TemplateResult =>
    html`<button type="button" @click=${() => choose([choice])}>${label}${which(clash.date)}</button>`;
  return html`<div class="buttons">
    ${waysOut(clash).map((alternative) => button(choiceOf(clash, alternative), wayInWords(clash, alternative, roomsNow)))}
    ${button(leaveOutOf(clash), words.leaveOut)}
  </div>`;
}

function wayInWords(clash: Clash, alternative: Alternative, roomsNow: Settler['roomsNow']): string {
  return 'roomId' in alternative && roomsNow?.[keyOf(clash)] === alternative.roomId
    ? words.keepRoom(alternative.roomName)
    : wayOutInWords(alternative);
}

const leaveOutOf = (clash: Clash): Choice => ({ ...nameOf(clash), choose: 'leaveOut' });

function insteadInWords(clash: Clash, choice: Choice, { settling, roomsNow }: Settler): string {
  const { from, to, room } = insteadOf(clash, settling);
  const isKept = 'roomId' in choice && roomsNow?.[keyOf(clash)] === choice.roomId;
  const where = room && (isKept ? words.sameRoom(room) : room);
  return `${commonWords.span(from, to)}${where ? ` · ${where}` : ''}`;
}

/** What was decided comes first; what was wished stays below, to think again. */
function settled(settler: Settler, clash: Clash, choice: Choice): TemplateResult {
  return html`<div class="settled">
    <div class="what">
      ${
        isLeftOut(choice)
          ? html`<p><strong>${words.leftOut}</strong></p>`
          : html`<p class="yes">${insteadInWords(clash, choice, settler)}</p>`
      }
      ${holiday(clash)}
      <p class="hint">
        ${clash.timeFault ? verdictOf(clash) : words.wished(timesOf(clash), verdictOf(clash))}
      </p>
    </div>
    <button type="button" @click=${() => settler.takeBack(keyOf(clash))}>${words.takeBack}${which(clash.date)}</button>
  </div>`;
}

export const freeDates = ({ dates, clashes }: Settling): PreviewDate[] =>
  dates.filter((date) => !clashes[keyOf(date)]);

/** The dates that go as wished; each can be left out. */
export function freeRows(settler: Settler): TemplateResult {
  const rows = freeDates(settler.settling);
  return html`<ul class="dated free">
    ${repeat(rows, keyOf, (row) => freeRow(settler, row))}
  </ul>`;
}

function freeRow({ settling, choose, takeBack }: Settler, row: PreviewDate): TemplateResult {
  const { date, room } = row;
  const key = keyOf(row);
  const out = isLeftOut(settling.choices[key]);
  const toggle = (): void => {
    if (out) takeBack(key);
    else choose([{ ...nameOf(row), choose: 'skip' }]);
  };
  return html`<li id="dated-${key}" class=${out ? 'out' : ''}>
    <div class="what">
      <p><strong>${dayInWords(date)}</strong></p>
      <p>${timesOf(row)}${room ? ` · ${room.name}` : nothing}</p>
      ${holiday(row)}
    </div>
    <div class="verdict">
      <p class=${out ? 'hint' : 'yes'}>${out ? words.leftOut : words.shortVerdicts.free}</p>
      <button type="button" @click=${toggle}>${out ? words.keep : words.leaveOut}${which(date)}</button>
    </div>
  </li>`;
}

const which = (date: string): TemplateResult =>
  html`<span class="visually-hidden"> ${houseWords.dates.of(dayInWords(date))}</span>`;

const holiday = (row: PreviewDate): unknown =>
  row.holiday ? html`<p class="holiday">${words.holiday(row.holiday)}</p>` : nothing;

function timesOf(date: PreviewDate): string {
  const { from, to } = spanOf(date);
  return commonWords.span(from, to);
}
