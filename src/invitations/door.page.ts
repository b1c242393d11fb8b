import type { PageHost } from '../contact-points/page-host.reader.js';
import type { DomainError } from '../kernel/domain-error.js';
import type { Wording } from '../kernel/wording.js';
import { pinInWords, type DialIn } from '../meetings/meetings.reader.js';
import { html, inLines, inWordsOr, type Html } from '../platform/http/html.js';
import type { Page } from '../platform/http/page.js';
import type { Guest } from './guests.reader.js';
import { TooEarly } from './invitations.errors.js';
import { pageWordsOf } from './words/pages.js';
import type { Helper, PageWords } from './words/pages-words.js';

// What the pages before a door have in common, whichever link leads there.

/** The waiting page opens by itself, once, when the door does; a page left open for days does not. */
const LONGEST_WAIT_SECONDS = 24 * 3600;

/** To press the button once more would not help. */
const DEAD_ENDS = new Set([
  'doorRests',
  'accessRests',
  'noMeetingServer',
  'groupLinkReplaced',
  'nothingPlanned',
]);

/** How long a page waits for the door; undefined when that is too long to wait. */
export function secondsUntil(opensAt: Temporal.Instant, now: Temporal.Instant): number | undefined {
  const seconds = Math.ceil(now.until(opensAt).total('seconds')) + 1;
  return seconds <= LONGEST_WAIT_SECONDS ? seconds : undefined;
}

export function waiting(opensAt: Temporal.Instant, opensByItself: boolean, { door }: PageWords): Html {
  return html`<p class="ok" role="status">${door.early(opensAt)}</p>
    <p class="hint">${inLines(opensByItself ? door.stay : door.comeBack)}</p>`;
}

/** `action` is where the form leads. */
export function openDoor(action: string, hasServer: boolean, words: PageWords): Html {
  if (!hasServer) return html`<p class="warning" role="status">${inLines(words.door.noServer)}</p>`;
  return html`<form class="card" method="post" action="${action}">
    ${nameField(words)}
    <p><button class="big-button" type="submit">${words.door.enter}</button></p>
    <p class="hint">${inLines(words.door.muted)}</p>
  </form>`;
}

function nameField(
  { door }: PageWords,
  {
    typed = '',
    id = 'displayName',
    hint = door.nameHint,
  }: { typed?: string; id?: string; hint?: string } = {},
): Html {
  return html`<p>
      <label for="${id}">${door.name}</label>
      <input
        id="${id}"
        name="displayName"
        maxlength="60"
        autocomplete="off"
        aria-describedby="${id}-hint"
        value="${typed}"
      />
    </p>
    <p class="hint" id="${id}-hint">${inLines(hint)}</p>`;
}

/** `page` is the path of a participant's page. */
export function practicePathOf(page: string): string {
  return `${page}/probe`;
}

/**
 * A room to try everything in beforehand. While the door is open it stands back, so that nobody takes one for the other.
 */
export function practice(
  page: string,
  { isDoorOpen, isGroupLink }: { isDoorOpen: boolean; isGroupLink: boolean },
  words: PageWords,
): Html {
  const { title, why, whyByGroupLink, nameHint: hint, button } = words.practice;
  const form = html`<p>${inLines(isGroupLink ? whyByGroupLink : why)}</p>
    <form class="card" method="post" action="${practicePathOf(page)}">
      ${nameField(words, { id: 'practiceName', hint })}
      <p><button type="submit">${button}</button></p>
    </form>`;
  if (!isDoorOpen)
    return html`<h2>${title}</h2>
      ${form}`;
  return html`<details>
    <summary>${title}</summary>
    ${form}
  </details>`;
}

export function rules({ rules: words }: PageWords): Html {
  return html`<h2>${words.title}</h2>
    <ol>
      ${words.each.map((rule) => html`<li>${inLines(rule)}</li>`)}
    </ol>`;
}

/** Filled by `client/src/join`; what stands in it is for browsers that do not run that. Needs `checksDevices`. */
export function deviceCheck(wording: Wording): Html {
  const { title, without } = pageWordsOf(wording).deviceCheck;
  return html`<h2>${title}</h2>
    <vh-device-check wording="${wording}"><p>${inLines(without)}</p></vh-device-check>`;
}

/** Somebody pressed a button and was not let in: what they need to try again without typing it again. */
export interface Tried {
  /** Where the form leads. */
  action: string;
  /** Undefined where no name is asked for. */
  displayName?: string;
  /** It was the practice room, where nobody else reads the name. */
  isPractice?: boolean;
  dialIn?: DialIn;
}

export interface Refusal {
  helper: Helper;
  /** Path of the page that they came from. */
  back?: string;
  tried?: Tried;
}

/** Why somebody was not let in, with a way back where there is one. */
export function refusedPage(error: DomainError, host: PageHost, { helper, back, tried }: Refusal): Page {
  const words = pageWordsOf(host.wording);
  const again = tried && !DEAD_ENDS.has(error.code) ? tried : undefined;
  return {
    ...host,
    title: words.title,
    status: error.status,
    body: html`<h1>${words.title}</h1>
      <p class="warning" role="alert">${inWordsOr(refusalInWords(error, words, helper), error.detail, host.wording)}</p>
      ${again && tryAgain(again, words)}
      ${back && html`<p><a class="${again ? 'button' : 'big-button'}" href="${back}">${words.refused.back}</a></p>`}`,
  };
}

function tryAgain({ action, displayName, isPractice, dialIn }: Tried, words: PageWords): Html {
  const hint = isPractice ? words.practice.nameHint : undefined;
  return html`<form class="card" method="post" action="${action}">
      ${displayName !== undefined && nameField(words, { typed: displayName, hint })}
      <p><button class="big-button" type="submit">${words.refused.again}</button></p>
    </form>
    ${dialIn && byTelephone(dialIn, words)}`;
}

/** For those who come by telephone: from when to when, and how. */
export function telephone(
  dialIn: DialIn | undefined,
  { range: { start, end }, earlyMinutes }: Pick<Guest, 'range' | 'earlyMinutes'>,
  words: PageWords,
): Html | undefined {
  if (!dialIn) return undefined;
  const { telephone: told } = words;
  return html`<h2>${told.title}</h2>
    <p>${inLines(told.when({ start: start.subtract({ minutes: earlyMinutes }), end }))}</p>
    <p>${inLines(told.how)}</p>
    ${numbersAndPin(dialIn, words)}`;
}

function byTelephone(dialIn: DialIn, words: PageWords): Html {
  return html`<div class="card">
    <p>${inLines(words.refused.byTelephone)}</p>
    ${numbersAndPin(dialIn, words)}
  </div>`;
}

function numbersAndPin({ numbers, pin }: DialIn, { refused: words }: PageWords): Html {
  return html`<ul>
      ${numbers.map(
        ({ formattedNumber }) =>
          html`<li><a href="tel:${formattedNumber.replace(/[^\d+]/g, '')}">${formattedNumber}</a></li>`,
      )}
    </ul>
    <p>${words.pin} <strong class="pin">${pinInWords(pin)}</strong></p>`;
}

function refusalInWords(error: DomainError, words: PageWords, helper: Helper): string | undefined {
  const { refused, door, nothingPlanned } = words;
  if (error instanceof TooEarly) return refused.tooEarly?.(error.opensAt);
  const sentences: Record<string, string | undefined> = {
    doorRests: refused.doorRests[helper],
    accessRests: refused.doorRests.contactPoint,
    meetingNotReady: refused.meetingNotReady,
    serverAway: refused.serverAway,
    meetingFull: refused.meetingFull,
    noMeetingServer: door.noServer,
    nothingPlanned: nothingPlanned.heading,
    groupLinkReplaced: refused.groupLinkReplaced,
  };
  return sentences[error.code];
}
