import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../api/problem.js';
import { nextSignIn, startOfSignIn, type SignInEvent } from './sign-in-flow.js';

const walk = (...events: SignInEvent[]) => events.reduce(nextSignIn, startOfSignIn);
const typed: SignInEvent = { type: 'emailTyped', email: 'a@example.org' };
const sent: SignInEvent = { type: 'mailSent', signInId: 's1' };

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
    expect(walk(typed, sent, { type: 'otherAddress' })).toEqual({
      step: 'address',
      email: 'a@example.org',
      busy: false,
    });
  });
});
