import type { ApiProblem } from '../../api/problem.js';
import type { Closure, ClosureHit, ClosureHits, Treatment } from '../../api/shapes.js';
import { keepTyped } from '../../parts/keep-typed.js';
import { draftOf, emptyClosure, withTyped, type ClosureDraft } from './closure-draft.js';

/** Form → which dates it hits and what becomes of them → saved, which is the parent's to tell. */
export interface WriteClosureState {
  step: 'form' | 'preview';
  /** The one that is changed; absent for a new one. */
  closure?: Closure | undefined;
  draft: ClosureDraft;
  hitCount: number;
  /** The first of them. */
  hits: ClosureHit[];
  showsAll: boolean;
  dates: Treatment;
  busy: boolean;
  problem?: ApiProblem | string | undefined;
  /** A colleague has changed it since it was read. */
  isStale?: boolean;
  /** The form shows what the colleague saved, and what was typed here. */
  isReloaded?: boolean;
}

export type WriteClosureEvent =
  | { type: 'typed'; draft: Partial<ClosureDraft> }
  | { type: 'sending' }
  // The fields stay open while the house is asked: `asked` is the draft that the answer is about.
  | ({ type: 'previewed'; asked: ClosureDraft } & ClosureHits)
  | { type: 'allShown' }
  | { type: 'chose'; dates: Treatment }
  | { type: 'back' }
  | { type: 'refused'; problem: ApiProblem | string }
  | { type: 'wasStale' }
  | { type: 'reloaded'; closure: Closure };

export function startOfClosure(closure?: Closure): WriteClosureState {
  const draft = closure ? draftOf(closure) : emptyClosure;
  const unknown = { hitCount: 0, hits: [], showsAll: false };
  return { step: 'form', closure, draft, ...unknown, dates: 'leave', busy: false };
}

export function nextClosure(state: WriteClosureState, event: WriteClosureEvent): WriteClosureState {
  switch (event.type) {
    case 'typed':
      return { ...state, draft: withTyped(state.draft, event.draft), problem: undefined };
    case 'sending':
      return { ...state, busy: true, problem: undefined, isStale: false };
    case 'previewed': {
      const { asked, hitCount, hits } = event;
      if (asked !== state.draft) return { ...state, busy: false };
      // Whatever was chosen for other dates: calling off these is chosen anew.
      return { ...startOfClosure(state.closure), step: 'preview', draft: state.draft, hitCount, hits };
    }
    case 'allShown':
      return { ...state, showsAll: true };
    case 'chose':
      return { ...state, dates: event.dates };
    case 'back':
      return { ...state, step: 'form', problem: undefined, isStale: false };
    default:
      return answered(state, event);
  }
}

type Answer = Extract<WriteClosureEvent, { type: 'refused' | 'wasStale' | 'reloaded' }>;

function answered(state: WriteClosureState, event: Answer): WriteClosureState {
  if (event.type === 'refused') return { ...state, busy: false, problem: event.problem };
  if (event.type === 'wasStale') return { ...state, busy: false, isStale: true };
  const { closure: before, draft } = state;
  const now = startOfClosure(event.closure);
  if (!before) return now;
  return { ...now, draft: keepTyped(draftOf(before), draft, now.draft), isReloaded: true };
}
