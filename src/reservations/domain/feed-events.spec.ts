import { describe, expect, it } from '@jest/globals';
import { instantOf, wallTimeOf } from '../../kernel/local-time.js';
import { feedEventsOf, type FeedDate, type FeedEvent, type FeedReservation } from './feed-events.js';
import type { Repeat } from './recurrence-rule.js';

const createdAt = Temporal.Instant.from('2026-11-01T08:00:00Z');
const weekly: Repeat = { kind: 'weekly', interval: 1, count: 4 };

/** A date at six in the evening for two hours, `2026-12-08`; or moved, `2026-12-08 2026-12-09T17:00`. */
function aDate(text: string, minutes = 120): FeedDate {
  const [seriesDate = '', wall = `${seriesDate}T18:00`] = text.split(' ');
  const [date = '', time = ''] = wall.split('T');
  const start = instantOf({ date, time });
  const uid = `cafe-${seriesDate.replaceAll('-', '')}@haus.example`;
  return { uid, seriesDate, sequence: 7, range: { start, end: start.add({ minutes }) } };
}

function aSeries(repeat: Repeat, dates: FeedDate[], change: Partial<FeedReservation> = {}): FeedReservation {
  const series = { date: '2026-12-01', time: '18:00', minutes: 120, repeat };
  return { uid: 'cafe@haus.example', createdAt, version: 1, series, dates, ...change };
}

const wall = (instant: Temporal.Instant) => Object.values(wallTimeOf(instant)).join('T');

/** What an entry says, in wall time. */
function told({ uid, range, recurrence, replaces }: FeedEvent) {
  return {
    is: uid.replace('@haus.example', ''),
    at: wall(range.start),
    ...(recurrence && { rrule: recurrence.rrule, without: recurrence.leftOut.map(wall) }),
    ...(replaces && { insteadOf: wall(replaces) }),
  };
}

const tellAll = (reservation: FeedReservation) => feedEventsOf(reservation).map(told);
const RULE = 'FREQ=WEEKLY;INTERVAL=1;BYDAY=TU;WKST=MO';

describe('The entries of a reservation', () => {
  it('of one date are one, with UID and SEQUENCE of its mails', () => {
    const date = { ...aDate('2026-12-08'), uid: 'cafe@haus.example' };
    expect(feedEventsOf(aSeries(weekly, [date], { series: null }))).toEqual([
      { uid: 'cafe@haus.example', sequence: 7, range: date.range, writtenAt: createdAt.add({ seconds: 7 }) },
    ]);
  });

  it('of a series are one with a rule', () => {
    const dates = ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22'].map((text) => aDate(text));
    expect(tellAll(aSeries(weekly, dates))).toEqual([
      { is: 'cafe', at: '2026-12-01T18:00', rrule: `${RULE};COUNT=4`, without: [] },
    ]);
  });

  it('name what was left out, and what was moved by the start that the rule gave', () => {
    const dates = [aDate('2026-12-01'), aDate('2026-12-15 2026-12-16T17:00'), aDate('2026-12-22')];
    expect(tellAll(aSeries(weekly, dates))).toEqual([
      { is: 'cafe', at: '2026-12-01T18:00', rrule: `${RULE};COUNT=4`, without: ['2026-12-08T18:00'] },
      { is: 'cafe', at: '2026-12-16T17:00', insteadOf: '2026-12-15T18:00' },
    ]);
  });

  it('name a date that is longer or shorter than the others', () => {
    const dates = [aDate('2026-12-01'), aDate('2026-12-08', 90), aDate('2026-12-15'), aDate('2026-12-22')];
    expect(tellAll(aSeries(weekly, dates))[1]).toEqual({
      is: 'cafe',
      at: '2026-12-08T18:00',
      insteadOf: '2026-12-08T18:00',
    });
  });

  it('begin and end with a date as the rule gives it; what lies beyond stands alone', () => {
    const dates = [
      aDate('2026-12-01 2026-12-02T18:00'),
      aDate('2026-12-08'),
      aDate('2026-12-15'),
      aDate('2026-12-22 2026-12-23T18:00'),
    ];
    expect(tellAll(aSeries(weekly, dates))).toEqual([
      { is: 'cafe', at: '2026-12-08T18:00', rrule: `${RULE};COUNT=2`, without: [] },
      { is: 'cafe-20261201', at: '2026-12-02T18:00' },
      { is: 'cafe-20261222', at: '2026-12-23T18:00' },
    ]);
  });

  it('let a date stand alone that was moved past another one of its series', () => {
    const dates = [
      aDate('2026-12-01'),
      aDate('2026-12-08 2026-12-16T18:00'),
      aDate('2026-12-15'),
      aDate('2026-12-22'),
    ];
    expect(tellAll(aSeries(weekly, dates))).toEqual([
      { is: 'cafe', at: '2026-12-01T18:00', rrule: `${RULE};COUNT=4`, without: ['2026-12-08T18:00'] },
      { is: 'cafe-20261208', at: '2026-12-16T18:00' },
    ]);
  });

  it('follow the rule of a series that was moved from its middle on; what lies before stands alone', () => {
    const dates = [
      aDate('2026-12-01'),
      aDate('2026-12-08 2026-12-09T19:00'),
      aDate('2026-12-15 2026-12-16T19:00'),
      aDate('2026-12-22 2026-12-23T19:00'),
    ];
    const series = { date: '2026-12-09', time: '19:00', minutes: 120, repeat: weekly };
    expect(tellAll(aSeries(weekly, dates, { series }))).toEqual([
      {
        is: 'cafe',
        at: '2026-12-09T19:00',
        rrule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=WE;WKST=MO;COUNT=3',
        without: [],
      },
      { is: 'cafe-20261201', at: '2026-12-01T18:00' },
    ]);
  });
});

describe('A series is shown date by date', () => {
  const alone = (reservation: FeedReservation) => tellAll(reservation).map(({ is, at }) => `${is} ${at}`);
  const monthly = (nth: (1 | 3 | 5)[]): Repeat => ({ kind: 'monthly', nth, weekday: 'TU', count: 3 });

  it('when it was moved so that no rule says its days', () => {
    const dates = [aDate('2026-12-01 2026-12-02T18:00'), aDate('2027-01-05 2027-01-06T18:00')];
    const series = { date: '2026-12-02', time: '18:00', minutes: 120, repeat: monthly([1]) };
    expect(alone(aSeries(monthly([1]), dates, { series }))).toEqual([
      'cafe-20261201 2026-12-02T18:00',
      'cafe-20270105 2027-01-06T18:00',
    ]);
  });

  it.each<[string, Repeat, string[]]>([
    ['when it meets twice a month', monthly([1, 3]), ['2026-12-01', '2026-12-15', '2027-01-05']],
    ['when it meets each fifth Tuesday', monthly([5]), ['2026-12-29', '2027-03-30', '2027-06-29']],
    ['when its rule is none of ours', { ...weekly, interval: 9 }, ['2026-12-01', '2026-12-08']],
    ['when one date is left', weekly, ['2026-12-08']],
    [
      'when most of its dates were moved',
      weekly,
      ['2026-12-01', '2026-12-08', ...['15', '22', '29'].map((day) => `2026-12-${day} 2026-12-${day}T19:00`)],
    ],
  ])('%s', (_, repeat, texts) => {
    const events = feedEventsOf(
      aSeries(
        repeat,
        texts.map((text) => aDate(text)),
      ),
    );
    expect(events.map(({ uid }) => uid)).toEqual(texts.map((text) => aDate(text).uid));
    expect(events.filter(({ recurrence, replaces }) => recurrence || replaces)).toEqual([]);
  });

  it.each([
    ['begins in the hour that does not exist', '2027-03-28', '02:30'],
    ['begins in the hour that comes twice', '2026-10-25', '02:30'],
    ['lasts while the clocks go forward', '2027-03-28', '01:00'],
    ['lasts while the clocks go back', '2026-10-25', '01:00'],
  ])('when one of its dates %s: programs disagree', (_, sunday, time) => {
    const first = Temporal.PlainDate.from(sunday).subtract({ weeks: 2 });
    const dates = [0, 1, 2, 3].map((weeks) => {
      const date = first.add({ weeks }).toString();
      return aDate(`${date} ${date}T${time}`);
    });
    const series = { date: first.toString(), time, minutes: 120, repeat: weekly };
    const events = feedEventsOf(aSeries(weekly, dates, { series }));
    expect(events.map(({ range }) => range.start)).toEqual(dates.map(({ range }) => range.start));
    expect(events.every(({ recurrence }) => recurrence === undefined)).toBe(true);
  });
});

describe('The SEQUENCE of a series (P4)', () => {
  const all = ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22'].map((text) => aDate(text));
  const sequence = (version: number, dates: FeedDate[]) =>
    feedEventsOf(aSeries(weekly, dates, { version }))[0]?.sequence;

  it('begins at 0 and rises with every change, and with every date that is shown no more', () => {
    const inTurn = [
      sequence(1, all),
      sequence(1, all.slice(1)),
      sequence(1, all.slice(2)),
      sequence(2, all),
      sequence(3, all),
    ];
    expect(inTurn).toEqual([0, 1, 2, 53, 106]);
  });

  it('is the same for its moved dates', () => {
    const dates = [...all.slice(0, 2), aDate('2026-12-15 2026-12-16T18:00'), ...all.slice(3)];
    expect(feedEventsOf(aSeries(weekly, dates, { version: 2 })).map((event) => event.sequence)).toEqual([
      53, 53,
    ]);
  });
});
