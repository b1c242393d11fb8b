import type { ApiProblem } from '../../api/problem.js';
import type { NewRepresentative } from '../../api/representatives.js';

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

interface FreshCode {
  signInId: string;
  typed: string;
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
      return { ...state, busy: false, problem: event.problem };
    case 'done':
      return { ...representativesAtRest, done: event.inWords };
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
  if (event.type === 'codeSent')
    return { ...state, busy: false, code: { signInId: event.signInId, typed: '' }, problem: undefined };
  if (event.type === 'codeTaken') return { ...state, code: undefined };
  return state.code ? { ...state, code: { ...state.code, typed: event.code } } : state;
}

/** What is under way is not thought over any more. */
function nextStep(
  state: RepresentativesState,
  event: Extract<RepresentativesEvent, { type: 'addingBegun' | 'removalAsked' | 'kept' }>,
): RepresentativesState {
  if (state.busy) return state;
  if (event.type === 'addingBegun') return { ...representativesAtRest, step: 'adding' };
  if (event.type === 'removalAsked') return { ...representativesAtRest, step: 'removing', id: event.id };
  return representativesAtRest;
}
