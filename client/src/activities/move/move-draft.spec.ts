import { describe, expect, it } from '@jest/globals';
import type { Move, Occurrence, RoomAvailability, Scope } from '../../api/shapes.js';
import {
  changesOf,
  dayWithout,
  differingDates,
  draftFor,
  hasMoved,
  isOtherTime,
  isUnchanged,
  rebased,
  targetOf,
} from './move-draft.js';

const date = (facts: Partial<Occurrence> = {}): Occurrence =>
  ({
    id: 'o2',
    date: '2099-12-08',
    time: '18:00',
    minutes: 120,
    room: { id: 'linde', name: 'Linde' },
    startsAt: '2099-12-08T17:00:00Z',
    state: 'planned',
    ...facts,
  }) as Occurrence;
const first = date({ id: 'o1', date: '2099-12-01', startsAt: '2099-12-01T17:00:00Z' });
const draft = draftFor(date());

describe('the dates of a series that are not like the one that is moved', () => {
  const later = date({ id: 'o3', time: '20:15', startsAt: '2099-12-15T19:15:00Z' });
  const elsewhere = date({
    id: 'o4',
    room: { id: 'ahorn', name: 'Ahorn' },
    startsAt: '2099-12-22T17:00:00Z',
  });
  const off = date({ id: 'o5', time: '20:15', state: 'cancelled', startsAt: '2099-12-29T19:15:00Z' });
  const earlier = date({ ...first, minutes: 60 });
  const series = [earlier, date(), later, elsewhere, off];
  const differing = (scope: Scope) =>
    differingDates({ occurrence: date(), scope }, series).map(({ id }) => id);

  it('are told as far as they move along', () => {
    expect(differing('following')).toEqual(['o3', 'o4']);
    expect(differing('all')).toEqual(['o1', 'o3', 'o4']);
  });
});

describe('what a move changes', () => {
  it('is nothing at first', () => {
    expect(changesOf(draft, date())).toEqual({});
  });

  it('is what was typed', () => {
    expect(changesOf({ ...draft, time: '19:00', roomId: 'ahorn' }, date())).toEqual({
      time: '19:00',
      roomId: 'ahorn',
    });
    expect(changesOf({ ...draft, date: '2099-12-09', minutes: 60 }, date())).toEqual({
      date: '2099-12-09',
      minutes: 60,
    });
  });

  it('is another time or only another room', () => {
    expect(isUnchanged(draft, date())).toBe(true);
    expect(isUnchanged({ ...draft, roomId: 'ahorn' }, date())).toBe(false);
    expect(isOtherTime({ ...draft, roomId: 'ahorn' }, date())).toBe(false);
    const others = [{ date: '2099-12-09' }, { time: '19:00' }, { minutes: 60 }];
    expect(others.every((other) => isOtherTime({ ...draft, ...other }, date()))).toBe(true);
  });

  it('stays typed when somebody else changed the date, and follows where nothing was typed', () => {
    const now = date({ time: '17:00', room: { id: 'ahorn', name: 'Ahorn' } });
    expect(rebased({ ...draft, time: '19:00' }, date(), now)).toEqual({
      ...draft,
      time: '19:00',
      roomId: 'ahorn',
    });
  });
});

describe('the day of a date that moves', () => {
  const taken = (hour: string) => ({
    startsAt: `2099-12-02T${hour}:00.000Z`,
    endsAt: '2099-12-02T23:00:00.000Z',
  });
  const room = (id: string, ...hours: string[]): RoomAvailability => ({
    id,
    name: id,
    kind: 'talk',
    seats: 12,
    taken: hours.map(taken),
    closed: [],
  });

  it('is taken by all others, and not by the date itself', () => {
    const moving = date({ startsAt: '2099-12-02T17:00:00Z', room: { id: 'linde', name: 'Linde' } });
    const rooms = [room('linde', '10:00', '17:00'), room('ahorn', '17:00')];
    expect(dayWithout(moving, { date: '2099-12-02', rooms, noServerOpen: false }).rooms).toEqual([
      room('linde', '10:00'),
      room('ahorn', '17:00'),
    ]);
  });
});

describe('targetOf', () => {
  const move = { date: '2099-12-10' };

  it('moves one date or the following ones from the date itself', () => {
    const following = { occurrence: date(), scope: 'following', move } as const;
    expect(targetOf(following, [first, date()])).toEqual(following);
  });

  it('shifts the whole series by the same days from its first date ahead', () => {
    const past = date({ id: 'o0', startsAt: '2020-12-01T17:00:00Z' });
    const out = date({ id: 'o9', state: 'leftOut', startsAt: '2099-11-01T17:00:00Z' });
    expect(targetOf({ occurrence: date(), scope: 'all', move }, [past, out, date(), first])).toEqual({
      occurrence: first,
      scope: 'following',
      move: { date: '2099-12-03' },
    });
    expect(targetOf({ occurrence: first, scope: 'all', move }, [first, date()])).toMatchObject({
      occurrence: first,
      move,
    });
  });

  it('leaves the days alone when only the time changes', () => {
    const all = { occurrence: date(), scope: 'all', move: { time: '19:00' } } as const;
    expect(targetOf(all, [])).toEqual(all);
  });
});

describe('hasMoved', () => {
  const late = { time: '19:00' };
  const wished = (scope: Scope, move: Move = late) => ({ occurrence: date(), scope, move });
  const third = date({ id: 'o3', date: '2099-12-15', startsAt: '2099-12-15T17:00:00Z' });
  const before = [first, date(), third];

  it('is true of a date that stands where it was to go, whatever else was changed about it', () => {
    const one = (move: Move, now: Partial<Occurrence>) =>
      hasMoved(wished('one', move), { before: [date()], now: [date(now)] });
    expect(one(late, { ...late, minutes: 90 })).toBe(true);
    expect(one(late, {})).toBe(false);
    expect(one(late, { ...late, state: 'cancelled' })).toBe(false);
    expect(one({ date: '2099-12-09' }, { date: '2099-12-09' })).toBe(true);
    expect(one({ date: '2099-12-09' }, { date: '2099-12-10' })).toBe(false);
  });

  it('is true of a series when every date that was meant does', () => {
    const after = { ...third, ...late };
    expect(hasMoved(wished('following'), { before, now: [first, date(late), after] })).toBe(true);
    expect(hasMoved(wished('following'), { before, now: [first, date(), after] })).toBe(false);
    expect(hasMoved(wished('all'), { before, now: [first, date(late), after] })).toBe(false);
    expect(hasMoved(wished('all'), { before, now: [{ ...first, ...late }, date(late), after] })).toBe(true);
  });

  it('is true of a series on other days when every date has gone as far as the chosen one, from wherever it was', () => {
    const move = { date: '2099-12-10' };
    const odd = date({ id: 'o4', date: '2099-12-24', startsAt: '2099-12-24T17:00:00Z' });
    const moved = [date(move), { ...third, date: '2099-12-17' }, { ...odd, date: '2099-12-26' }];
    const series = { before: [...before, odd], now: [first, ...moved] };
    expect(hasMoved(wished('following', move), series)).toBe(true);
    expect(hasMoved(wished('all', move), series)).toBe(false);
    expect(
      hasMoved(wished('all', move), { ...series, now: [{ ...first, date: '2099-12-03' }, ...moved] }),
    ).toBe(true);
    expect(hasMoved(wished('following', move), { ...series, now: [first, date(move), third, odd] })).toBe(
      false,
    );
  });

  it('is true of a series in which something else was decided about some dates, when that holds', () => {
    const [second, last] = [
      { ...date(), seriesDate: '2099-12-08' },
      { ...third, seriesDate: '2099-12-15' },
    ];
    const move: Move = {
      ...{ ...late, roomId: 'linde' },
      decisions: [
        { date: '2099-12-08', seriesDate: '2099-12-08', choose: 'otherRoom', roomId: 'ahorn' },
        { date: '2099-12-15', seriesDate: '2099-12-15', choose: 'leaveOut' },
      ],
    };
    const stands = (...now: Occurrence[]) =>
      hasMoved(wished('following', move), { before: [first, second, last], now });
    const elsewhere = { ...second, ...late, room: { id: 'ahorn', name: 'Ahorn' } };
    const leftOut = { ...last, ...late, state: 'leftOut' as const };
    expect(stands(first, elsewhere, leftOut)).toBe(true);
    expect(stands(first, { ...second, ...late }, leftOut)).toBe(false);
    expect(stands(first, elsewhere, { ...last, ...late })).toBe(false);
    expect(stands(first, elsewhere, last)).toBe(false);
    const otherTime: Move = {
      ...late,
      decisions: [{ date: '2099-12-08', choose: 'otherTime', time: '20:00' }],
    };
    expect(
      hasMoved(wished('following', otherTime), {
        before: [{ ...second, seriesDate: '2099-12-08' }],
        now: [{ ...second, time: '20:00' }],
      }),
    ).toBe(true);
  });

  it('is true of a series of which every date was left out instead', () => {
    const decisions: Move['decisions'] = [{ date: '2099-12-08', choose: 'leaveOut' }];
    const before = [{ ...date(), seriesDate: '2099-12-08' }];
    const now = before.map((each) => ({ ...each, state: 'leftOut' as const }));
    expect(hasMoved(wished('following', { ...late, decisions }), { before, now })).toBe(true);
    expect(hasMoved(wished('following', { ...late, decisions }), { before, now: before })).toBe(false);
  });

  it('passes over what was called off, and knows a date that has gone to before the others', () => {
    const move = { date: '2099-11-30' };
    const now = [date(move), first, { ...third, state: 'cancelled' as const }];
    expect(hasMoved(wished('following', move), { before, now })).toBe(true);
    expect(hasMoved(wished('following', move), { before, now: [first] })).toBe(false);
  });
});
