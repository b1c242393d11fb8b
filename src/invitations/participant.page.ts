import { rangeInWords, timeInWords, dayInWords } from '../kernel/local-time.js';
import type { DomainError } from '../kernel/domain-error.js';
import { NoMeetingServer } from '../meetings/meetings.reader.js';
import { html, type Html } from '../platform/http/html.js';
import type { Page } from '../platform/http/page.js';
import type { Guest } from './guests.reader.js';
import { ENDED_BECAUSE } from './invitations.errors.js';

const TITLE = 'Ihr Online-Treffen';
/** The waiting page opens by itself, once, when the door does; a page left open for days does not. */
const LONGEST_WAIT_SECONDS = 24 * 3600;

const STAY =
  'Sie können diese Seite offen lassen: Sie öffnet sich von selbst, wenn es so weit ist. Oder Sie öffnen den Link später noch einmal.';
const COME_BACK = 'Bitte öffnen Sie den Link aus Ihrer Mail dann noch einmal.';

export interface PageFacts {
  guest: Guest;
  token: string;
  hasServer: boolean;
  now: Temporal.Instant;
}

/** What somebody sees who opens a link: when, the rules of the house, and the door. */
export function participantPage({ guest, token, hasServer, now }: PageFacts): Page {
  const { door, range, isModerator } = guest;
  const helper = isModerator ? 'Ihre Kontaktstelle' : 'die Person, die Sie eingeladen hat';
  if (door.kind === 'cancelled' || door.kind === 'over') return endedPage(ENDED_BECAUSE[door.kind], helper);
  const seconds = door.kind === 'tooEarly' ? secondsUntil(door.opensAt, now) : undefined;
  return {
    title: TITLE,
    refreshSeconds: seconds,
    body: html`<h1>${TITLE}</h1>
      <p class="card"><strong>${rangeInWords(range)}</strong></p>
      ${door.kind === 'tooEarly' ? waiting(door.opensAt, seconds !== undefined) : openDoor(token, hasServer, helper)}
      ${rules}
      <p><a href="/t/${token}/termin.ics">Den Termin in meinen Kalender eintragen</a></p>
      <p class="hint">Bei Fragen hilft Ihnen ${helper}.</p>`,
  };
}

/** Known to be over or called off (410): names neither group nor time nor people. */
function endedPage(sentence: string, helper: string): Page {
  return {
    title: TITLE,
    status: 410,
    body: html`<h1>${sentence}</h1>
      <p>Dieser Link öffnet keine Tür mehr. Sie brauchen nichts weiter zu tun.</p>
      <p class="hint">Fragen dazu beantwortet Ihnen ${helper}.</p>`,
  };
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
    <p class="hint">Hilft das nicht, bitten Sie um eine neue Einladung.</p>`,
};

function secondsUntil(opensAt: Temporal.Instant, now: Temporal.Instant): number | undefined {
  const seconds = Math.ceil(now.until(opensAt).total('seconds')) + 1;
  return seconds <= LONGEST_WAIT_SECONDS ? seconds : undefined;
}

function waiting(opensAt: Temporal.Instant, opensByItself: boolean): Html {
  return html`<p class="ok" role="status">
      Sie sind früh dran. Die Tür öffnet am <strong>${dayInWords(opensAt)}</strong> um
      <strong>${timeInWords(opensAt)}</strong>.
    </p>
    <p class="hint">${opensByItself ? STAY : COME_BACK}</p>`;
}

function openDoor(token: string, hasServer: boolean, helper: string): Html {
  if (!hasServer) {
    return html`<p class="warning" role="status">
      ${new NoMeetingServer().detail} Bitte wenden Sie sich an ${helper}.
    </p>`;
  }
  return html`<form class="card" method="post" action="/t/${token}/enter">
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

const rules = html`<h2>Drei Regeln</h2>
  <ol>
    <li>Was im Treffen gesagt wird, bleibt im Treffen.</li>
    <li>Niemand nimmt Ton oder Bild auf.</li>
    <li>Sorgen Sie dafür, dass bei Ihnen niemand mithört oder zusieht.</li>
  </ol>`;
