import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../api/problem.js';
import type { ClosureHit } from '../../api/shapes.js';
import { nextClosure, startOfClosure, type NewClosureEvent } from './new-closure-flow.js';

const walk = (...events: NewClosureEvent[]) => events.reduce(nextClosure, startOfClosure);
const typed: NewClosureEvent = { type: 'typed', draft: { from: '2026-12-24', reason: 'Umzug' } };
const sending: NewClosureEvent = { type: 'sending' };
const previewed: NewClosureEvent = { type: 'previewed', hits: [{ occurrenceId: 'o1' } as ClosureHit] };
const cancel: NewClosureEvent = { type: 'chose', dates: 'cancel' };
const back: NewClosureEvent = { type: 'back' };
const refused: NewClosureEvent = { type: 'refused', problem: new ApiProblem(422) };

describe('flow of a new closure', () => {
  it('shows which dates it hits, and leaves them alone unless told otherwise', () => {
    expect(walk(typed, sending, previewed)).toMatchObject({
      step: 'preview',
      busy: false,
      dates: 'leave',
      hits: [{ occurrenceId: 'o1' }],
    });
    expect(walk(typed, sending, previewed, cancel).dates).toBe('cancel');
  });

  it('goes back with everything typed, and asks anew about other dates', () => {
    const state = walk(typed, sending, previewed, { type: 'allShown' }, cancel, back);
    expect(state).toMatchObject({ step: 'form', draft: { to: '2026-12-24', reason: 'Umzug' } });
    expect(nextClosure(state, previewed)).toMatchObject({ dates: 'leave', showsAll: false });
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
