import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../api/problem.js';
import { nextInvitee, nothingDone, type InviteeEvent } from './invitee-flow.js';

const walk = (...events: InviteeEvent[]) => events.reduce(nextInvitee, nothingDone);
const asked: InviteeEvent = { type: 'asked', id: 'i1' };
const sending = { type: 'sending', id: 'i1' } as const;

describe('invitee flow', () => {
  it('asks before it withdraws, about one at a time', () => {
    expect(walk(asked)).toMatchObject({ id: 'i1', isAsked: true, busy: false });
    expect(walk(asked, { type: 'asked', id: 'i2' })).toMatchObject({ id: 'i2', isAsked: true });
    expect(walk(asked, { type: 'kept' })).toEqual(nothingDone);
  });

  it('keeps the question while it withdraws, and after a refusal', () => {
    const problem = new ApiProblem(429, {});
    expect(walk(asked, sending)).toMatchObject({ id: 'i1', isAsked: true, busy: true });
    expect(walk(asked, sending, { type: 'refused', problem })).toEqual({
      id: 'i1',
      isAsked: true,
      busy: false,
      problem,
    });
  });

  it('sends again without a question, and drops one about somebody else', () => {
    expect(walk(sending)).toEqual({ id: 'i1', isAsked: false, busy: true });
    expect(walk({ type: 'asked', id: 'i2' }, sending)).toMatchObject({ id: 'i1', isAsked: false });
  });

  it('does not change its mind while the house is working', () => {
    expect(walk(asked, sending, { type: 'kept' }, { type: 'asked', id: 'i2' })).toEqual(walk(asked, sending));
  });

  it('shows what is wished while it is sent, and what is so after a refusal', () => {
    const wished = walk({ ...sending, mayOpen: true });
    expect(wished).toMatchObject({ id: 'i1', busy: true, mayOpen: true });
    const refused = nextInvitee(wished, { type: 'refused', problem: new ApiProblem(403, {}) });
    expect(refused.mayOpen).toBeUndefined();
  });

  it('says what was done', () => {
    expect(walk(asked, sending, { type: 'done', inWords: 'Zurückgezogen.' })).toEqual({
      isAsked: false,
      busy: false,
      done: 'Zurückgezogen.',
    });
  });
});
