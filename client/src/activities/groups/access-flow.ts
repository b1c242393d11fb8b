import type { AccessAct } from '../../api/desk.js';
import type { ApiProblem } from '../../api/problem.js';
import type { Group } from '../../api/shapes.js';

/** Changing the access of one group at a time. Pausing and ending take two presses: ask, then do. */
export interface AccessState {
  /** The group it is about. */
  id?: string | undefined;
  act?: AccessAct | undefined;
  step: 'quiet' | 'asking' | 'done';
  busy: boolean;
  problem?: ApiProblem | undefined;
}

export type AccessEvent =
  | { type: 'asked'; id: string; act: AccessAct }
  | { type: 'kept' }
  | { type: 'wentOn' }
  | { type: 'sending'; id: string; act: AccessAct }
  | { type: 'done' }
  | { type: 'refused'; problem: ApiProblem };

export const accessAtRest: AccessState = { step: 'quiet', busy: false };

const AFTER = { pause: 'paused', resume: 'active', end: 'ended' } as const;

/** Whether the access of a group is as it was to become. */
export const stands = ({ state, deletedOn }: Group, act: AccessAct): boolean =>
  act === 'keep' ? !deletedOn : state === AFTER[act];

export function nextAccess(state: AccessState, event: AccessEvent): AccessState {
  switch (event.type) {
    case 'sending':
      return sending(state, event);
    case 'done':
      return { ...state, step: 'done', busy: false };
    case 'refused':
      return { ...state, busy: false, problem: event.problem };
    case 'wentOn':
      // What was done is no news any more.
      return state.step === 'done' ? accessAtRest : state;
    default:
      // What is under way is not thought over any more.
      return state.busy ? state : nextQuestion(event);
  }
}

/** A question stays open until the house has answered it; anything else done meanwhile closes it. */
function sending(state: AccessState, { id, act }: { id: string; act: AccessAct }): AccessState {
  const isAnswer = state.step === 'asking' && state.id === id && state.act === act;
  return { step: isAnswer ? 'asking' : 'quiet', id, act, busy: true };
}

function nextQuestion(event: Extract<AccessEvent, { type: 'asked' | 'kept' }>): AccessState {
  if (event.type === 'kept') return accessAtRest;
  return { step: 'asking', id: event.id, act: event.act, busy: false };
}
