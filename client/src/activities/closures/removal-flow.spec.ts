import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../api/problem.js';
import { nextRemoval, nothingRemoved, type RemovalEvent } from './removal-flow.js';

const walk = (...events: RemovalEvent[]) => events.reduce(nextRemoval, nothingRemoved);
const asked: RemovalEvent = { type: 'asked', id: 'c1' };
const sending: RemovalEvent = { type: 'sending' };

describe('removing a closure', () => {
  it('asks, and forgets the question when it is kept', () => {
    expect(walk(asked)).toEqual({ id: 'c1', busy: false });
    expect(walk(asked, { type: 'kept' })).toEqual(nothingRemoved);
  });

  it('does not turn back while it is under way', () => {
    expect(walk(asked, sending, { type: 'kept' }, { type: 'asked', id: 'c2' })).toEqual({
      id: 'c1',
      busy: true,
    });
  });

  it('says what was done, or keeps the question with the reason', () => {
    expect(walk(asked, sending, { type: 'done', inWords: 'Gelöscht.' })).toEqual({
      busy: false,
      done: 'Gelöscht.',
    });
    const problem = new ApiProblem(412);
    expect(walk(asked, sending, { type: 'refused', problem })).toEqual({ id: 'c1', busy: false, problem });
  });
});
