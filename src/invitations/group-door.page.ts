import { rangeInWords } from '../kernel/local-time.js';
import { NotFound, type DomainError } from '../kernel/domain-error.js';
import { html } from '../platform/http/html.js';
import type { Page } from '../platform/http/page.js';
import type { Guest } from './guests.reader.js';
import { DoorRests, GroupLinkReplaced, NothingPlanned } from './invitations.errors.js';
import { openDoor, rules, secondsUntil, TITLE, waiting } from './participant.page.js';

const HELPER = 'die Person, von der Sie den Link haben';

export interface GroupDoorFacts {
  /** As it was typed. */
  token: string;
  guest: Guest | undefined;
  hasServer: boolean;
  now: Temporal.Instant;
}

/** What somebody sees who opens the link of a group: the next date and its door, and never whose it is. */
export function groupDoorPage({ token, guest, hasServer, now }: GroupDoorFacts): Page {
  if (!guest) return nothingPlannedPage;
  const { door, range } = guest;
  const seconds = door.kind === 'tooEarly' ? secondsUntil(door.opensAt, now) : undefined;
  return {
    title: TITLE,
    refreshSeconds: seconds,
    body: html`<h1>${TITLE}</h1>
      <p class="card"><strong>${rangeInWords(range)}</strong></p>
      ${
        door.kind === 'tooEarly'
          ? waiting(door.opensAt, seconds !== undefined)
          : openDoor({ action: `${pathOf(token)}/enter`, hasServer, helper: HELPER })
      }
      ${rules}
      <p class="hint">Bei Fragen hilft Ihnen ${HELPER}.</p>`,
  };
}

const nothingPlannedPage: Page = {
  title: TITLE,
  body: html`<h1>${TITLE}</h1>
    <p class="card"><strong>${new NothingPlanned().detail}</strong></p>
    <p>Ihr Link bleibt gültig. Bitte öffnen Sie ihn später noch einmal.</p>
    <p class="hint">Bei Fragen hilft Ihnen ${HELPER}.</p>`,
};

/** Why this link lets nobody in, with a way back where there is one. */
export function refusedAtGroupDoor(error: DomainError, token: string): Page {
  if (error instanceof NotFound) return unknownGroupLinkPage;
  const isEnd = error instanceof GroupLinkReplaced || error instanceof DoorRests;
  return {
    title: TITLE,
    status: error.status,
    body: html`<h1>${TITLE}</h1>
      <p class="warning" role="alert">${error.detail}</p>
      ${!isEnd && html`<p><a class="big-button" href="${pathOf(token)}">Zurück zu meinem Treffen</a></p>`}`,
  };
}

const unknownGroupLinkPage: Page = {
  title: 'Link nicht gefunden',
  status: 404,
  body: html`<h1>Diesen Link gibt es nicht</h1>
    <p>
      Vielleicht hat sich beim Abtippen ein Fehler eingeschlichen. Bitte vergleichen Sie jedes Zeichen mit
      Ihrem Blatt.
    </p>
    <p class="hint">Hilft das nicht, fragen Sie bitte ${HELPER}.</p>`,
};

function pathOf(token: string): string {
  return `/g/${encodeURIComponent(token)}`;
}
