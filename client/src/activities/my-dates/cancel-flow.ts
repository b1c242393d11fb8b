import type { ApiProblem } from '../../api/problem.js';

/** Cancelling a date takes two presses: ask, then do. At most one date is asked about at a time. */
export interface CancelState {
  askingId?: string | undefined;
  busy: boolean;
  problem?: ApiProblem | undefined;
  /** What was cancelled last, in words. */
  cancelled?: string | undefined;
}

export type CancelEvent =
  | { type: 'asked'; id: string }
  | { type: 'kept' }
  | { type: 'sending' }
  | { type: 'cancelled'; inWords: string }
  | { type: 'refused'; problem: ApiProblem };

export const nothingToCancel: CancelState = { busy: false };

export function nextCancel(state: CancelState, event: CancelEvent): CancelState {
  switch (event.type) {
    case 'asked':
      return state.busy ? state : { askingId: event.id, busy: false };
    case 'kept':
      return state.busy ? state : nothingToCancel;
    case 'sending':
      return { ...state, busy: true, problem: undefined };
    case 'cancelled':
      return { busy: false, cancelled: event.inWords };
    case 'refused':
      return { ...state, busy: false, problem: event.problem };
  }
}
