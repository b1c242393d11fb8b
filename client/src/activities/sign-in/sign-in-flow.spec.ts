import { describe, expect, it } from '@jest/globals';
import { ApiProblem, NO_MORE_MAILS } from '../../api/problem.js';
import { nextSignIn, startOfSignIn, type SignInEvent } from './sign-in-flow.js';

const walk = (...events: SignInEvent[]) => events.reduce(nextSignIn, startOfSignIn);
const typed: SignInEvent = { type: 'emailTyped', email: 'a@example.org' };
const sent: SignInEvent = { type: 'mailSent', signInId: 's1' };
const otherAddress: SignInEvent = { type: 'otherAddress' };
const noMoreMails: SignInEvent = {
  type: 'refused',
  problem: new ApiProblem(429, { code: NO_MORE_MAILS }),
};

describe('sign-in flow', () => {
  it('goes from the address to the code', () => {
    expect(walk(typed, { type: 'sending' })).toMatchObject({ step: 'address', busy: true });
    expect(walk(typed, { type: 'sending' }, sent)).toMatchObject({
      step: 'code',
      email: 'a@example.org',
      signInId: 's1',
      busy: false,
      mails: 1,
    });
  });

  it('keeps the typed code when it was wrong', () => {
    const wrong: SignInEvent = { type: 'refused', problem: new ApiProblem(401, {}) };
    expect(walk(typed, sent, { type: 'codeTyped', code: '1234-5670' }, wrong)).toMatchObject({
      code: '1234-5670',
      ended: false,
      busy: false,
    });
  });

  it('asks for a new mail after too many wrong codes', () => {
    const ended: SignInEvent = { type: 'refused', problem: new ApiProblem(401, { code: 'signInEnded' }) };
    const state = walk(typed, sent, ended);
    expect(state).toMatchObject({ ended: true });
    expect(nextSignIn(state, { type: 'mailSent', signInId: 's2' })).toMatchObject({
      signInId: 's2',
      ended: false,
      mails: 2,
      code: '',
    });
  });

  it('keeps the address for a correction', () => {
    expect(walk(typed, sent, otherAddress)).toEqual({
      step: 'address',
      email: 'a@example.org',
      busy: false,
      left: walk(typed, sent),
    });
  });

  it('keeps the code of the newest mail when no more mails go', () => {
    const state = walk(typed, sent, { type: 'codeTyped', code: '1234' });
    const refused = { ...state, problem: noMoreMails.problem };
    expect([{ type: 'sending' } as const, noMoreMails].reduce(nextSignIn, state)).toEqual(refused);
    expect([otherAddress, { type: 'sending' } as const, noMoreMails].reduce(nextSignIn, state)).toEqual(
      refused,
    );
    const other: SignInEvent = { type: 'emailTyped', email: 'b@example.org' };
    expect([otherAddress, other, noMoreMails].reduce(nextSignIn, state)).toMatchObject({
      step: 'address',
      email: 'b@example.org',
    });
  });

  it('shows no field for a code that has ended, whatever is refused next', () => {
    const ended: SignInEvent = { type: 'refused', problem: new ApiProblem(401, { code: 'signInEnded' }) };
    expect(walk(typed, sent, ended, noMoreMails)).toMatchObject({ ended: true, signInId: 's1' });
  });
});
