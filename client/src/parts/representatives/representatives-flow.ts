import type { ApiProblem } from '../../api/problem.js';
import type { NewRepresentative } from '../../api/representatives.js';

/** Code of a refusal that only another mail mends. */
export const SIGN_IN_ENDED = 'signInEnded';

/** Changing who represents a group, one wish at a time. What was typed stays until the house has taken it. */
export interface RepresentativesState {
  step: 'quiet' | 'adding' | 'removing';
  /** Who is to be removed. */
  id?: string | undefined;
  who: NewRepresentative;
  /** The house wants to know by a code from a mail who asks. */
  code?: FreshCode | undefined;
  busy: boolean;
  problem?: ApiProblem | string | undefined;
  /** What was done, as a sentence. */
  done?: string | undefined;
}

export interface FreshCode {
  signInId: string;
  typed: string;
  /** Counts the mails asked for, so that the page can say "a new one". */
  mails: number;
  /** After too many wrong codes, or after a while, only a new mail helps. */
  ended: boolean;
}

export type RepresentativesEvent =
  | { type: 'addingBegun' }
  | { type: 'removalAsked'; id: string }
  | { type: 'kept' }
  | { type: 'typed'; who: Partial<NewRepresentative> }
  | { type: 'codeSent'; signInId: string }
  | { type: 'codeTyped'; code: string }
  | { type: 'codeTaken' }
  | { type: 'sending' }
  | { type: 'done'; inWords: string }
  | { type: 'refused'; problem: ApiProblem | string };

export const representativesAtRest: RepresentativesState = {
  step: 'quiet',
  who: { name: '', email: '' },
  busy: false,
};

export function nextRepresentatives(
  state: RepresentativesState,
  event: RepresentativesEvent,
): RepresentativesState {
  switch (event.type) {
    case 'typed':
      return { ...state, who: { ...state.who, ...event.who } };
    case 'sending':
      return { ...state, busy: true, problem: undefined };
    case 'refused':
      return refused(state, event.problem);
    case 'done':
      return { ...afterwards(state), done: event.inWords };
    case 'codeSent':
    case 'codeTyped':
    case 'codeTaken':
      return nextCode(state, event);
    default:
      return nextStep(state, event);
  }
}

function nextCode(
  state: RepresentativesState,
  event: Extract<RepresentativesEvent, { type: 'codeSent' | 'codeTyped' | 'codeTaken' }>,
): RepresentativesState {
  if (event.type === 'codeSent') {
    const mails = (state.code?.mails ?? 0) + 1;
    const code = { signInId: event.signInId, typed: '', mails, ended: false };
    return { ...state, busy: false, code, problem: undefined };
  }
  if (event.type === 'codeTaken') return { ...state, code: undefined };
  return state.code ? { ...state, code: { ...state.code, typed: event.code } } : state;
}

function refused(state: RepresentativesState, problem: ApiProblem | string): RepresentativesState {
  const { code } = state;
  const ended = typeof problem !== 'string' && problem.code === SIGN_IN_ENDED;
  return { ...state, busy: false, problem, code: code && ended ? { ...code, ended } : code };
}

/** Whoever was half entered when somebody else was to be removed is still there. */
function afterwards({ step, who }: RepresentativesState): RepresentativesState {
  const isHalfEntered = step === 'removing' && (who.name !== '' || who.email !== '');
  return isHalfEntered ? { ...representativesAtRest, step: 'adding', who } : representativesAtRest;
}

/** What is under way is not thought over any more. */
function nextStep(
  state: RepresentativesState,
  event: Extract<RepresentativesEvent, { type: 'addingBegun' | 'removalAsked' | 'kept' }>,
): RepresentativesState {
  const { busy, who } = state;
  if (busy) return state;
  if (event.type === 'addingBegun') return { ...representativesAtRest, step: 'adding' };
  if (event.type === 'removalAsked') return { ...representativesAtRest, step: 'removing', id: event.id, who };
  return afterwards(state);
}
