import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { datesOf, type Dates, type Wish } from '../../support/dates.js';
import { aPlace, type RoomFacts } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;
let dates: Dates;
let rooms: [RoomFacts, RoomFacts];

beforeAll(async () => {
  house = await openStoryHouse();
});
afterAll(() => house.close());

/** A new group with two rooms that are free. */
async function anewAt(columns: Record<string, unknown> = {}): Promise<void> {
  const place = await aPlace(house, columns);
  dates = datesOf(house, place.group);
  rooms = place.rooms;
}

const stored = () => house.database.query('SELECT 1 FROM reservations');

describe('A representative reserves for a series', () => {
  beforeAll(() => anewAt({ horizon_months: 24 }));

  const tuesdays = { kind: 'weekly', interval: 1, weekdays: ['TU'] };
  it.each<[string, Wish, Wish, string[]]>([
    [
      'every week',
      { date: '2026-12-08' },
      { ...tuesdays, count: 3 },
      ['2026-12-08', '2026-12-15', '2026-12-22'],
    ],
    [
      'every other week on two days, from the first that the rule meets',
      { date: '2027-01-05' },
      { kind: 'weekly', interval: 2, weekdays: ['MO', 'TH'], count: 4 },
      ['2027-01-07', '2027-01-18', '2027-01-21', '2027-02-01'],
    ],
    [
      'every third week on the weekday of the first date',
      { date: '2027-02-05' },
      { kind: 'weekly', interval: 3, count: 3 },
      ['2027-02-05', '2027-02-26', '2027-03-19'],
    ],
    [
      'each first Tuesday of the month, until a day',
      { date: '2027-03-02', time: '10:00' },
      { kind: 'monthly', nth: [1], weekday: 'TU', until: '2027-05-04' },
      ['2027-03-02', '2027-04-06', '2027-05-04'],
    ],
    [
      'twice a month',
      { date: '2027-06-01' },
      { kind: 'monthly', nth: [1, 3], weekday: 'TH', count: 4 },
      ['2027-06-03', '2027-06-17', '2027-07-01', '2027-07-15'],
    ],
    [
      'each last Monday',
      { date: '2027-08-01' },
      { kind: 'monthly', nth: ['last'], weekday: 'MO', count: 3 },
      ['2027-08-30', '2027-09-27', '2027-10-25'],
    ],
    [
      'each fifth Friday, in months that have one',
      { date: '2027-10-01' },
      { kind: 'monthly', nth: [5], weekday: 'FR', count: 3 },
      ['2027-10-29', '2027-12-31', '2028-03-31'],
    ],
    [
      'over the 29th of February',
      { date: '2028-02-22' },
      { ...tuesdays, count: 3 },
      ['2028-02-22', '2028-02-29', '2028-03-07'],
    ],
  ])('%s', async (_, when, repeat, expected) => {
    const { status, body } = await dates.reserve({ roomId: rooms[0].id, ...when, repeat });
    expect(status).toBe(201);
    expect(body.occurrences.map(({ date }) => date)).toEqual(expected);
    expect(body.occurrences.map(({ state }) => state)).toEqual(expected.map(() => 'planned'));
  });

  it('of 52 dates, told in words', async () => {
    const wish = { roomId: rooms[1].id, time: '08:00', repeat: { ...tuesdays, count: 52 } };
    const { status, body } = await dates.reserve(wish);
    expect(status).toBe(201);
    expect(body.occurrences).toHaveLength(52);
    expect(body.inWords).toBe('Jeden Dienstag, 08:00 bis 10:00 Uhr, 52 Termine');
  });

  it('stays at its wall time over the change to summer time and back', async () => {
    const repeat = { ...tuesdays, until: '2027-04-06' };
    const { body } = await dates.reserve({ roomId: rooms[1].id, date: '2027-03-23', time: '20:00', repeat });
    expect(body.occurrences.map(({ startsAt, time }) => [startsAt, time])).toEqual([
      ['2027-03-23T19:00:00Z', '20:00'],
      ['2027-03-30T18:00:00Z', '20:00'],
      ['2027-04-06T18:00:00Z', '20:00'],
    ]);
  });

  it('shows a date that is left out with its reason, and takes it up again', async () => {
    const repeat = { ...tuesdays, count: 3, skip: ['2026-12-15'] };
    const { body } = await dates.reserve({ roomId: rooms[1].id, time: '12:00', repeat });
    expect(body.occurrences.map(({ date, state, reason }) => [date, state, reason])).toEqual([
      ['2026-12-08', 'planned', undefined],
      ['2026-12-15', 'leftOut', 'Diesen Termin haben Sie ausgelassen.'],
      ['2026-12-22', 'planned', undefined],
    ]);
    const taken = await dates.takeUp(body.id, { date: '2026-12-15' });
    expect(taken).toMatchObject({ status: 201, body: { state: 'planned', time: '12:00' } });
    expect(taken.body.reason).toBeUndefined();
    expect((await dates.takeUp(body.id, { date: '2026-12-15' })).status).toBe(404);
    expect((await dates.takeUp(body.id, { date: '2026-12-16' })).status).toBe(404);
  });

  it('takes up a date of a series that has moved, by the day that is shown or the one that the rule gave', async () => {
    const repeat = { ...tuesdays, count: 4, skip: ['2026-12-15', '2026-12-22'] };
    const { body } = await dates.reserve({ roomId: rooms[1].id, time: '15:00', minutes: 60, repeat });
    const moved = await dates.moveSeries(body.id, { date: '2026-12-10' });
    expect(moved.body.occurrences.map(({ date }) => date)).toEqual([
      '2026-12-10',
      '2026-12-17',
      '2026-12-24',
      '2026-12-31',
    ]);
    for (const [asked, shown] of [
      ['2026-12-17', '2026-12-17'],
      ['2026-12-22', '2026-12-24'],
    ]) {
      const taken = await dates.takeUp(body.id, { date: asked });
      expect(taken).toMatchObject({ status: 201, body: { date: shown, state: 'planned' } });
    }
  });

  it('takes up the date that is shown on a day, also where the rule gave that day to another one', async () => {
    const repeat = { ...tuesdays, count: 4, skip: ['2026-12-15', '2026-12-22'] };
    const { body } = await dates.reserve({ roomId: rooms[1].id, time: '17:00', minutes: 60, repeat });
    await dates.moveSeries(body.id, { date: '2026-12-15' });
    const taken = await dates.takeUp(body.id, { date: '2026-12-22' });
    expect(taken).toMatchObject({ status: 201, body: { date: '2026-12-22', seriesDate: '2026-12-15' } });
  });

  const weekly = (change: Wish) => ({ kind: 'weekly', interval: 1, ...change });
  it.each<[string, unknown, string]>([
    ['a raw RRULE', 'FREQ=WEEKLY;COUNT=4', 'unreadable'],
    ['a rule with an RRULE inside', { rrule: 'FREQ=WEEKLY' }, 'unreadable'],
    ['every day', { kind: 'daily', count: 3 }, 'unreadable'],
    ['every year', { kind: 'yearly', count: 3 }, 'unreadable'],
    ['every fifth week', weekly({ interval: 5, count: 3 }), 'unreadable'],
    ['no week at all', weekly({ interval: 0, count: 3 }), 'unreadable'],
    ['an unknown weekday', weekly({ weekdays: ['DI'], count: 3 }), 'unreadable'],
    ['a property that nobody knows', weekly({ count: 3, exdates: [] }), 'unreadable'],
    ['a count in words', weekly({ count: '3' }), 'unreadable'],
    ['half a date', weekly({ count: 2.5 }), 'unreadable'],
    ['a last day that is none', weekly({ until: '2027-02-30' }), 'noSuchDay'],
    ['a last day that was not typed', weekly({ until: '' }), 'noSuchDay'],
    ['a last day with a time', weekly({ until: '2027-02-01T18:00+99:99' }), 'noSuchDay'],
    ['an end in the year 9999', weekly({ until: '9999-12-31' }), 'untilTooFar'],
    ['a day left out that is none', weekly({ count: 3, skip: ['2027-02-30'] }), 'noSuchSkip'],
    ['too many days left out', weekly({ count: 3, skip: Array(367).fill('2027-02-01') }), 'tooManySkips'],
    ['a list', [weekly({ count: 3 })], 'unreadable'],
    ['nothing', null, 'unreadable'],
    ['a number', 1e308, 'unreadable'],
    ['a sixth Tuesday', { kind: 'monthly', nth: [6], weekday: 'TU', count: 3 }, 'unreadable'],
    ['no weekday', weekly({ weekdays: [], count: 3 }), 'noWeekday'],
    ['no place in the month', { kind: 'monthly', nth: [], weekday: 'TU', count: 3 }, 'noNth'],
    ['no end', weekly({}), 'noEnd'],
    ['two ends', weekly({ count: 3, until: '2027-01-05' }), 'twoEnds'],
    ['an end before the start', weekly({ until: '2026-12-01' }), 'untilBeforeStart'],
    ['an end beyond two years', weekly({ until: '2029-01-05' }), 'untilTooFar'],
    ['no dates', weekly({ count: 0 }), 'noDates'],
    ['only dates that are left out', weekly({ count: 1, skip: ['2026-12-08'] }), 'noDates'],
    ['53 dates', weekly({ count: 53 }), 'tooManyDates'],
    ['53 dates by a last day', weekly({ until: '2027-12-07' }), 'tooManyDates'],
  ])('is refused in a German sentence (422), and nothing is stored: %s', async (_, repeat, code) => {
    const before = await stored();
    const { status, body } = await dates.reserve({ repeat });
    expect({ status, code: body.code }).toEqual({ status: 422, code });
    expect(body.detail).toMatch(/^[A-ZÄÖÜ].*\.$/);
    expect(await stored()).toHaveLength(before.length);
  });

  it('is refused when its last date lies beyond the horizon, and is told which', async () => {
    const { status, body } = await dates.reserve({
      date: '2028-11-21',
      repeat: weekly({ count: 3 }),
    });
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'beyondHorizon' });
    expect(body.detail).toBe(
      'Der Termin am 5. Dezember 2028 liegt zu weit in der Zukunft: Reservieren können Sie für die nächsten 24 Monate. Bitte wählen Sie weniger Termine oder einen früheren letzten Tag.',
    );
  });

  it('is told what helps when it would move beyond the horizon', async () => {
    const { body } = await dates.reserve({ date: '2028-11-14', repeat: weekly({ count: 3 }) });
    const refused = await dates.moveSeries(body.id, { date: '2028-11-21' });
    expect([refused.status, refused.body.code]).toEqual([422, 'beyondHorizon']);
    expect(refused.body.detail).toMatch(
      /^Der Termin am 5\. Dezember 2028 .* Bitte verschieben Sie um weniger Tage, oder sagen Sie diesen Termin vorher ab\.$/,
    );
  });
});

describe('A preview of a series', () => {
  beforeAll(() => anewAt());
  const weekly = (count: number, change: Wish = {}) => ({ kind: 'weekly', interval: 1, count, ...change });

  it('says for each date whether it is free, names holidays and what is left out, and stores nothing', async () => {
    await dates.reserve({ roomId: rooms[0].id, date: '2026-12-15', time: '19:00' });
    const before = await stored();
    const wish = { roomId: rooms[0].id, repeat: weekly(5, { weekdays: ['TU', 'FR'], skip: ['2026-12-22'] }) };
    const { status, body } = await dates.preview(wish);
    expect(status).toBe(200);
    expect(body.inWords).toBe('Jeden Dienstag und Freitag, 18:00 bis 20:00 Uhr, 5 Termine');
    expect(body.dates.map(({ date, verdict, skipped }) => [date, verdict, skipped])).toEqual([
      ['2026-12-08', 'free', undefined],
      ['2026-12-11', 'free', undefined],
      ['2026-12-15', 'taken', undefined],
      ['2026-12-18', 'free', undefined],
      ['2026-12-22', expect.anything(), true],
    ]);
    expect(body.dates[2]?.alternatives).toContainEqual({ roomId: rooms[1].id, roomName: 'Raum 2' });
    expect(await stored()).toHaveLength(before.length);
    const overNewYear = await dates.preview({ date: '2026-12-25', repeat: weekly(2) });
    expect(overNewYear.body.dates.map(({ holiday, verdict }) => [holiday, verdict])).toEqual([
      ['1. Weihnachtstag', 'free'],
      [expect.stringMatching(/^Neujahr/), 'free'],
    ]);
  });

  it('keeps quiet about holidays of another Land', async () => {
    const bavarian = await aPlace(house, { land: 'BY' });
    const wish = { date: '2027-01-06', repeat: weekly(1) };
    const there = await datesOf(house, bavarian.group).preview(wish);
    const here = await dates.preview(wish);
    expect([there, here].map(({ body }) => body.dates[0]?.holiday)).toEqual([
      'Heilige Drei Könige',
      undefined,
    ]);
  });
});
