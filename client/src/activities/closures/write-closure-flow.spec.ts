import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../api/problem.js';
import type { Closure, ClosureHit } from '../../api/shapes.js';
import {
  nextClosure,
  startOfClosure,
  type WriteClosureEvent,
  type WriteClosureState,
} from './write-closure-flow.js';

type Step = WriteClosureEvent | ((state: WriteClosureState) => WriteClosureEvent);
const next = (state: WriteClosureState, step: Step) =>
  nextClosure(state, typeof step === 'function' ? step(state) : step);
const walk = (...steps: Step[]) => steps.reduce(next, startOfClosure());
const typed: WriteClosureEvent = { type: 'typed', draft: { from: '2026-12-24', reason: 'Umzug' } };
const sending: WriteClosureEvent = { type: 'sending' };
const previewed = ({ draft: asked }: WriteClosureState): WriteClosureEvent => ({
  type: 'previewed',
  asked,
  hitCount: 201,
  hits: [{ occurrenceId: 'o1' } as ClosureHit],
});
const cancel: WriteClosureEvent = { type: 'chose', dates: 'cancel' };
const back: WriteClosureEvent = { type: 'back' };
const refused: WriteClosureEvent = { type: 'refused', problem: new ApiProblem(422) };

const closure: Closure = {
  id: 'c1',
  scope: 'room',
  roomId: 'r1',
  roomName: 'Ahorn',
  from: { date: '2026-12-24', time: '14:00' },
  to: { date: '2026-12-26', time: '24:00' },
  isYearly: false,
  reason: 'Umzug',
  version: 1,
};

describe('flow of a closure that changes', () => {
  const begun = startOfClosure(closure);
  const change = (...steps: Step[]) => steps.reduce(next, begun);

  it('begins with what is there, and stays the same closure at every step', () => {
    expect(begun).toMatchObject({
      draft: { roomId: 'r1', from: '2026-12-24', fromTime: '14:00', withTimes: true, reason: 'Umzug' },
    });
    expect(change(sending, previewed, cancel)).toMatchObject({ step: 'preview', closure: { version: 1 } });
  });

  it('that a colleague has changed: offers the new state, and keeps what was typed', () => {
    const reason: WriteClosureEvent = { type: 'typed', draft: { reason: 'Wasserschaden' } };
    const stale = change(reason, sending, previewed, cancel, sending, { type: 'wasStale' });
    expect(stale).toMatchObject({ step: 'preview', isStale: true, busy: false, dates: 'cancel' });
    const now = { ...closure, to: { date: '2026-12-27', time: '24:00' }, reason: 'Fest', version: 2 };
    const reloaded = nextClosure(stale, { type: 'reloaded', closure: now });
    expect(reloaded).toMatchObject({
      step: 'form',
      closure: { version: 2 },
      draft: { to: '2026-12-27', reason: 'Wasserschaden' },
      isReloaded: true,
      dates: 'leave',
    });
    expect(reloaded.isStale).toBeUndefined();
  });
});

describe('flow of a new closure', () => {
  it('shows which dates it hits, and leaves them alone unless told otherwise', () => {
    expect(walk(typed, sending, previewed)).toMatchObject({
      step: 'preview',
      busy: false,
      dates: 'leave',
      hitCount: 201,
      hits: [{ occurrenceId: 'o1' }],
    });
    expect(walk(typed, sending, previewed, cancel).dates).toBe('cancel');
  });

  it('shows no dates of another time than the one that stands in the form', () => {
    const asked = walk(typed, sending);
    const changed = nextClosure(asked, { type: 'typed', draft: { to: '2027-01-01' } });
    expect(nextClosure(changed, previewed(asked))).toMatchObject({
      step: 'form',
      busy: false,
      draft: { to: '2027-01-01' },
    });
  });

  it('goes back with everything typed, and asks anew about other dates', () => {
    const state = walk(typed, sending, previewed, { type: 'allShown' }, cancel, back);
    expect(state).toMatchObject({ step: 'form', draft: { to: '2026-12-24', reason: 'Umzug' } });
    expect(next(state, previewed)).toMatchObject({ dates: 'leave', showsAll: false });
  });

  it('keeps step, text and choice after a refusal', () => {
    expect(walk(typed, sending, refused)).toMatchObject({
      step: 'form',
      busy: false,
      draft: { reason: 'Umzug' },
    });
    expect(walk(typed, sending, refused, typed).problem).toBeUndefined();
    expect(walk(typed, sending, previewed, cancel, sending, refused)).toMatchObject({
      step: 'preview',
      dates: 'cancel',
    });
  });
});
