import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { closedRanges, closuresAgainst } from './closure-times.js';

const range = (start: string, end: string) => ({
  start: Temporal.Instant.from(start),
  end: Temporal.Instant.from(end),
});

/** What is closed between two instants, `2026-12-23T23:00Z 2026-12-26T23:00Z`. */
function closed(
  closure: [startsAt: string, endsAt: string, isYearly?: 'yearly'],
  between: [start: string, end: string],
): string[] {
  const [startsAt, endsAt, yearly] = closure;
  const ranges = closedRanges({ startsAt, endsAt, isYearly: yearly !== undefined }, range(...between));
  const minute = (instant: Temporal.Instant) => instant.toString({ smallestUnit: 'minute' });
  return ranges.map(({ start, end }) => `${minute(start)} ${minute(end)}`);
}

const year = (first: number, years = 1): [string, string] => [
  `${first}-01-01T00:00Z`,
  `${first + years}-01-01T00:00Z`,
];

describe('A closure of once', () => {
  it.each([
    ['in winter', '2026-12-24T00:00', '2026-12-27T00:00', '2026-12-23T23:00Z 2026-12-26T23:00Z'],
    ['in summer', '2026-07-01T08:00', '2026-07-01T12:30', '2026-07-01T06:00Z 2026-07-01T10:30Z'],
    [
      'over the night in which the clocks go back: an hour more',
      '2026-10-25T00:00',
      '2026-10-26T00:00',
      '2026-10-24T22:00Z 2026-10-25T23:00Z',
    ],
    [
      'from the hour that comes twice: from its first time on',
      '2026-10-25T02:30',
      '2026-10-25T12:00',
      '2026-10-25T00:30Z 2026-10-25T11:00Z',
    ],
  ])('is wall time of the house: %s', (_, from, to, expected) => {
    expect(closed([from, to], year(2026))).toEqual([expected]);
  });

  it.each([
    [
      'a whole day is an hour shorter',
      '2027-03-28T00:00',
      '2027-03-29T00:00',
      ['2027-03-27T23:00Z 2027-03-28T22:00Z'],
    ],
    [
      'a beginning in the skipped hour is after it',
      '2027-03-28T02:30',
      '2027-03-28T12:00',
      ['2027-03-28T01:30Z 2027-03-28T10:00Z'],
    ],
    ['half of the skipped hour closes nothing', '2027-03-28T02:30', '2027-03-28T03:00', []],
  ])('when the clocks go forward: %s', (_, from, to, expected) => {
    expect(closed([from, to], year(2027))).toEqual(expected);
  });

  it.each([
    ['that ends where the stretch begins', ['2026-12-26T23:00Z', '2026-12-28T23:00Z'], 0],
    ['that ends a minute later', ['2026-12-26T22:59Z', '2026-12-28T23:00Z'], 1],
    ['that begins where the stretch ends', ['2026-12-20T23:00Z', '2026-12-23T23:00Z'], 0],
    ['that begins a minute earlier', ['2026-12-20T23:00Z', '2026-12-23T23:01Z'], 1],
    ['around the stretch', ['2026-12-24T10:00Z', '2026-12-24T12:00Z'], 1],
    ['of the year before', year(2027), 0],
  ] as const)('is named whole where it meets the stretch asked for: one %s', (_, between, count) => {
    expect(closed(['2026-12-24T00:00', '2026-12-27T00:00'], [...between])).toHaveLength(count);
  });
});

describe('A yearly closure', () => {
  it('comes back on the same days, and has none before its first year', () => {
    expect(closed(['2026-07-01T00:00', '2026-07-15T00:00', 'yearly'], year(2024, 5))).toEqual([
      '2026-06-30T22:00Z 2026-07-14T22:00Z',
      '2027-06-30T22:00Z 2027-07-14T22:00Z',
      '2028-06-30T22:00Z 2028-07-14T22:00Z',
    ]);
  });

  it('still comes back in a hundred years', () => {
    expect(closed(['2026-12-24T00:00', '2026-12-25T00:00', 'yearly'], year(2126))).toEqual([
      '2126-12-23T23:00Z 2126-12-24T23:00Z',
    ]);
  });

  it.each([
    ['before it', ['2027-12-30T00:00Z', '2027-12-31T00:00Z'], '2027-12-23T23:00Z 2028-01-06T23:00Z'],
    ['after it', ['2028-01-02T00:00Z', '2028-01-03T00:00Z'], '2027-12-23T23:00Z 2028-01-06T23:00Z'],
    ['at it', ['2027-12-31T22:00Z', '2027-12-31T23:30Z'], '2027-12-23T23:00Z 2028-01-06T23:00Z'],
    [
      'at that of its first year',
      ['2027-01-01T12:00Z', '2027-01-01T13:00Z'],
      '2026-12-23T23:00Z 2027-01-06T23:00Z',
    ],
  ] as const)('goes over the turn of the year, asked %s', (_, between, expected) => {
    expect(closed(['2026-12-24T00:00', '2027-01-07T00:00', 'yearly'], [...between])).toEqual([expected]);
  });

  it('does not reach into the year before its first', () => {
    const closure = ['2026-12-24T00:00', '2027-01-07T00:00', 'yearly'] as const;
    expect(closed([...closure], ['2026-01-02T00:00Z', '2026-01-03T00:00Z'])).toEqual([]);
  });

  it('keeps its wall time where the clocks change between the years', () => {
    // The last Sunday of March: the 28th in 2027, the 26th in 2028.
    expect(closed(['2027-03-27T18:00', '2027-03-27T20:00', 'yearly'], year(2027, 2))).toEqual([
      '2027-03-27T17:00Z 2027-03-27T19:00Z',
      '2028-03-27T16:00Z 2028-03-27T18:00Z',
    ]);
  });

  it.each([
    [
      'on the 29th of February: the 28th where there is none',
      ['2028-02-29T00:00', '2028-03-01T00:00'],
      ['2028-02-28T23:00Z 2028-02-29T23:00Z', '2029-02-27T23:00Z 2029-02-28T23:00Z'],
    ],
    [
      'for some hours of the 29th',
      ['2028-02-29T10:00', '2028-02-29T12:00'],
      ['2028-02-29T09:00Z 2028-02-29T11:00Z', '2029-02-28T09:00Z 2029-02-28T11:00Z'],
    ],
    [
      'on the 28th, saved in a leap year: the whole 28th',
      ['2028-02-28T00:00', '2028-02-29T00:00'],
      ['2028-02-27T23:00Z 2028-02-28T23:00Z', '2029-02-27T23:00Z 2029-02-28T23:00Z'],
    ],
    [
      'in the night to the 29th: the night after the 28th',
      ['2028-02-28T18:00', '2028-02-29T06:00'],
      ['2028-02-28T17:00Z 2028-02-29T05:00Z', '2029-02-28T17:00Z 2029-03-01T05:00Z'],
    ],
    [
      'until the end of February, saved in a leap year',
      ['2028-02-21T00:00', '2028-03-01T00:00'],
      ['2028-02-20T23:00Z 2028-02-29T23:00Z', '2029-02-20T23:00Z 2029-02-28T23:00Z'],
    ],
    [
      'from the 1st of March, as ever',
      ['2028-03-01T00:00', '2028-03-03T00:00'],
      ['2028-02-29T23:00Z 2028-03-02T23:00Z', '2029-02-28T23:00Z 2029-03-02T23:00Z'],
    ],
  ] as const)('in leap years and others: %s', (_, [from, to], expected) => {
    expect(closed([from, to, 'yearly'], year(2028, 2))).toEqual(expected);
  });

  it('on the 29th is there again four years later', () => {
    expect(closed(['2028-02-29T00:00', '2028-03-01T00:00', 'yearly'], year(2032))).toEqual([
      '2032-02-28T23:00Z 2032-02-29T23:00Z',
    ]);
  });

  it('closes once in each year, on any day, for any length', () => {
    const first = Temporal.PlainDateTime.from('2026-01-01T00:00');
    const quarters = fc.integer({ min: 0, max: 4 * 24 * 365 * 4 });
    fc.assert(
      fc.property(quarters, fc.integer({ min: 1, max: 4 * 24 * 300 }), (offset, length) => {
        const start = first.add({ minutes: 15 * offset });
        const end = start.add({ minutes: 15 * length });
        const closure = { startsAt: start.toString(), endsAt: end.toString(), isYearly: true };
        const ranges = closedRanges(closure, range('2024-01-01T00:00Z', '2040-01-01T00:00Z'));
        const years = ranges.map((each) => each.start.toZonedDateTimeISO('Europe/Berlin').year);
        // Half of the skipped hour may close nothing in a year.
        expect(new Set(years).size).toBe(years.length);
        expect(years.length).toBeGreaterThanOrEqual(2040 - start.year - (length < 8 ? 2 : 0));
        for (const { start: from, end: to } of ranges) {
          expect(Temporal.Instant.compare(from, to)).toBe(-1);
          const minutes = from.until(to).total('minutes');
          expect(Math.abs(minutes - 15 * length)).toBeLessThanOrEqual(25 * 60);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('A date that was called off at nine', () => {
  const nine = Temporal.Instant.from('2026-12-01T08:00:00.000Z');
  const against = (leavesDatesSince: string | null, calledOffAt?: Temporal.Instant) =>
    closuresAgainst([{ leavesDatesSince }], calledOffAt).length === 1;

  it.each([
    ['does not by one that had left it standing', '2026-12-01T08:59:59.999+01:00', false],
    ['does by one that was saved at the same moment', '2026-12-01T08:00:00+00:00', true],
    ['does by one that was saved after that', '2026-12-01T08:00:00.001+00:00', true],
    ['does by one that leaves none', null, true],
  ])('stays away because of a closure: %s', (_, leavesDatesSince, stands) => {
    expect(against(leavesDatesSince, nine)).toBe(stands);
  });

  it('is the only wish that makes a difference', () => {
    expect([against('2026-11-01T08:00:00+00:00'), against(null)]).toEqual([true, true]);
  });
});
