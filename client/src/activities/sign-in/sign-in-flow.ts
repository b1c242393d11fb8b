import { NO_MORE_MAILS, type ApiProblem } from '../../api/problem.js';

/** Sign-in by a code in a mail: first the address, then the eight digits. */
export type SignInState = AddressStep | CodeStep;

interface AddressStep {
  step: 'address';
  email: string;
  busy: boolean;
  /** Left for another address. */
  left?: CodeStep | undefined;
  problem?: ApiProblem | string | undefined;
}

interface CodeStep {
  step: 'code';
  email: string;
  signInId: string;
  code: string;
  busy: boolean;
  /** Counts the mails asked for, so that the page can say "a new one". */
  mails: number;
  /** After too many wrong codes only a new mail helps. */
  ended: boolean;
  problem?: ApiProblem | string | undefined;
}

export type SignInEvent =
  | { type: 'emailTyped'; email: string }
  | { type: 'codeTyped'; code: string }
  | { type: 'sending' }
  | { type: 'mailSent'; signInId: string; email: string; askedAt: string }
  | { type: 'refused'; problem: ApiProblem | string; askedAt: string }
  | { type: 'otherAddress' };

export const startOfSignIn: SignInState = { step: 'address', email: '', busy: false };

export function nextSignIn(state: SignInState, event: SignInEvent): SignInState {
  switch (event.type) {
    case 'emailTyped':
    case 'codeTyped':
      return typed(state, event);
    case 'sending':
      return { ...state, busy: true, problem: undefined };
    case 'mailSent':
      return mailSent(state, event);
    case 'refused':
      // Whoever has left a step is told no more of it.
      return event.askedAt === stepOf(state) ? refused(state, event.problem) : state;
    case 'otherAddress':
      return atAddress(state);
  }
}

function atAddress(state: SignInState): SignInState {
  return state.step === 'code' ? { step: 'address', email: state.email, busy: false, left: state } : state;
}

function typed(state: SignInState, event: SignInEvent): SignInState {
  if (state.step === 'address') return event.type === 'emailTyped' ? { ...state, email: event.email } : state;
  return event.type === 'codeTyped' ? { ...state, code: event.code } : state;
}

/** One word for what the person has before them, to know by it whether an answer comes too late. */
export function stepOf(state: SignInState): string {
  return state.step === 'code' ? state.signInId : state.step;
}

/** The mail has gone to the address that was asked for, whatever stands in the field by now. */
function mailSent(state: SignInState, event: SignInEvent & { type: 'mailSent' }): SignInState {
  if (event.askedAt === stepOf(state)) return codeStep(state, event);
  if (state.step === 'code' || !state.left || event.askedAt !== stepOf(state.left)) return state;
  return { ...state, left: codeStep(state.left, event) };
}

function codeStep(before: SignInState, { signInId, email }: SignInEvent & { type: 'mailSent' }): CodeStep {
  const mails = before.step === 'code' ? before.mails + 1 : 1;
  return { step: 'code', email, signInId, code: '', busy: false, mails, ended: false };
}

function refused(state: SignInState, problem: ApiProblem | string): SignInState {
  const code = typeof problem === 'string' ? undefined : problem.code;
  if (state.step === 'code')
    return { ...state, busy: false, problem, ended: state.ended || code === 'signInEnded' };
  const { left, email } = state;
  // The newest mail to this address may still come: its code is asked for again.
  const waits = code === NO_MORE_MAILS && left?.email.trim() === email.trim();
  return waits ? { ...left, busy: false, problem } : { ...state, busy: false, problem };
}
