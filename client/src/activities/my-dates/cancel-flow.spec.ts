import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../api/problem.js';
import { nextCancel, nothingToCancel, type CancelEvent } from './cancel-flow.js';

const walk = (...events: CancelEvent[]) => events.reduce(nextCancel, nothingToCancel);
const asked: CancelEvent = { type: 'asked', id: 'o1' };

describe('cancel flow', () => {
  it('asks first and forgets the question when the date is kept', () => {
    expect(walk(asked)).toEqual({ askingId: 'o1', busy: false });
    expect(walk(asked, { type: 'kept' })).toEqual(nothingToCancel);
  });

  it('does not change its mind while the house is working', () => {
    expect(walk(asked, { type: 'sending' }, { type: 'asked', id: 'o2' }, { type: 'kept' })).toMatchObject({
      askingId: 'o1',
      busy: true,
    });
  });

  it('says what was cancelled', () => {
    expect(walk(asked, { type: 'sending' }, { type: 'cancelled', inWords: 'Dienstag' })).toEqual({
      busy: false,
      cancelled: 'Dienstag',
    });
  });

  it('keeps the question open after a refusal', () => {
    const problem = new ApiProblem(412, {});
    expect(walk(asked, { type: 'sending' }, { type: 'refused', problem })).toMatchObject({
      askingId: 'o1',
      problem,
    });
  });
});
