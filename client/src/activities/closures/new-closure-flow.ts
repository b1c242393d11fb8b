import type { ApiProblem } from '../../api/problem.js';
import type { ClosureHit, Treatment } from '../../api/shapes.js';
import { emptyClosure, withTyped, type ClosureDraft } from './closure-draft.js';

/** Form → which dates it hits and what becomes of them → saved, which is the parent's to tell. */
export interface NewClosureState {
  step: 'form' | 'preview';
  draft: ClosureDraft;
  hits: ClosureHit[];
  showsAll: boolean;
  dates: Treatment;
  busy: boolean;
  problem?: ApiProblem | undefined;
}

export type NewClosureEvent =
  | { type: 'typed'; draft: Partial<ClosureDraft> }
  | { type: 'sending' }
  | { type: 'previewed'; hits: ClosureHit[] }
  | { type: 'allShown' }
  | { type: 'chose'; dates: Treatment }
  | { type: 'back' }
  | { type: 'refused'; problem: ApiProblem };

export const startOfClosure: NewClosureState = {
  step: 'form',
  draft: emptyClosure,
  hits: [],
  showsAll: false,
  dates: 'leave',
  busy: false,
};

export function nextClosure(state: NewClosureState, event: NewClosureEvent): NewClosureState {
  switch (event.type) {
    case 'typed':
      return { ...state, draft: withTyped(state.draft, event.draft), problem: undefined };
    case 'sending':
      return { ...state, busy: true, problem: undefined };
    case 'previewed':
      // Whatever was chosen for other dates: calling off these is chosen anew.
      return { ...startOfClosure, step: 'preview', draft: state.draft, hits: event.hits };
    case 'allShown':
      return { ...state, showsAll: true };
    case 'chose':
      return { ...state, dates: event.dates };
    case 'back':
      return { ...state, step: 'form', problem: undefined };
    case 'refused':
      return { ...state, busy: false, problem: event.problem };
  }
}
