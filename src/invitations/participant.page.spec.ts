import { describe, expect, it } from '@jest/globals';
import type { PageHost } from '../contact-points/page-host.reader.js';
import { DomainError, NotFound, TooManyTries } from '../kernel/domain-error.js';
import { WORDINGS } from '../kernel/wording.js';
import { MeetingFull, MeetingNotReady, NoMeetingServer } from '../meetings/meetings.reader.js';
import type { Page } from '../platform/http/page.js';
import { deviceCheckPage } from './device-check.page.js';
import { askForgetPage, forgottenPage, unsubscribePage } from './forget-me.page.js';
import { groupDoorPage, refusedAtGroupDoor } from './group-door.page.js';
import type { Guest } from './guests.reader.js';
import {
  DoorRests,
  ENDED_BECAUSE,
  GroupLinkReplaced,
  LinkEnded,
  NothingPlanned,
  TooEarly,
} from './invitations.errors.js';
import { linkAskedPage, lostLinkPage } from './lost-link.page.js';
import { refusedPage } from './door.page.js';
import { reEntryPage } from './re-entry.page.js';
import { participantPage, refusalPage } from './participant.page.js';

const range = {
  start: Temporal.Instant.from('2026-12-08T17:00:00Z'),
  end: Temporal.Instant.from('2026-12-08T19:00:00Z'),
};
const opensAt = range.start.subtract({ minutes: 15 });
const token = 'A'.repeat(32);
const now = Temporal.Instant.from('2026-12-08T16:00:00Z');
const legal = { imprintUrl: 'https://musterstadt.example/impressum', privacyUrl: 'https://m.example/privat' };

type Door = Guest['door'];

const facts = (host: PageHost) => ({ token, hasServer: true, now, host });
const guestAt = (door: Door, more: Partial<Guest> = {}) =>
  ({ range, door, isModerator: false, ...more }) as Guest;
const textOf = ({ title, body }: Page) => `${title} ${body.text}`.replace(/\s+/g, ' ');

function wordsFor(guest: Pick<Guest, 'door' | 'isModerator'>, hasServer = true): string {
  const host: PageHost = { wording: 'de-sie', legal };
  return textOf(participantPage({ ...facts(host), hasServer, guest: guestAt(guest.door, guest) }));
}

const INVITER = 'die Person, die Sie eingeladen hat';

const DOORS: [string, Door, boolean][] = [
  ['too early', { kind: 'tooEarly', opensAt }, true],
  ['open', { kind: 'open' }, true],
  ['open without a video server', { kind: 'open' }, false],
  ['cancelled', { kind: 'cancelled' }, true],
  ['over', { kind: 'over' }, true],
];

describe('The page behind a link names somebody who can help', () => {
  it.each(DOORS)('%s: the person who invited, to those who were invited', (_, door, hasServer) => {
    const words = wordsFor({ door, isModerator: false }, hasServer);
    expect(words).toContain(INVITER);
    expect(words).not.toContain('Kontaktstelle');
  });

  it.each(DOORS)('%s: the contact point, to a representative, whom nobody invited', (_, door, hasServer) => {
    const words = wordsFor({ door, isModerator: true }, hasServer);
    expect(words).toContain('Ihre Kontaktstelle');
    expect(words).not.toContain('eingeladen');
  });
});

describe('The page of a link that has ended', () => {
  it.each(['cancelled', 'over'] as const)('says the same as the refusal: %s', (kind) => {
    expect(wordsFor({ door: { kind }, isModerator: false })).toContain(`<h1>${ENDED_BECAUSE[kind]}</h1>`);
  });
});

const at = (door: Door, more?: Partial<Guest>) => (host: PageHost) =>
  participantPage({ ...facts(host), guest: guestAt(door, more) });
const asked = (reply: 'yes' | 'no' | null) => ({ invitee: { reply } }) as Partial<Guest>;
const groupDoor = (door?: Door) => (host: PageHost) =>
  groupDoorPage({ ...facts(host), guest: door && guestAt(door) });
const tried = { action: '/t/x/enter', displayName: 'Ada' };
const refused = (error: DomainError) => (host: PageHost) =>
  refusedPage(error, host, { helper: 'inviter', back: `/t/${token}`, tried });
const refusedToGroup = (error: DomainError) => (host: PageHost) =>
  refusedAtGroupDoor(error, { token, tried }, host);

/** As the room of the meetings refuses; a wording that has words for it does not show these. */
class Refused extends DomainError {
  readonly status = 503;
  constructor(readonly code: string) {
    super('Selbsthilfe.');
  }
}

const numbers = [
  { countryCode: 'DE', formattedNumber: '+49 231 1234567', tollFree: false, default: true },
  { countryCode: 'AT', formattedNumber: '+43 (800) 1234-567', tollFree: true, default: false },
];
const dialIn = { numbers, pin: '123456789' };

const PAGES: Record<string, (host: PageHost) => Page> = {
  'too early': at({ kind: 'tooEarly', opensAt }, asked(null)),
  'too early by days': at({ kind: 'tooEarly', opensAt: opensAt.add({ hours: 48 }) }),
  open: at({ kind: 'open' }, asked('yes')),
  'open, said no': at({ kind: 'open' }, asked('no')),
  'open to a representative': at({ kind: 'open' }, { isModerator: true }),
  'open without a server': (host) =>
    participantPage({ ...facts(host), hasServer: false, guest: guestAt({ kind: 'open' }) }),
  cancelled: at({ kind: 'cancelled' }, asked('yes')),
  over: at({ kind: 'over' }),
  withdrawn: (host) => refusalPage(new LinkEnded('withdrawn'), host),
  replaced: (host) => refusalPage(new LinkEnded('replaced'), host),
  'resting door': (host) => refusalPage(new DoorRests(), host),
  'refused: too early': refused(new TooEarly(opensAt)),
  'refused: no server': refused(new NoMeetingServer()),
  'refused: server away': refused(new Refused('serverAway')),
  'refused: not ready': refused(new MeetingNotReady()),
  'refused: full': refused(new MeetingFull()),
  'back in': reEntryPage,
  'back in, refused': (host) =>
    refusalPage(new Refused('serverAway'), host, { tried: { action: '/wieder', dialIn } }),
  'device check': ({ wording }) => deviceCheckPage(wording),
  'group: too early': groupDoor({ kind: 'tooEarly', opensAt }),
  'group: open': groupDoor({ kind: 'open' }),
  'group: no date': groupDoor(),
  'group: replaced': refusedToGroup(new GroupLinkReplaced()),
  'group: resting': refusedToGroup(new DoorRests()),
  'group: nothing planned': refusedToGroup(new NothingPlanned()),
  unsubscribe: (host) => unsubscribePage(token, host),
  'asked once more': (host) => askForgetPage(token, 'sure', host),
  forgotten: forgottenPage,
  'lost link': ({ wording }) => lostLinkPage(wording),
  'lost link, mistyped': ({ wording }) => lostLinkPage(wording, { typed: 'x', fault: 'Das @ fehlt.' }),
  'link asked': ({ wording }) => linkAskedPage(wording),
};

/** What no page of this wording may say. */
const FOREIGN = {
  'de-sie': /\b[Dd](u|ich|ir|ein\w*)\b/,
  'de-du': /\bSie (?!öffnet)|\b(Ihre?[mnrs]?|Ihnen)\b/,
  'de-leicht': /\b[Dd](u|ich|ir|ein\w*)\b|\b(genügt|gültig|zurzeit|angefordert)\b/,
  en: /[äöüß„]|\b(Sie|der|und|Uhr)\b/,
};

describe.each(WORDINGS)('In %s', (wording) => {
  it.each(Object.entries(PAGES))('the page speaks so, and of nobody’s illness: %s', (_, make) => {
    const page = make({ wording, legal });
    const text = textOf(page);
    expect(page.wording).toBe(wording);
    expect(text).toContain('<h1>');
    expect(text).not.toMatch(FOREIGN[wording]);
    expect(text).not.toMatch(/undefined|\[object|Gruppe|group|Selbsthilfe|Thema/);
    expect(text).not.toMatch(/<(\w+)[^>]*>\s*<\/\1>/);
  });

  it('every page that knows its contact point says who answers for it', () => {
    const without = Object.entries(PAGES).filter(([, make]) => make({ wording, legal }).legal !== legal);
    expect(without.map(([name]) => name)).toEqual([
      'device check',
      'lost link',
      'lost link, mistyped',
      'link asked',
    ]);
  });
});

describe('Dates and times', () => {
  it.each([
    ['de-sie', 'Dienstag, 8. Dezember 2026, 18:00 bis 20:00 Uhr', '17:45 Uhr'],
    ['de-du', 'Dienstag, 8. Dezember 2026, 18:00 bis 20:00 Uhr', '17:45 Uhr'],
    ['de-leicht', 'Dienstag, 8. Dezember 2026, von 18 Uhr bis 20 Uhr', '17:45 Uhr'],
    ['en', 'Tuesday, 8 December 2026, 6 pm to 8 pm, German time', '5:45 pm'],
  ] as const)('are written as in the mails: %s', (wording, when, opening) => {
    for (const name of ['too early', 'group: too early']) {
      const text = textOf(PAGES[name]?.({ wording }) as Page);
      expect(text).toContain(when);
      expect(text).toContain(opening);
    }
  });
});

describe('A refusal that is written in the house’s own wording', () => {
  it.each([
    new TooEarly(opensAt),
    new MeetingNotReady(),
    new MeetingFull(),
    new DoorRests(),
    new GroupLinkReplaced(),
  ])('is said as it stands: $code', (error) => {
    expect(textOf(refused(error)({ wording: 'de-sie', legal }))).toContain(
      `role="alert">${error.detail}</p>`,
    );
  });
});

describe('A refusal that a wording has no words for', () => {
  it.each([
    ['de-du', '>Zu viele Versuche.<'],
    ['en', '><span lang="de">Zu viele Versuche.</span><'],
  ] as const)('stands there in German: %s', (wording, expected) => {
    const error = new TooManyTries(60, 'Zu viele Versuche.');
    for (const make of [refused(error), refusedToGroup(error)])
      expect(textOf(make({ wording, legal }))).toContain(expected);
  });
});

describe('The device check', () => {
  it('stands before an open door and before one that opens later, and nowhere else', () => {
    const withCheck = Object.entries(PAGES).filter(
      ([, make]) => make({ wording: 'de-sie', legal }).checksDevices,
    );
    expect(withCheck.map(([name]) => name)).toEqual([
      'too early',
      'too early by days',
      'open',
      'open, said no',
      'open to a representative',
      'open without a server',
      'device check',
      'group: too early',
      'group: open',
    ]);
    for (const [, make] of Object.entries(PAGES)) {
      const page = make({ wording: 'en', legal });
      expect(page.body.text.includes('<vh-device-check wording="en">')).toBe(page.checksDevices === true);
    }
  });
});

describe('A link that is none of ours', () => {
  it('reads the same whatever anybody speaks', () => {
    const pages = WORDINGS.map((wording) => [
      refusalPage(new NotFound(), { wording, legal }),
      refusedAtGroupDoor(new NotFound(), { token }, { wording, legal }),
    ]);
    expect(new Set(pages.map((each) => JSON.stringify(each))).size).toBe(1);
  });
});
