import type { ApiProblem } from '../../api/problem.js';

/** Removing a closure takes two presses: ask, then do. What was saved or removed last is said as a sentence. */
export interface RemovalState {
  /** The closure the person is asked about. */
  id?: string | undefined;
  busy: boolean;
  problem?: ApiProblem | string | undefined;
  done?: string | undefined;
}

export type RemovalEvent =
  | { type: 'asked'; id: string }
  | { type: 'kept' }
  | { type: 'sending' }
  | { type: 'done'; inWords: string }
  | { type: 'refused'; problem: ApiProblem | string };

export const nothingRemoved: RemovalState = { busy: false };

export function nextRemoval(state: RemovalState, event: RemovalEvent): RemovalState {
  switch (event.type) {
    case 'sending':
      return { id: state.id, busy: true };
    case 'done':
      return { busy: false, done: event.inWords };
    case 'refused':
      return { id: state.id, busy: false, problem: event.problem };
    case 'asked':
      return state.busy ? state : { id: event.id, busy: false };
    case 'kept':
      return state.busy ? state : nothingRemoved;
  }
}
