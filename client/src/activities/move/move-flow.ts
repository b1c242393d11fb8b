import { clashesOf, type ApiProblem } from '../../api/problem.js';
import type { Clash, Occurrence, Reservation, Scope } from '../../api/shapes.js';
import {
  nothingToSettle,
  withChoices,
  withClashes,
  withoutChoice,
  type Choice,
  type Settling,
} from '../../parts/settling/settling.js';
import { houseWords } from '../../words/words.js';
import { draftFor, rebased, type MoveDraft } from './move-draft.js';

/** Form → for a series with clashes: settle them, date by date → done. Nothing moves before everything is settled. */
export interface MoveState {
  step: 'form' | 'settle' | 'done';
  /** As the house knows it; what the person sees as "bisher". */
  occurrence: Occurrence;
  draft: MoveDraft;
  scope: Scope;
  settling: Settling;
  busy: boolean;
  problem?: ApiProblem | string | undefined;
  /** Of a single date. */
  clashes: Clash[];
  moved?: Occurrence | Reservation | undefined;
}

export type MoveEvent =
  | { type: 'changed'; draft: Partial<MoveDraft> }
  | { type: 'scoped'; scope: Scope }
  | { type: 'sending' }
  | { type: 'unchanged' }
  | { type: 'refused'; problem: ApiProblem }
  | { type: 'reloaded'; occurrence: Occurrence }
  | { type: 'gone' }
  | { type: 'chose'; choices: Choice[] }
  | { type: 'tookBack'; date: string }
  | { type: 'back' }
  | { type: 'moved'; moved: Occurrence | Reservation };

const words = houseWords.move;

export function startOfMove(occurrence: Occurrence): MoveState {
  const draft = draftFor(occurrence);
  return {
    step: 'form',
    occurrence,
    draft,
    scope: 'one',
    settling: nothingToSettle,
    busy: false,
    clashes: [],
  };
}

export function nextMove(state: MoveState, event: MoveEvent): MoveState {
  switch (event.type) {
    case 'changed':
      return asked(state, { draft: { ...state.draft, ...event.draft } });
    case 'scoped':
      return asked(state, { scope: event.scope });
    case 'sending':
      return { ...state, busy: true };
    case 'refused':
      return refused(state, event.problem);
    case 'chose':
      return { ...state, problem: undefined, settling: withChoices(state.settling, event.choices) };
    case 'tookBack':
      return { ...state, settling: withoutChoice(state.settling, event.date) };
    case 'moved':
      return { ...state, step: 'done', busy: false, moved: event.moved };
    default:
      return nextForm(state, event);
  }
}

type FormEvent = Extract<MoveEvent, { type: 'unchanged' | 'reloaded' | 'gone' | 'back' }>;

/** What brings the person back to the form. */
function nextForm(state: MoveState, event: FormEvent): MoveState {
  switch (event.type) {
    case 'unchanged':
      return { ...state, problem: words.nothing };
    case 'gone':
      return { ...state, step: 'form', busy: false, problem: words.gone };
    case 'back':
      return { ...state, step: 'form', problem: undefined };
    case 'reloaded': {
      const { occurrence } = event;
      const draft = rebased(state.draft, state.occurrence, occurrence);
      return { ...asked(state, { draft }), step: 'form', busy: false, occurrence, problem: words.stale };
    }
  }
}

// Another wish makes other clashes.
const asked = (state: MoveState, change: Partial<MoveState>): MoveState => ({
  ...state,
  ...change,
  problem: undefined,
  clashes: [],
  settling: nothingToSettle,
});

function refused(state: MoveState, problem: ApiProblem): MoveState {
  const clashes = clashesOf(problem);
  if (clashes.length === 0) return { ...state, busy: false, problem };
  if (state.scope === 'one') return { ...state, busy: false, clashes };
  const again = state.step === 'settle' ? houseWords.settling.overtaken : undefined;
  const settling = withClashes(state.settling, clashes);
  return { ...state, step: 'settle', busy: false, problem: again, settling };
}
