import { describe, expect, it } from '@jest/globals';
import { DomainError, NotFound, Outdated } from '../kernel/domain-error.js';
import { WORDINGS, type Wording } from '../kernel/wording.js';
import type { Page } from '../platform/http/page.js';
import type { Target } from './act-from-mail.js';
import { actPage, endedActPage, outcomePage, refusedActPage } from './act-from-mail.page.js';
import type { MailedDate } from './mailed-dates.reader.js';
import {
  AgainstTheRules,
  DateEnded,
  NoSuchTime,
  RoomAlreadyTaken,
  SameTime,
  TimeDoesNotExist,
  TooManyForTheRoom,
} from './reservations.errors.js';
import type { JudgedDateView } from './reservations.views.js';

const occurrence = {
  startsAt: '2026-12-08T17:00:00.000Z',
  endsAt: '2026-12-08T19:00:00.000Z',
  roomName: 'Linde',
  version: 3,
};
const legal = { imprintUrl: 'https://musterstadt.example/impressum', privacyUrl: 'https://m.example/privat' };
const mailedTo = (wording: Wording) =>
  ({
    token: 'A'.repeat(75),
    occurrence,
    host: { wording, legal },
    website: 'https://m.example/online',
  }) as MailedDate;
const wish = { act: 'move', date: '2026-12-09', time: '19:15', version: 3, sure: '' } as const;
const to: Target = {
  range: {
    start: Temporal.Instant.from('2026-12-09T18:15:00Z'),
    end: Temporal.Instant.from('2026-12-09T20:15:00Z'),
  },
  roomName: 'Linde',
};
const rules = {
  shortestMinutes: 30,
  longestMinutes: 240,
  opensAt: '07:00',
  closesAt: '23:00',
  horizonMonths: 12,
};
const ALTERNATIVES = [{ time: '20:00' }, { roomId: 'r2', roomName: 'Buche' }];
const clash = (obstacle: object) =>
  new RoomAlreadyTaken([{ ...obstacle, alternatives: ALTERNATIVES } as unknown as JudgedDateView], false);

const REFUSALS: Record<string, DomainError> = {
  taken: clash({ verdict: 'taken' }),
  closed: clash({ verdict: 'closed' }),
  full: clash({ verdict: 'capacity' }),
  'no server open': clash({ verdict: 'capacity', capacityFault: 'noServerOpen' }),
  'too many rooms': clash({ verdict: 'quota', quotaFault: 'tooManyRoomsAtOnce' }),
  'too many hours': clash({ verdict: 'quota', quotaFault: 'tooManyHoursAWeek' }),
  ...Object.fromEntries(
    (['offGrid', 'tooShort', 'tooLong', 'past', 'beyondHorizon', 'outsideHours'] as const).map((code) => [
      code,
      new AgainstTheRules(code, rules),
    ]),
  ),
  'the horizon of a month': new AgainstTheRules('beyondHorizon', { ...rules, horizonMonths: 1 }),
  outdated: new Outdated(),
  'the same time': new SameTime(),
  'no day': new NoSuchTime('Bitte geben Sie einen Tag an.'),
  'no such hour': new TimeDoesNotExist(),
};

const PAGES: Record<string, (wording: Wording) => Page> = {
  'first page': (wording) => actPage(mailedTo(wording)),
  kept: (wording) => outcomePage(mailedTo(wording), { kind: 'kept' }),
  'asked to move': (wording) => outcomePage(mailedTo(wording), { kind: 'asked', wish, sure: 'x', to }),
  'asked to cancel': (wording) => outcomePage(mailedTo(wording), { kind: 'asked', wish, sure: 'x' }),
  moved: (wording) => outcomePage(mailedTo(wording), { kind: 'moved', to }),
  cancelled: (wording) => outcomePage(mailedTo(wording), { kind: 'cancelled' }),
  begun: (wording) => endedActPage(new DateEnded('begun'), mailedTo(wording).host),
  'called off': (wording) => endedActPage(new DateEnded('cancelled'), mailedTo(wording).host),
  'left out': (wording) => endedActPage(new DateEnded('leftOut'), mailedTo(wording).host),
  ...Object.fromEntries(
    Object.entries(REFUSALS).map(([name, error]) => [
      `refused: ${name}`,
      (wording: Wording) => refusedActPage(mailedTo(wording), error, wish),
    ]),
  ),
};

/** What no page of this wording may say. */
const FOREIGN = {
  'de-sie': /\b[Dd](u|ich|ir|ein\w*)\b/,
  'de-du': /\bSie\b|\b(Ihre?[mnrs]?|Ihnen)\b/,
  'de-leicht': /\b[Dd](u|ich|ir|ein\w*)\b|\b(belegt|verschieben|gültig)\b/,
  en: /[äöüß„]|\b(Sie|der|und|Uhr)\b|lang="de"/,
};

/** As the group's own room has it. */
class Resting extends DomainError {
  readonly code = 'accessRests';
  readonly status = 403;
}

const textOf = ({ title, body }: Page) => `${title} ${body.text}`.replace(/\s+/g, ' ');

describe.each(WORDINGS)('In %s', (wording) => {
  it.each(Object.entries(PAGES))('the page behind the link of a mail speaks so: %s', (_, make) => {
    const page = make(wording);
    const text = textOf(page);
    expect(page).toMatchObject({ wording, legal });
    expect(text).not.toMatch(FOREIGN[wording]);
    expect(text).not.toMatch(/undefined|\[object|Selbsthilfe|Thema|laden Sie die Seite neu/);
    expect(text).not.toMatch(/<(\w+)[^>]*>\s*<\/\1>/);
  });
});

describe('The page behind the link of a mail', () => {
  it.each([
    ['de-sie', 'Um 20:00 Uhr', 'Um 19:15 Uhr, Buche'],
    ['de-leicht', 'Um 20 Uhr', 'Um 19:15 Uhr, Buche'],
    ['en', 'At 8 pm', 'At 7:15 pm, Buche'],
  ] as const)('offers what is free instead: %s', (wording, time, room) => {
    const text = textOf(refusedActPage(mailedTo(wording), clash({ verdict: 'taken' }), wish));
    expect(text).toContain(`>${time}</button>`);
    expect(text).toContain(`>${room}</button>`);
  });

  it.each(WORDINGS)('says of a pause neither that it is full nor that another time helps: %s', (wording) => {
    const paused = { verdict: 'capacity', capacityFault: 'noServerOpen', alternatives: [] };
    const error = new RoomAlreadyTaken([paused as unknown as JudgedDateView], false);
    const text = textOf(refusedActPage(mailedTo(wording), error, wish));
    expect(text).toMatch(/Pause|break/);
    expect(text).not.toMatch(/Menschen im Haus|people in the house|Das ist frei|This is free/);
    expect(text).toContain('value="2026-12-09"');
  });

  it.each(WORDINGS)('says of a date that has changed nothing that speaks against that: %s', (wording) => {
    const text = textOf(refusedActPage(mailedTo(wording), new Outdated(), wish));
    expect(text).not.toContain('noch gleich');
    expect(text).toMatch(/wie er hier steht|So ist der Termin jetzt:|as it stands here/);
  });

  it('marks a refusal as German that the wording has no words for', () => {
    const text = textOf(refusedActPage(mailedTo('en'), new TooManyForTheRoom(12), wish));
    expect(text).toContain('<span lang="de">In diesen Raum passen 12 Personen.');
  });

  it('says that the access rests without a word of the group, where the wording has words of its own', () => {
    const text = textOf(
      endedActPage(new Resting('Die Freischaltung dieser Gruppe ruht.'), mailedTo('en').host),
    );
    expect(text).toContain('This link does not work at the moment.');
    expect(text).not.toContain('Gruppe');
  });

  it('reads the same to strangers, whatever anybody speaks', () => {
    const pages = WORDINGS.map((wording) => endedActPage(new NotFound(), { wording, legal }));
    expect(new Set(pages.map((page) => JSON.stringify(page))).size).toBe(1);
  });
});
