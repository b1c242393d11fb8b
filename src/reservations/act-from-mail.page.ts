import { NotFound, type DomainError } from '../kernel/domain-error.js';
import { rangeInWords, wallTimeOf } from '../kernel/local-time.js';
import { html, type Html } from '../platform/http/html.js';
import type { Page } from '../platform/http/page.js';
import type { Outcome, Target } from './act-from-mail.js';
import type { ActRequest } from './act-from-mail.requests.js';
import type { MailedDate } from './mailed-dates.reader.js';
import { RoomAlreadyTaken } from './reservations.errors.js';
import type { OccurrenceRow } from './reservations.reader.js';
import type { JudgedDateView } from './reservations.views.js';

const TITLE = 'Ihr Termin';
const HELP = html`<p class="hint">Bei Fragen hilft Ihnen Ihre Kontaktstelle.</p>`;

/** What stands in the two fields of a move. */
type Typed = Pick<ActRequest, 'date' | 'time'>;

/** What a representative sees who opens the link of a mail: the date, and what can be done about it. */
export function actPage(mailed: MailedDate): Page {
  return pageOf(mailed, html`<h1>${TITLE}</h1>${choices(mailed, standing(mailed))}`);
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
  const body = html`<h1>${TITLE}</h1>
    <p class="warning" role="alert">${error.detail} Der Termin ist noch so, wie er hier steht.</p>
    ${error instanceof RoomAlreadyTaken && instead(mailed, error, typed)} ${choices(mailed, typed)}`;
  return { ...pageOf(mailed, body), status: error.status };
}

/** The link is known or none, and nothing can be done with it. */
export function endedActPage(error: DomainError): Page {
  if (error instanceof NotFound) return unknownActPage;
  return {
    title: TITLE,
    status: error.status,
    body: html`<h1>${TITLE}</h1>
      <p class="warning" role="status">${error.detail}</p>
      <p>Mit diesem Link lässt sich nichts mehr ändern. Sie brauchen nichts weiter zu tun.</p>
      ${HELP}`,
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
    ${HELP}`,
};

function pageOf({ legal }: MailedDate, body: Html): Page {
  return { title: TITLE, body, legal };
}

function choices(mailed: MailedDate, { date, time }: Typed): Html {
  const { occurrence } = mailed;
  return html`${dateCard(occurrence)}
    <h2>Findet statt</h2>
    ${form(mailed, { act: 'confirm' }, html`<p><button type="submit">Der Termin findet statt</button></p>`)}
    <h2>Verschieben</h2>
    ${form(
      mailed,
      { act: 'move' },
      html`<p>
          <label for="date">Neuer Tag</label>
          <input id="date" name="date" type="date" required value="${date}" />
        </p>
        <p>
          <label for="time">Neue Uhrzeit</label>
          <input id="time" name="time" type="time" step="900" required value="${time}" />
        </p>
        <p><button type="submit">Verschieben</button></p>
        <p class="hint">Wir fragen noch einmal nach, bevor sich etwas ändert.</p>`,
    )}
    <h2>Absagen</h2>
    ${form(
      mailed,
      { act: 'cancel' },
      html`<p><button type="submit">Absagen</button></p>
        <p class="hint">Wir fragen noch einmal nach, bevor etwas abgesagt wird.</p>`,
    )}
    ${HELP}`;
}

function dateCard({ startsAt, endsAt, roomName }: OccurrenceRow): Html {
  const range = { start: Temporal.Instant.from(startsAt), end: Temporal.Instant.from(endsAt) };
  return html`<p class="card"><strong>${rangeInWords(range)}</strong><br />${roomName}</p>`;
}

function kept({ token, occurrence }: MailedDate): Html {
  return html`<h1>Der Termin findet statt</h1>
    ${dateCard(occurrence)}
    <p class="ok" role="status">Gut. Alles bleibt, wie es ist. Sie brauchen nichts weiter zu tun.</p>
    <p><a href="/a/${token}">Doch etwas ändern</a></p>
    ${HELP}`;
}

type Asked = Extract<Outcome, { kind: 'asked' }>;

function askCancel(mailed: MailedDate, { sure }: Asked): Html {
  return html`<h1>Diesen Termin wirklich absagen?</h1>
    ${dateCard(mailed.occurrence)}
    <p>Der Raum wird frei. Wer per Mail eingeladen ist, bekommt die Absage per Mail.</p>
    ${form(
      mailed,
      { act: 'cancel', sure },
      html`<p><button class="big-button" type="submit">Ja, absagen</button></p>`,
    )}
    ${back(mailed)} ${HELP}`;
}

function askMove(mailed: MailedDate, { wish, sure }: Asked, to: Target): Html {
  const { act, date, time, roomId } = wish;
  return html`<h1>Diesen Termin wirklich verschieben?</h1>
    <h2>Bisher</h2>
    ${dateCard(mailed.occurrence)}
    <h2>Neu</h2>
    ${targetCard(to)}
    <p>
      Wer per Mail eingeladen ist, bekommt die neue Zeit per Mail. Alle Links bleiben gültig.
    </p>
    ${form(
      mailed,
      { act, date, time, roomId, sure },
      html`<p><button class="big-button" type="submit">Ja, verschieben</button></p>`,
    )}
    ${back(mailed)} ${HELP}`;
}

function cancelled({ occurrence }: MailedDate): Html {
  return html`<h1>Der Termin ist abgesagt</h1>
    ${dateCard(occurrence)}
    <p class="ok" role="status">
      Wer per Mail eingeladen ist, bekommt jetzt die Absage. Bitte sagen Sie allen anderen Bescheid.
    </p>
    ${HELP}`;
}

function moved({ token }: MailedDate, to: Target): Html {
  return html`<h1>Der Termin ist verschoben</h1>
    ${targetCard(to)}
    <p class="ok" role="status">Wer per Mail eingeladen ist, bekommt jetzt die neue Zeit per Mail.</p>
    <p><a href="/a/${token}">Noch etwas ändern</a></p>
    ${HELP}`;
}

function targetCard({ range, roomName }: Target): Html {
  return html`<p class="card"><strong>${rangeInWords(range)}</strong><br />${roomName}</p>`;
}

function back({ token }: MailedDate): Html {
  return html`<p><a href="/a/${token}">Nein, zurück</a></p>`;
}

/** Each free room or time as one button. */
function instead(mailed: MailedDate, error: RoomAlreadyTaken, { date, time }: Typed): Html | undefined {
  const [clash] = error.facts['dates'] as JudgedDateView[];
  if (!clash || clash.alternatives.length === 0) return undefined;
  return html`<h2>Das ist frei</h2>
    ${clash.alternatives.map((free) => {
      const wish = 'time' in free ? { date, time: free.time } : { date, time, roomId: free.roomId };
      const label = 'time' in free ? `Um ${free.time} Uhr` : `Um ${time} Uhr, ${free.roomName}`;
      return form(mailed, { act: 'move', ...wish }, html`<p><button type="submit">${label}</button></p>`);
    })}`;
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
