import type { PageHost } from '../contact-points/page-host.reader.js';
import { rangeInWords } from '../kernel/local-time.js';
import { NotFound, type DomainError } from '../kernel/domain-error.js';
import type { DialIn } from '../meetings/meetings.reader.js';
import { html, inLines } from '../platform/http/html.js';
import type { Page } from '../platform/http/page.js';
import { DEVICE_CHECK_PATH } from './device-check.page.js';
import {
  deviceCheck,
  openDoor,
  practice,
  refusedPage,
  rules,
  secondsUntil,
  telephone,
  waiting,
  type Tried,
} from './door.page.js';
import type { Guest } from './guests.reader.js';
import { DoorRests, GroupLinkReplaced } from './invitations.errors.js';
import { pageWordsOf, pathIn } from './words/pages.js';

export interface GroupDoorFacts {
  /** As it was typed. */
  token: string;
  guest: Guest | undefined;
  hasServer: boolean;
  now: Temporal.Instant;
  host: PageHost;
  /** Where the date can be called. */
  dialIn?: DialIn | undefined;
  /** It meets on a foreign server. */
  lacksDoor?: boolean | undefined;
}

/** What somebody sees who opens the link of a group: the next date and its door, and never whose it is. */
export function groupDoorPage(facts: GroupDoorFacts): Page {
  const { token, guest, hasServer, now, host, dialIn, lacksDoor } = facts;
  if (!guest) return nothingPlannedPage({ token, hasServer, host });
  const { door, range } = guest;
  const words = pageWordsOf(host.wording);
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
          : openDoor(`${groupDoorPathOf(token)}/enter`, hasServer, words)
      }
      ${lacksDoor && html`<p class="hint">${inLines(words.door.foreign)}</p>`}
      ${telephone(dialIn, guest, words)} ${deviceCheck(host.wording)}
      ${hasServer && practice(groupDoorPathOf(token), { isDoorOpen: door.kind === 'open', isGroupLink: true }, words)} ${rules(words)}
      <p class="hint">${inLines(words.questions.giver)}</p>`,
  };
}

function nothingPlannedPage({
  token,
  hasServer,
  host,
}: Pick<GroupDoorFacts, 'token' | 'hasServer' | 'host'>): Page {
  const words = pageWordsOf(host.wording);
  const { title, nothingPlanned, questions, deviceCheck: check } = words;
  return {
    ...host,
    title,
    body: html`<h1>${title}</h1>
      <p class="card"><strong>${nothingPlanned.heading}</strong></p>
      <p>${inLines(nothingPlanned.stays)}</p>
      <p><a href="${pathIn(DEVICE_CHECK_PATH, host.wording)}">${check.title}</a></p>
      ${hasServer && practice(groupDoorPathOf(token), { isDoorOpen: false, isGroupLink: true }, words)}
      <p class="hint">${inLines(questions.giver)}</p>`,
  };
}

/** Where the link of a group leads, and what somebody tried there. */
export interface AtGroupDoor {
  token: string;
  tried?: Tried;
}

/** Why this link lets nobody in, with a way back where there is one. */
export function refusedAtGroupDoor(error: DomainError, { token, tried }: AtGroupDoor, host: PageHost): Page {
  if (error instanceof NotFound) return unknownGroupLinkPage;
  const isEnd = error instanceof GroupLinkReplaced || error instanceof DoorRests;
  return refusedPage(error, host, {
    helper: 'giver',
    back: isEnd ? undefined : groupDoorPathOf(token),
    tried,
  });
}

const unknownGroupLinkPage: Page = {
  title: 'Link nicht gefunden',
  status: 404,
  body: html`<h1>Diesen Link gibt es nicht</h1>
    <p>
      Vielleicht hat sich beim Abtippen ein Fehler eingeschlichen. Bitte vergleichen Sie jedes Zeichen mit
      Ihrem Blatt.
    </p>
    <p class="hint">Hilft das nicht, fragen Sie bitte die Person, von der Sie den Link haben.</p>`,
};

export function groupDoorPathOf(token: string): string {
  return `/g/${encodeURIComponent(token)}`;
}
