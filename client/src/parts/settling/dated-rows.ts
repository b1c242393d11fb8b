import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Clash, PreviewDate } from '../../api/shapes.js';
import { commonWords, houseWords } from '../../words/words.js';
import { dayInWords } from '../date-words.js';
import { wallTimeOf } from '../local-time.js';
import { wayOutInWords } from './clash-notice.js';
import {
  choiceOf,
  isLeftOut,
  openClashes,
  roomForAll,
  roomsOf,
  type Choice,
  type Settling,
} from './settling.js';
import { waysOut } from './ways-out.js';

const words = houseWords.settling;

export interface Settler {
  settling: Settling;
  choose: (choices: Choice[]) => void;
  takeBack: (date: string) => void;
}

/** Every date that clashes or did, each with its ways out or with what was chosen. */
export function clashRows(settler: Settler): TemplateResult | typeof nothing {
  const rows = Object.values(settler.settling.clashes);
  if (rows.length === 0) return nothing;
  const open = openClashes(settler.settling);
  return html`<section class="card clashes ${open.length > 0 ? 'open' : ''}" aria-labelledby="clashes-title">
    <h2 id="clashes-title" tabindex="-1">
      ${open.length > 0 ? words.decide(open.length) : words.decided}
    </h2>
    ${open.length > 0 ? html`<p>${words.decideHow}</p>` : nothing} ${forAll(settler, open)}
    <ul class="dated">
      ${repeat(rows, dateOf, (clash) => clashRow(settler, clash))}
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
  const leaveOut = (): void => choose(open.map(({ date }) => ({ date, choose: 'leaveOut' })));
  return html`<div class="buttons">
    ${
      room
        ? html`<button type="button" @click=${() => choose(open.map(({ date }) => choiceOf(date, room)))}>
            ${words.roomForAll(room.roomName)}
          </button>`
        : nothing
    }
    <button type="button" @click=${leaveOut}>${words.leaveOutAll}</button>
  </div>`;
}

function clashRow(settler: Settler, clash: Clash): TemplateResult {
  const choice = settler.settling.choices[clash.date];
  return html`<li id="dated-${clash.date}">
    <p><strong>${dayInWords(clash.date)}</strong></p>
    <p>${spanOf(clash)}</p>
    ${holiday(clash)}
    <p class="no">${words.shortVerdicts[clash.quotaFault ?? clash.verdict]}</p>
    ${choice ? settled(settler, clash, choice) : ways(settler, clash)}
  </li>`;
}

function ways({ choose }: Settler, clash: Clash): TemplateResult {
  const { date } = clash;
  const button = (choice: Choice, label: string): TemplateResult =>
    html`<button type="button" @click=${() => choose([choice])}>${label}${which(date)}</button>`;
  return html`<div class="buttons">
    ${waysOut(clash).map((alternative) => button(choiceOf(date, alternative), wayOutInWords(alternative)))}
    ${button({ date, choose: 'leaveOut' }, words.leaveOut)}
  </div>`;
}

function settled({ takeBack }: Settler, clash: Clash, choice: Choice): TemplateResult {
  return html`<div class="settled">
    <p class="yes">${choiceInWords(clash, choice)}</p>
    <button type="button" @click=${() => takeBack(clash.date)}>${words.takeBack}${which(clash.date)}</button>
  </div>`;
}

function choiceInWords(clash: Clash, choice: Choice): string {
  if (choice.choose === 'otherTime') return words.otherTime(choice.time);
  if (choice.choose !== 'otherRoom') return words.leftOut;
  return words.otherRoom(roomsOf(clash).find(({ roomId }) => roomId === choice.roomId)?.roomName ?? '');
}

/** The dates that go as wished; each can be left out. */
export function freeRows(settler: Settler): TemplateResult {
  const { dates, clashes } = settler.settling;
  const rows = dates.filter(({ date }) => !clashes[date]);
  return html`<ul class="dated free">
    ${repeat(rows, dateOf, (row) => freeRow(settler, row))}
  </ul>`;
}

function freeRow({ settling, choose, takeBack }: Settler, row: PreviewDate): TemplateResult {
  const { date, room } = row;
  const out = isLeftOut(settling.choices[date]);
  const toggle = (): void => {
    if (out) takeBack(date);
    else choose([{ date, choose: 'skip' }]);
  };
  return html`<li id="dated-${date}" class=${out ? 'out' : ''}>
    <div class="what">
      <p><strong>${dayInWords(date)}</strong></p>
      <p>${spanOf(row)}${room ? ` · ${room.name}` : nothing}</p>
      ${holiday(row)}
    </div>
    <div class="verdict">
      <p class=${out ? 'hint' : 'yes'}>${out ? words.leftOut : words.shortVerdicts.free}</p>
      <button type="button" @click=${toggle}>${out ? words.keep : words.leaveOut}${which(date)}</button>
    </div>
  </li>`;
}

// Rows are told apart by their date, so that the focus stays on its date when another row comes or goes.
const dateOf = ({ date }: PreviewDate): string => date;

const which = (date: string): TemplateResult =>
  html`<span class="visually-hidden"> ${houseWords.dates.of(dayInWords(date))}</span>`;

const holiday = (row: PreviewDate): unknown =>
  row.holiday ? html`<p class="holiday">${words.holiday(row.holiday)}</p>` : nothing;

const spanOf = ({ startsAt, endsAt }: PreviewDate): string =>
  commonWords.span(wallTimeOf(startsAt).time, wallTimeOf(endsAt).time);
