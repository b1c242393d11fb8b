import { HOUSE_AS_HOST, type PageHost } from '../contact-points/page-host.reader.js';
import { rangeInWords } from '../kernel/local-time.js';
import { NotFound, type DomainError } from '../kernel/domain-error.js';
import type { DialIn } from '../meetings/meetings.reader.js';
import { html, inLines, type Html } from '../platform/http/html.js';
import type { Page } from '../platform/http/page.js';
import {
  deviceCheck,
  type Refusal,
  openDoor,
  practice,
  refusedPage,
  rules,
  secondsUntil,
  telephone,
  waiting,
} from './door.page.js';
import type { Guest } from './guests.reader.js';
import { LinkEnded } from './invitations.errors.js';
import { LOST_LINK_PATH } from './lost-link.page.js';
import { pageWordsOf, pathIn } from './words/pages.js';
import type { Helper, PageWords } from './words/pages-words.js';

export interface PageFacts {
  guest: Guest;
  token: string;
  hasServer: boolean;
  now: Temporal.Instant;
  /** Whose group it is: the page names nobody else. */
  host: PageHost;
  /** Where the date can be called. */
  dialIn?: DialIn | undefined;
  /** It meets on a foreign server. */
  lacksDoor?: boolean | undefined;
}

/** What somebody sees who opens a link: when, the rules of the house, and the door. */
export function participantPage(facts: PageFacts): Page {
  const { guest, token, hasServer, now, host, dialIn, lacksDoor } = facts;
  const { door, range, isModerator } = guest;
  const words = pageWordsOf(host.wording);
  const helper = isModerator ? 'contactPoint' : 'inviter';
  const own = ownForms(token, guest, words);
  if (door.kind === 'cancelled' || door.kind === 'over') {
    const page = endedPage(door.kind, host, helper);
    return { ...page, body: html`${page.body}${own.forget}` };
  }
  const seconds = door.kind === 'tooEarly' ? secondsUntil(door.opensAt, now) : undefined;
  return {
    ...host,
    title: words.title,
    refreshSeconds: seconds,
    checksDevices: true,
    body: html`<h1>${words.title}</h1>
      <p class="card"><strong>${rangeInWords(range, host.wording)}</strong></p>
      ${
        door.kind === 'tooEarly'
          ? waiting(door.opensAt, seconds !== undefined, words)
          : openDoor(`/t/${token}/enter`, hasServer, words)
      }
      ${lacksDoor && html`<p class="hint">${inLines(words.door.foreign)}</p>`}
      ${telephone(dialIn, guest, words)} ${deviceCheck(host.wording)}
      ${hasServer && practice(`/t/${token}`, { isDoorOpen: door.kind === 'open', isGroupLink: false }, words)}
      ${rules(words)} ${own.reply}
      <h2>${words.calendar.title}</h2>
      <p><a class="button" href="/t/${token}/termin.ics">${words.calendar.add}</a></p>
      ${own.forget}
      <p class="hint">${inLines(words.questions[helper])}</p>`,
  };
}

/** Why a link does nothing, whatever it was asked for. */
export function refusalPage(error: DomainError, host: PageHost, way: Omit<Refusal, 'helper'> = {}): Page {
  if (error instanceof NotFound) return unknownLinkPage;
  return error instanceof LinkEnded
    ? endedPage(error.why, host)
    : refusedPage(error, host, { ...way, helper: 'inviter' });
}

/** For those who were invited: nobody asks a representative. */
function ownForms(token: string, { invitee }: Guest, words: PageWords): { reply?: Html; forget?: Html } {
  if (!invitee) return {};
  return {
    reply: replyForm(token, invitee.reply, words),
    forget: html`<h2>${words.forget.title}</h2>
      ${forgetForm(token, words)}`,
  };
}

/** Whoever has answered comes back to it, not to the top of the page. */
export const ANSWER_ANCHOR = 'answer';

function replyForm(token: string, reply: 'yes' | 'no' | null, { reply: words }: PageWords): Html {
  return html`<h2>${words.title}</h2>
    ${reply !== null && html`<p class="ok" role="status" id="${ANSWER_ANCHOR}" tabindex="-1">${words.given(words[reply])}</p>`}
    <form method="post" action="/t/${token}/reply">
      <p class="buttons">
        <button type="submit" name="answer" value="yes">${words.yes}</button>
        <button type="submit" name="answer" value="no">${words.no}</button>
      </p>
    </form>
    <p class="hint">${inLines(words.hint)}</p>`;
}

export function forgetForm(token: string, { forget }: PageWords): Html {
  return html`<p>${inLines(forget.why)}</p>
    <form method="post" action="/t/${token}/forget">
      <p><button type="submit">${forget.button}</button></p>
    </form>`;
}

/** The link is known and opens nothing any more (410): names neither group nor time nor people. */
function endedPage(why: LinkEnded['why'], host: PageHost, helper: Helper = 'inviter'): Page {
  const words = pageWordsOf(host.wording);
  const { because, shut, newerMail, nothingToDo, questions } = words.ended;
  return {
    ...host,
    title: words.title,
    status: 410,
    body: html`<h1>${because[why]}</h1>
      <p>${shut}<br />${inLines(why === 'replaced' ? newerMail : nothingToDo)}</p>
      <p class="hint">${inLines(questions[helper])}</p>
      ${lostLink(host)}`,
  };
}

function lostLink({ wording }: PageHost): Html {
  return html`<p><a href="${pathIn(LOST_LINK_PATH, wording)}">${pageWordsOf(wording).lostLink.link}</a></p>`;
}

/** The same for every address that is none of ours. */
const unknownLinkPage: Page = {
  title: 'Link nicht gefunden',
  status: 404,
  body: html`<h1>Diesen Link gibt es nicht</h1>
    <p>
      Vielleicht ist beim Kopieren etwas verloren gegangen. Bitte öffnen Sie den Link noch einmal aus Ihrer
      Mail.
    </p>
    <p class="hint">Hilft das nicht, bitten Sie um eine neue Einladung.</p>
    ${lostLink(HOUSE_AS_HOST)}`,
};
