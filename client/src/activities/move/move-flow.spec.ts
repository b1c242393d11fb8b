import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../api/problem.js';
import type { Clash, Decision, Occurrence, Reservation, Scope } from '../../api/shapes.js';
import { decisionsOf, openClashes } from '../../parts/settling/settling.js';
import { nextMove, startOfMove, type MoveEvent, type MoveState } from './move-flow.js';

const occurrence = {
  id: 'o1',
  date: '2026-12-01',
  time: '18:00',
  minutes: 120,
  room: { id: 'linde', name: 'Linde' },
  version: 1,
} as Occurrence;
type Step = MoveEvent | ((state: MoveState) => MoveEvent);
const next = (state: MoveState, step: Step) =>
  nextMove(state, typeof step === 'function' ? step(state) : step);
const walk = (...steps: Step[]) => steps.reduce(next, startOfMove(occurrence));
const later: MoveEvent = { type: 'changed', draft: { time: '19:00' } };
const following: MoveEvent = { type: 'scoped', scope: 'following' };
const sending: MoveEvent = { type: 'sending' };
const clash = (date: string): Clash => ({
  date,
  startsAt: `${date}T18:00:00Z`,
  endsAt: `${date}T20:00:00Z`,
  verdict: 'taken',
  alternatives: [{ time: '20:00' }],
});
const refused =
  (...dates: Clash[]) =>
  (asked: MoveState): MoveEvent => ({
    type: 'refused',
    problem: new ApiProblem(409, { code: 'roomAlreadyTaken', dates }),
    asked,
  });
const taken = (...dates: string[]) => refused(...dates.map(clash));
const moved = (asked: MoveState): MoveEvent => ({
  type: 'moved',
  moved: occurrence,
  who: 'all',
  asked,
});

describe('move flow', () => {
  it('starts with the date as it is', () => {
    expect(walk()).toMatchObject({ step: 'form', scope: 'one', draft: { time: '18:00', roomId: 'linde' } });
    expect(walk({ type: 'unchanged' }).problem).toEqual(expect.any(String));
  });

  it('shows the ways out for a single date and forgets them with the next change', () => {
    const state = walk(later, sending, taken('2026-12-01'));
    expect(state).toMatchObject({ step: 'form', busy: false, clashes: [clash('2026-12-01')] });
    expect(nextMove(state, later).clashes).toEqual([]);
    const unreachable = (asked: MoveState): MoveEvent => ({
      type: 'refused',
      problem: new ApiProblem(0),
      asked,
    });
    expect(next(state, unreachable)).toMatchObject({ clashes: [], problem: { status: 0 } });
  });

  it('offers no way out to where the date is already', () => {
    const alternatives: Clash['alternatives'] = [
      { roomId: 'linde', roomName: 'Linde' },
      { time: '18:00' },
      { roomId: 'buche', roomName: 'Buche' },
    ];
    const otherRoom: MoveEvent = { type: 'changed', draft: { roomId: 'ahorn' } };
    const waysOut = (...steps: Step[]) =>
      walk(...steps, refused({ ...clash('2026-12-01'), alternatives })).clashes[0]?.alternatives;
    expect(waysOut(otherRoom)).toEqual(alternatives.slice(1));
    expect(waysOut(later)).toEqual([alternatives[0], alternatives[2]]);
    expect(waysOut(otherRoom, later)).toEqual(alternatives);
  });

  it.each<[string, MoveEvent]>([
    ['time', { type: 'changed', draft: { time: '21:00' } }],
    ['part of the series', { type: 'scoped', scope: 'all' }],
  ])('drops clashes of another %s than the one that stands in the form', (_, change) => {
    const asked = walk(following, later, sending);
    const late = next(nextMove(asked, change), taken('2026-12-01')(asked));
    expect(late).toMatchObject({ step: 'form', busy: false, clashes: [], settling: { clashes: {} } });
    expect(late.problem).toBeUndefined();
  });

  it('asks about no date of a series while the house takes no new ones: leaving out would call all of them off', () => {
    const paused: Clash = { ...clash('2026-12-01'), capacityFault: 'noServerOpen' };
    const state = walk(following, later, sending, refused(paused, clash('2026-12-08')));
    expect(state).toMatchObject({ step: 'form', busy: false, clashes: [], draft: { time: '19:00' } });
    expect(state.problem).toMatchObject({ status: 409 });
  });

  it('settles a series date by date, and loses nothing when somebody was quicker', () => {
    const out: MoveEvent = { type: 'chose', choices: [{ date: '2026-12-01', choose: 'leaveOut' }] };
    const state = walk(following, later, sending, taken('2026-12-01', '2026-12-08'), out);
    expect(state).toMatchObject({ step: 'settle', problem: undefined });
    expect(openClashes(state.settling)).toHaveLength(1);
    const again = [sending, taken('2026-12-15')].reduce(next, state);
    expect(again.problem).toEqual(expect.any(String));
    expect(openClashes(again.settling)).toHaveLength(2);
    expect(decisionsOf(again.settling)).toHaveLength(1);
    const back = nextMove(again, { type: 'tookBack', key: '2026-12-01' });
    expect(openClashes(back.settling)).toHaveLength(3);
  });

  it('keeps where each date of a series is, also when somebody was quicker and the house says no more', () => {
    const problem = new ApiProblem(409, { dates: [clash('2026-12-01')] });
    const roomsNow = { '2026-12-01': 'ahorn' };
    const told = (asked: MoveState): MoveEvent => ({ type: 'refused', problem, asked, roomsNow });
    expect(walk(following, later, sending, told, sending, taken('2026-12-01')).roomsNow).toEqual(roomsNow);
  });

  it('goes back to the form with everything typed', () => {
    expect(walk(following, later, taken('2026-12-01'), { type: 'back' })).toMatchObject({
      step: 'form',
      scope: 'following',
      draft: { time: '19:00' },
    });
  });

  it('keeps what was typed when the date was changed meanwhile', () => {
    const now = { ...occurrence, version: 2, minutes: 90 };
    expect(walk(later, sending, { type: 'reloaded', occurrence: now })).toMatchObject({
      busy: false,
      occurrence: { version: 2 },
      draft: { time: '19:00', minutes: 90 },
      problem: expect.any(String),
    });
    expect(walk(later, sending, { type: 'gone' })).toMatchObject({ busy: false, step: 'form' });
  });

  it('ends with where the date is now', () => {
    expect(walk(later, sending, moved)).toMatchObject({ step: 'done', done: { moved: occurrence } });
  });

  it('says of a series what has become of all that were to move, and of none that lies before or was', () => {
    const of = (id: string, date: string, state = 'planned'): Occurrence =>
      ({ ...occurrence, id, date, state, startsAt: `${date}T17:00:00Z` }) as Occurrence;
    const dates = [of('o0', '2099-11-24'), of('o1', '2099-12-01'), of('o2', '2099-12-08', 'leftOut')];
    const before = of('o3', '2019-12-03', 'leftOut');
    const series = { inWords: 'Jeden Dienstag', occurrences: [before, ...dates] } as Reservation;
    const shown = (scope: Scope) => {
      const told = (asked: MoveState): MoveEvent => ({ type: 'moved', moved: series, who: 'all', asked });
      return walk({ type: 'scoped', scope }, later, told).done?.series;
    };
    expect(shown('following')).toMatchObject({ planned: [{ id: 'o1' }], leftOut: [{ id: 'o2' }] });
    expect(shown('all')).toMatchObject({ planned: [{ id: 'o0' }, { id: 'o1' }], leftOut: [{ id: 'o2' }] });
  });

  it('says what becomes of the invitations', () => {
    const room: MoveEvent = { type: 'changed', draft: { roomId: 'ahorn' } };
    const [first, second] = ['2026-12-01', '2026-12-08'] as const;
    const settled = (choice: Decision) =>
      walk(following, room, taken(first, second), { type: 'chose', choices: [choice] }, moved).done;
    expect(walk(later, moved).done).toMatchObject({ told: 'all' });
    expect(walk(room, moved).done).toMatchObject({ told: 'nobody' });
    expect(settled({ date: first, choose: 'leaveOut' })).toMatchObject({ told: 'some' });
    expect(settled({ date: first, choose: 'otherTime', time: '20:00' })).toMatchObject({ told: 'some' });
    expect(settled({ date: first, choose: 'otherRoom', roomId: 'r' })).toMatchObject({ told: 'nobody' });
  });
});
