import { describe, expect, it } from '@jest/globals';
import { ApiProblem, NO_MORE_MAILS } from '../../api/problem.js';
import { nextSignIn, startOfSignIn, type SignInEvent } from './sign-in-flow.js';

const walk = (...events: SignInEvent[]) => events.reduce(nextSignIn, startOfSignIn);
const typed: SignInEvent = { type: 'emailTyped', email: 'a@example.org' };
const mailSent = (signInId: string, askedAt: string, email = 'a@example.org'): SignInEvent => ({
  type: 'mailSent',
  signInId,
  email,
  askedAt,
});
const sent = mailSent('s1', 'address');
const otherAddress: SignInEvent = { type: 'otherAddress' };
const refusedAt = (askedAt: string, status: number, code?: string) => ({
  type: 'refused' as const,
  problem: new ApiProblem(status, code ? { code } : {}),
  askedAt,
});
const wrong = refusedAt('s1', 401);
const ended = refusedAt('s1', 401, 'signInEnded');
const noMoreMails = refusedAt('s1', 429, NO_MORE_MAILS);
const noMoreMailsAtAddress = refusedAt('address', 429, NO_MORE_MAILS);

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
    expect(walk(typed, sent, { type: 'codeTyped', code: '1234-5670' }, wrong)).toMatchObject({
      code: '1234-5670',
      ended: false,
      busy: false,
    });
  });

  it('asks for a new mail after too many wrong codes', () => {
    const state = walk(typed, sent, ended);
    expect(state).toMatchObject({ ended: true });
    expect(nextSignIn(state, mailSent('s2', 's1'))).toMatchObject({
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
    expect(
      [otherAddress, { type: 'sending' } as const, noMoreMailsAtAddress].reduce(nextSignIn, state),
    ).toEqual({ ...refused, problem: noMoreMailsAtAddress.problem });
    const other: SignInEvent = { type: 'emailTyped', email: 'b@example.org' };
    expect([otherAddress, other, noMoreMailsAtAddress].reduce(nextSignIn, state)).toMatchObject({
      step: 'address',
      email: 'b@example.org',
    });
  });

  it('shows no field for a code that has ended, whatever is refused next', () => {
    expect(walk(typed, sent, ended, noMoreMails)).toMatchObject({ ended: true, signInId: 's1' });
  });

  it('names the address that the mail has gone to, whatever is typed meanwhile', () => {
    const corrected: SignInEvent = { type: 'emailTyped', email: 'b@example.org' };
    expect(walk(typed, { type: 'sending' }, corrected, sent)).toMatchObject({
      step: 'code',
      email: 'a@example.org',
    });
  });

  it('hears no answer to a step that was left', () => {
    const left = walk(typed, sent, { type: 'sending' }, otherAddress);
    expect(nextSignIn(left, wrong)).toEqual(left);
    const other: SignInEvent = { type: 'emailTyped', email: 'b@example.org' };
    const elsewhere = [other, mailSent('s2', 'address', 'b@example.org')].reduce(nextSignIn, left);
    expect(nextSignIn(elsewhere, wrong)).toEqual(elsewhere);
    expect(nextSignIn(elsewhere, mailSent('s3', 's1'))).toEqual(elsewhere);
  });

  it('keeps the newest mail for who comes back to the address that was left', () => {
    const again = walk(typed, sent, { type: 'sending' }, otherAddress, mailSent('s2', 's1'));
    expect(again).toMatchObject({ step: 'address', left: { signInId: 's2' } });
    expect(nextSignIn(again, noMoreMailsAtAddress)).toMatchObject({ step: 'code', signInId: 's2' });
  });
});
