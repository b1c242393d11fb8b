import { rangeInWords, timeInWords, dayInWords } from '../kernel/local-time.js';
import { NotFound, type DomainError } from '../kernel/domain-error.js';
import { NoMeetingServer } from '../meetings/meetings.reader.js';
import { html, type Html } from '../platform/http/html.js';
import type { Page } from '../platform/http/page.js';
import type { Guest } from './guests.reader.js';
import { ENDED_BECAUSE, LinkEnded } from './invitations.errors.js';
import { LOST_LINK_PATH } from './lost-link.page.js';

export const TITLE = 'Ihr Online-Treffen';
/** The waiting page opens by itself, once, when the door does; a page left open for days does not. */
const LONGEST_WAIT_SECONDS = 24 * 3600;

const STAY =
  'Sie können diese Seite offen lassen: Sie öffnet sich von selbst, wenn es so weit ist. Oder Sie öffnen den Link später noch einmal.';
const COME_BACK = 'Bitte öffnen Sie den Link aus Ihrer Mail dann noch einmal.';

const NEWER_MAIL = 'Bitte öffnen Sie den Link aus Ihrer neuesten Mail.';
const NOTHING_TO_DO = 'Sie brauchen nichts weiter zu tun.';
const INVITER = 'die Person, die Sie eingeladen hat';

export interface PageFacts {
  guest: Guest;
  token: string;
  hasServer: boolean;
  now: Temporal.Instant;
  /** Whose group it is: the page says who answers for it (§ 5 DDG), and names nobody. */
  legal?: Page['legal'];
}

/** What somebody sees who opens a link: when, the rules of the house, and the door. */
export function participantPage({ guest, token, hasServer, now, legal }: PageFacts): Page {
  const { door, range, isModerator } = guest;
  const helper = isModerator ? 'Ihre Kontaktstelle' : INVITER;
  const own = ownForms(token, guest);
  if (door.kind === 'cancelled' || door.kind === 'over') {
    const page = endedPage(ENDED_BECAUSE[door.kind], helper);
    return { ...page, body: html`${page.body}${own.forget}` };
  }
  const seconds = door.kind === 'tooEarly' ? secondsUntil(door.opensAt, now) : undefined;
  return {
    title: TITLE,
    refreshSeconds: seconds,
    legal,
    body: html`<h1>${TITLE}</h1>
      <p class="card"><strong>${rangeInWords(range)}</strong></p>
      ${door.kind === 'tooEarly' ? waiting(door.opensAt, seconds !== undefined) : openDoor({ action: `/t/${token}/enter`, hasServer, helper })}
      ${rules}
      ${own.reply}
      <h2>In den Kalender</h2>
      <p><a href="/t/${token}/termin.ics">Den Termin in meinen Kalender eintragen</a></p>
      ${own.forget}
      <p class="hint">Bei Fragen hilft Ihnen ${helper}.</p>`,
  };
}

/** Why a link does nothing, whatever it was asked for. */
export function refusalPage(error: DomainError): Page {
  if (error instanceof NotFound) return unknownLinkPage;
  return error instanceof LinkEnded ? endedLinkPage(error) : refusedPage(error);
}

/** For those who were invited: nobody asks a representative. */
function ownForms(token: string, { invitee }: Guest): { reply?: Html; forget?: Html } {
  return invitee ? { reply: replyForm(token, invitee.reply), forget: forgetForm(token) } : {};
}

const REPLIES = { yes: 'Ich komme', no: 'Ich komme nicht' };

function replyForm(token: string, reply: 'yes' | 'no' | null): Html {
  return html`<h2>Kommen Sie?</h2>
    ${reply !== null && html`<p class="ok" role="status">Ihre Antwort: <strong>${REPLIES[reply]}.</strong> Sie können sie jederzeit ändern.</p>`}
    <form method="post" action="/t/${token}/reply">
      <p class="buttons">
        <button type="submit" name="answer" value="yes">${REPLIES.yes}</button>
        <button type="submit" name="answer" value="no">${REPLIES.no}</button>
      </p>
    </form>
    <p class="hint">Sie müssen nicht antworten. Die Antwort liest nur, wer Sie eingeladen hat.</p>`;
}

export function forgetForm(token: string): Html {
  return html`<h2>Meine Adresse</h2>
    <p>Sie möchten keine Mails mehr? Wir löschen Ihren Namen und Ihre Adresse sofort. Einen Grund brauchen Sie nicht zu nennen.</p>
    <form method="post" action="/t/${token}/forget">
      <p><button type="submit">Meine Adresse löschen</button></p>
    </form>`;
}

const lostLink = html`<p><a href="${LOST_LINK_PATH}">Link verloren? Neuen Link anfordern</a></p>`;

/** Known to be over or called off (410): names neither group nor time nor people. */
function endedPage(sentence: string, helper: string, advice = NOTHING_TO_DO): Page {
  return {
    title: TITLE,
    status: 410,
    body: html`<h1>${sentence}</h1>
      <p>Dieser Link öffnet keine Tür mehr. ${advice}</p>
      <p class="hint">Fragen dazu beantwortet Ihnen ${helper}.</p>
      ${lostLink}`,
  };
}

/** The link itself has ended, whatever becomes of the date. */
export function endedLinkPage({ why, detail }: LinkEnded): Page {
  return endedPage(detail, INVITER, why === 'replaced' ? NEWER_MAIL : undefined);
}

/** Why somebody was not let in, with a way back where there is one. */
export function refusedPage(error: DomainError, tokenOfPage?: string): Page {
  return {
    title: TITLE,
    status: error.status,
    body: html`<h1>${TITLE}</h1>
      <p class="warning" role="alert">${error.detail}</p>
      ${tokenOfPage && html`<p><a class="big-button" href="/t/${tokenOfPage}">Zurück zu meinem Treffen</a></p>`}`,
  };
}

/** The same for every address that is none of ours. */
export const unknownLinkPage: Page = {
  title: 'Link nicht gefunden',
  status: 404,
  body: html`<h1>Diesen Link gibt es nicht</h1>
    <p>
      Vielleicht ist beim Kopieren etwas verloren gegangen. Bitte öffnen Sie den Link noch einmal aus Ihrer
      Mail.
    </p>
    <p class="hint">Hilft das nicht, bitten Sie um eine neue Einladung.</p>
    ${lostLink}`,
};

/** How long a page waits for the door; undefined when that is too long to wait. */
export function secondsUntil(opensAt: Temporal.Instant, now: Temporal.Instant): number | undefined {
  const seconds = Math.ceil(now.until(opensAt).total('seconds')) + 1;
  return seconds <= LONGEST_WAIT_SECONDS ? seconds : undefined;
}

export function waiting(opensAt: Temporal.Instant, opensByItself: boolean): Html {
  return html`<p class="ok" role="status">
      Sie sind früh dran. Die Tür öffnet am <strong>${dayInWords(opensAt)}</strong> um
      <strong>${timeInWords(opensAt)}</strong>.
    </p>
    <p class="hint">${opensByItself ? STAY : COME_BACK}</p>`;
}

export interface OpenDoor {
  /** Where the form leads. */
  action: string;
  hasServer: boolean;
  /** Whom to ask. */
  helper: string;
}

export function openDoor({ action, hasServer, helper }: OpenDoor): Html {
  if (!hasServer) {
    return html`<p class="warning" role="status">
      ${new NoMeetingServer().detail} Bitte wenden Sie sich an ${helper}.
    </p>`;
  }
  return html`<form class="card" method="post" action="${action}">
    <p>
      <label for="displayName">Wie möchten Sie heißen? (freiwillig)</label>
      <input
        id="displayName"
        name="displayName"
        maxlength="60"
        autocomplete="off"
        aria-describedby="name-hint"
      />
    </p>
    <p class="hint" id="name-hint">
      Vorname oder Spitzname genügt. Die anderen im Treffen sehen diesen Namen.
    </p>
    <p><button class="big-button" type="submit">Jetzt eintreten</button></p>
    <p class="hint">Kamera und Mikrofon sind am Anfang aus.</p>
  </form>`;
}

export const rules = html`<h2>Drei Regeln</h2>
  <ol>
    <li>Was im Treffen gesagt wird, bleibt im Treffen.</li>
    <li>Niemand nimmt Ton oder Bild auf.</li>
    <li>Sorgen Sie dafür, dass bei Ihnen niemand mithört oder zusieht.</li>
  </ol>`;
