import type { PageHost } from '../contact-points/page-host.reader.js';
import { NotFound, type DomainError } from '../kernel/domain-error.js';
import { RESTORE_MINUTES } from '../kernel/house-rules.js';
import {
  dayInWords,
  rangeInWords,
  settle,
  startOfDay,
  timeInWords,
  wallTimeOf,
} from '../kernel/local-time.js';
import { rangeBetween } from '../kernel/time-range.js';
import type { Wording } from '../kernel/wording.js';
import { html, inLines, inWordsOr, type Html } from '../platform/http/html.js';
import type { Page } from '../platform/http/page.js';
import type { Outcome, Target } from './act-from-mail.js';
import type { ActRequest } from './act-from-mail.requests.js';
import { refusalInWords } from './act-refusals.js';
import type { MailedDate } from './mailed-dates.reader.js';
import { RoomAlreadyTaken } from './reservations.errors.js';
import type { JudgedDateView } from './reservations.views.js';
import type { ActWords } from './words/act-words.js';
import { actWordsOf } from './words/all-wordings.js';

/** What stands in the two fields of a move. */
type Typed = Pick<ActRequest, 'date' | 'time'>;

/** What a representative sees who opens the link of a mail: the date, and what can be done about it. */
export function actPage(mailed: MailedDate): Page {
  const { title } = wordsOf(mailed);
  return pageOf(mailed, html`<h1>${title}</h1>${dateCard(mailed)} ${choices(mailed, standing(mailed))}`);
}

export function outcomePage(mailed: MailedDate, outcome: Outcome): Page {
  switch (outcome.kind) {
    case 'kept':
      return pageOf(mailed, kept(mailed));
    case 'asked':
      return pageOf(mailed, outcome.to ? askMove(mailed, outcome, outcome.to) : askCancel(mailed, outcome));
    case 'cancelled':
      return pageOf(mailed, cancelled(mailed));
    case 'moved':
      return pageOf(mailed, moved(mailed, outcome.to));
  }
}

/** Why it was not done, with everything that was typed and what is free instead. */
export function refusedActPage(mailed: MailedDate, error: DomainError, wish: ActRequest): Page {
  const typed = wish.act === 'move' ? wish : standing(mailed);
  const words = wordsOf(mailed);
  const body = html`<h1>${words.title}</h1>
    <p class="warning" role="alert">${reasonOf(error, mailed.host)}<br />${words.refused.unchanged}</p>
    ${dateCard(mailed)} ${error instanceof RoomAlreadyTaken && instead(mailed, error, typed)}
    ${choices(mailed, typed)}`;
  return { ...pageOf(mailed, body), status: error.status };
}

/** The link is known or none, and nothing can be done with it. */
export function endedActPage(error: DomainError, host: PageHost): Page {
  if (error instanceof NotFound) return unknownActPage;
  const words = actWordsOf(host.wording);
  return {
    ...host,
    title: words.title,
    status: error.status,
    body: html`<h1>${words.title}</h1>
      <p class="warning" role="status">${reasonOf(error, host)}</p>
      <p>${inLines(words.ended)}</p>
      ${help(words)}`,
  };
}

const unknownActPage: Page = {
  title: 'Link nicht gefunden',
  status: 404,
  body: html`<h1>Diesen Link gibt es nicht</h1>
    <p>
      Vielleicht ist beim Kopieren etwas verloren gegangen. Bitte öffnen Sie den Link noch einmal aus Ihrer
      Mail.
    </p>
    <p class="hint">Bei Fragen hilft Ihnen Ihre Kontaktstelle.</p>`,
};

function reasonOf(error: DomainError, { wording }: PageHost): Html {
  return inWordsOr(refusalInWords(error, actWordsOf(wording)), error.detail, wording);
}

function wordsOf({ host }: MailedDate): ActWords {
  return actWordsOf(host.wording);
}

function help(words: ActWords): Html {
  return html`<p class="hint">${inLines(words.help)}</p>`;
}

function pageOf(mailed: MailedDate, body: Html): Page {
  return { ...mailed.host, title: wordsOf(mailed).title, body };
}

function choices(mailed: MailedDate, { date, time }: Typed): Html {
  const words = wordsOf(mailed);
  const { keep, move, cancel } = words;
  return html`<h2>${keep.title}</h2>
    ${form(mailed, { act: 'confirm' }, html`<p><button type="submit">${keep.button}</button></p>`)}
    <h2>${move.title}</h2>
    ${form(
      mailed,
      { act: 'move' },
      html`<p>
          <label for="date">${move.day}</label>
          <input id="date" name="date" type="date" required value="${date}" />
        </p>
        <p>
          <label for="time">${move.time}</label>
          <input id="time" name="time" type="time" step="900" required value="${time}" />
        </p>
        <p><button type="submit">${move.button}</button></p>
        <p class="hint">${inLines(move.asksAgain)}</p>`,
    )}
    <h2>${cancel.title}</h2>
    ${form(
      mailed,
      { act: 'cancel' },
      html`<p><button type="submit">${cancel.button}</button></p>
        <p class="hint">${inLines(cancel.asksAgain)}</p>`,
    )}
    ${help(words)}`;
}

function dateCard({ occurrence, host }: MailedDate): Html {
  return targetCard({ range: rangeBetween(occurrence), roomName: occurrence.roomName }, host);
}

function targetCard({ range, roomName }: Target, { wording }: PageHost): Html {
  return html`<p class="card"><strong>${rangeInWords(range, wording)}</strong><br />${roomName}</p>`;
}

function kept(mailed: MailedDate): Html {
  const words = wordsOf(mailed);
  const { title, done, change } = words.kept;
  return html`<h1>${title}</h1>
    ${dateCard(mailed)}
    <p class="ok" role="status">${inLines(done)}</p>
    <p><a class="button" href="/a/${mailed.token}">${change}</a></p>
    ${help(words)}`;
}

type Asked = Extract<Outcome, { kind: 'asked' }>;

function askCancel(mailed: MailedDate, { sure }: Asked): Html {
  const words = wordsOf(mailed);
  const { title, means, yes } = words.askCancel;
  return html`<h1>${title}</h1>
    ${dateCard(mailed)}
    <p>${inLines(means)}</p>
    ${form(mailed, { act: 'cancel', sure }, html`<p><button class="big-button" type="submit">${yes}</button></p>`)}
    ${back(mailed)} ${help(words)}`;
}

function askMove(mailed: MailedDate, { wish, sure }: Asked, to: Target): Html {
  const { act, date, time, roomId } = wish;
  const words = wordsOf(mailed);
  const { title, before, after, means, yes } = words.askMove;
  return html`<h1>${title}</h1>
    <h2>${before}</h2>
    ${dateCard(mailed)}
    <h2>${after}</h2>
    ${targetCard(to, mailed.host)}
    <p>${inLines(means)}</p>
    ${form(
      mailed,
      { act, date, time, roomId, sure },
      html`<p><button class="big-button" type="submit">${yes}</button></p>`,
    )}
    ${back(mailed)} ${help(words)}`;
}

function cancelled(mailed: MailedDate): Html {
  const words = wordsOf(mailed);
  const { title, done, house } = words.cancelled;
  return html`<h1>${title}</h1>
    ${dateCard(mailed)}
    <p class="ok" role="status">${inLines(done)}</p>
    <p>${inLines(words.cancelled.takeBack(RESTORE_MINUTES))}</p>
    <p><a class="button" href="${mailed.website}">${house}</a></p>
    ${help(words)}`;
}

function moved(mailed: MailedDate, to: Target): Html {
  const words = wordsOf(mailed);
  const { title, done, change } = words.moved;
  return html`<h1>${title}</h1>
    ${targetCard(to, mailed.host)}
    <p class="ok" role="status">${inLines(done)}</p>
    <p><a class="button" href="/a/${mailed.token}">${change}</a></p>
    ${help(words)}`;
}

function back(mailed: MailedDate): Html {
  return html`<p><a class="button" href="/a/${mailed.token}">${wordsOf(mailed).back}</a></p>`;
}

/** Each free room or time as one button. */
function instead(mailed: MailedDate, error: RoomAlreadyTaken, { date, time }: Typed): Html | undefined {
  const [clash] = error.facts['dates'] as JudgedDateView[];
  if (!clash || clash.alternatives.length === 0) return undefined;
  const { refused } = wordsOf(mailed);
  const { wording } = mailed.host;
  return html`<h2>${refused.freeOn(dayInWords(startOfDay(Temporal.PlainDate.from(date)), wording))}</h2>
    ${clash.alternatives.map((free) => {
      const wish = 'time' in free ? { date, time: free.time } : { date, time, roomId: free.roomId };
      const label = refused.at(clockInWords(wish, wording), 'time' in free ? undefined : free.roomName);
      return form(mailed, { act: 'move', ...wish }, html`<p><button type="submit">${label}</button></p>`);
    })}`;
}

function clockInWords(wall: Typed, wording: Wording): string {
  const settled = settle(wall);
  return settled.kind === 'missing' ? wall.time : timeInWords(settled.instant, wording);
}

/** A form that says what it wants in hidden fields. */
function form({ token, occurrence }: MailedDate, fields: Partial<ActRequest>, rest: Html): Html {
  const all: Record<string, string | number | undefined> = { ...fields, version: occurrence.version };
  return html`<form method="post" action="/a/${token}">
    ${Object.entries(all).map(
      ([name, value]) => value !== undefined && html`<input type="hidden" name="${name}" value="${value}" />`,
    )}
    ${rest}
  </form>`;
}

function standing({ occurrence }: MailedDate): Typed {
  return wallTimeOf(Temporal.Instant.from(occurrence.startsAt));
}
