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
  | { type: 'mailSent'; signInId: string }
  | { type: 'refused'; problem: ApiProblem | string }
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
      return codeStep(state, event.signInId);
    case 'refused':
      return refused(state, event.problem);
    case 'otherAddress':
      return state.step === 'code'
        ? { step: 'address', email: state.email, busy: false, left: state }
        : state;
  }
}

function typed(state: SignInState, event: SignInEvent): SignInState {
  if (state.step === 'address') return event.type === 'emailTyped' ? { ...state, email: event.email } : state;
  return event.type === 'codeTyped' ? { ...state, code: event.code } : state;
}

function codeStep(state: SignInState, signInId: string): CodeStep {
  const mails = state.step === 'code' ? state.mails + 1 : 1;
  return { step: 'code', email: state.email, signInId, code: '', busy: false, mails, ended: false };
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
