import { clashesOf, type ApiProblem } from '../../api/problem.js';
import type { Clash, Scope } from '../../api/shapes.js';

/** What takes two presses: ask, then do. */
export type Question = 'cancel' | 'changeRoom';
export type Act = Question | 'restore' | 'takeUp' | 'reserveInstead' | 'extend';

/**
 * What is being done about the dates, one act at a time. Cancelling and another room take two presses: ask, then do.
 * The others can be undone as easily as done.
 */
export interface ActState {
  /** The date it is about. */
  id?: string | undefined;
  act?: Act | undefined;
  /** How much of a series the question is about. */
  scope: Scope;
  busy: boolean;
  problem?: ApiProblem | undefined;
  /** What was done last, as a sentence: at the date it is about, or else at the head of the page. */
  done?: string | undefined;
  /** The cancellation that can be taken back at once. */
  undo?: Undo | undefined;
}

export interface Undo {
  id: string;
  scope: Scope;
  /** Of several dates: those that the house could not give back, once it was asked. */
  taken?: Clash[] | undefined;
}

export type ActEvent =
  | { type: 'asked'; id: string; act: Question }
  | { type: 'scoped'; scope: Scope }
  | { type: 'kept' }
  | { type: 'sending'; id: string; act: Act }
  | { type: 'done'; inWords: string; undo?: Undo }
  | { type: 'refused'; problem: ApiProblem };

export const nothingDone: ActState = { scope: 'one', busy: false };

export function nextAct(state: ActState, event: ActEvent): ActState {
  switch (event.type) {
    case 'sending':
      return { ...state, id: event.id, act: event.act, busy: true, problem: undefined, done: undefined };
    case 'done':
      return { ...nothingDone, id: state.id, done: event.inWords, undo: event.undo };
    case 'refused':
      return refused(state, event.problem);
    default:
      // What is under way is not thought over any more.
      return state.busy ? state : nextQuestion(state, event);
  }
}

function refused(state: ActState, problem: ApiProblem): ActState {
  const { undo } = state;
  const taken = clashesOf(problem);
  const isToSay = undo && isOfSeveral(state) && taken.length > 0;
  // Those that were taken before are not asked for again.
  const all = [...(undo?.taken ?? []), ...taken];
  return { ...state, busy: false, problem, undo: isToSay ? { ...undo, taken: all } : undo };
}

type QuestionEvent = Extract<ActEvent, { type: 'asked' | 'scoped' | 'kept' }>;

function nextQuestion(state: ActState, event: QuestionEvent): ActState {
  if (event.type === 'asked') return { ...nothingDone, id: event.id, act: event.act };
  return event.type === 'scoped' ? { ...state, scope: event.scope } : nothingDone;
}

/** What the person is asked about this date: is it really meant? */
export const askedAbout = ({ id, act }: ActState, occurrenceId: string): Question | undefined =>
  id === occurrenceId && (act === 'cancel' || act === 'changeRoom') ? act : undefined;

/** A cancellation of several dates is being taken back: that is asked and answered where they were cancelled. */
export const isOfSeveral = ({ act, scope }: ActState): boolean => act === 'restore' && scope !== 'one';

/** What was done last, where this date was pressed for it: nobody loses their place in a long list. */
export const doneAt = ({ id, done }: ActState, occurrenceId: string): string | undefined =>
  id === occurrenceId ? done : undefined;

/** Why something did not go that was tried at this date. */
export const problemAt = (state: ActState, occurrenceId: string): ApiProblem | undefined =>
  state.id === occurrenceId && !isOfSeveral(state) ? state.problem : undefined;
