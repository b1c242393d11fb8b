import { clashesOf, type ApiProblem } from '../../api/problem.js';
import type { Clash, Occurrence, Reservation, Scope } from '../../api/shapes.js';
import type { WhoHears } from '../../parts/invitees/who-hears.js';
import { seriesInAll, type SeriesInAll } from '../../parts/series/series-in-all.js';
import {
  decisionsOf,
  nothingToSettle,
  withChoices,
  withClashes,
  withoutChoice,
  type Choice,
  type Settling,
} from '../../parts/settling/settling.js';
import { changeOf } from '../../parts/settling/ways-out.js';
import { houseWords } from '../../words/words.js';
import { datesMoved, draftFor, isOtherTime, isUnchanged, rebased, type MoveDraft } from './move-draft.js';

/** Form → for a series with clashes: settle them, date by date → done. Nothing moves before everything is settled. */
export interface MoveState {
  step: 'form' | 'settle' | 'done';
  /** As the house knows it; what the person sees as "bisher". */
  occurrence: Occurrence;
  draft: MoveDraft;
  scope: Scope;
  settling: Settling;
  /** Of a series: the room that each date has now, under its key. */
  roomsNow: Readonly<Record<string, string>>;
  busy: boolean;
  problem?: ApiProblem | string | undefined;
  /** Of a single date. */
  clashes: Clash[];
  done?: Moved | undefined;
}

/** What has become of the date or dates. */
export interface Moved {
  moved: Occurrence | Reservation;
  /** Of a series: what has become of all that were to move. */
  series?: SeriesInAll | undefined;
  /** Whose invitees hear of it: a change of the room alone is nothing to them. */
  told: 'all' | 'some' | 'nobody';
  /** Who are those. */
  who: WhoHears;
}

/** What was asked for: the fields stay open meanwhile. */
type Asked = Pick<MoveState, 'occurrence' | 'draft' | 'scope' | 'settling'>;

export type MoveEvent =
  | { type: 'changed'; draft: Partial<MoveDraft> }
  | { type: 'scoped'; scope: Scope }
  | { type: 'sending' }
  | { type: 'unchanged' }
  | { type: 'refused'; problem: ApiProblem; asked: Asked; roomsNow?: MoveState['roomsNow'] }
  | { type: 'reloaded'; occurrence: Occurrence }
  | { type: 'gone' }
  | { type: 'chose'; choices: Choice[] }
  | { type: 'tookBack'; key: string }
  | { type: 'back' }
  | { type: 'moved'; moved: Occurrence | Reservation; who: WhoHears; asked: Asked };

const words = houseWords.move;

export function startOfMove(occurrence: Occurrence): MoveState {
  const draft = draftFor(occurrence);
  return {
    step: 'form',
    occurrence,
    draft,
    scope: 'one',
    settling: nothingToSettle,
    roomsNow: {},
    busy: false,
    clashes: [],
  };
}

export function nextMove(state: MoveState, event: MoveEvent): MoveState {
  switch (event.type) {
    case 'changed':
      return otherWish(state, { draft: { ...state.draft, ...event.draft } });
    case 'scoped':
      return otherWish(state, { scope: event.scope });
    case 'sending':
      return { ...state, busy: true };
    case 'refused':
      return refused(state, event);
    case 'chose':
      return { ...state, problem: undefined, settling: withChoices(state.settling, event.choices) };
    case 'tookBack':
      return { ...state, settling: withoutChoice(state.settling, event.key) };
    case 'moved':
      return { ...state, step: 'done', busy: false, done: doneOf(event) };
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
      return { ...otherWish(state, { draft }), step: 'form', busy: false, occurrence, problem: words.stale };
    }
  }
}

// Another wish makes other clashes.
const otherWish = (state: MoveState, change: Partial<MoveState>): MoveState => ({
  ...state,
  ...change,
  problem: undefined,
  clashes: [],
  settling: nothingToSettle,
});

function refused(state: MoveState, event: Extract<MoveEvent, { type: 'refused' }>): MoveState {
  const { problem, asked, roomsNow = state.roomsNow } = event;
  const clashes = clashesOf(problem);
  if (clashes.length === 0) return { ...state, busy: false, problem, clashes };
  // Clashes of an older wish help nobody.
  if (asked.draft !== state.draft || asked.scope !== state.scope) return { ...state, busy: false };
  if (state.scope === 'one')
    return { ...state, busy: false, problem, clashes: clashes.map((clash) => withoutNow(clash, asked)) };
  const again = state.step === 'settle' ? houseWords.settling.overtaken : undefined;
  const settling = withClashes(state.settling, clashes);
  return { ...state, step: 'settle', busy: false, problem: again, settling, roomsNow };
}

/** Where the date is already is no way out. */
function withoutNow(clash: Clash, { draft, occurrence }: Asked): Clash {
  const alternatives = clash.alternatives.filter(
    (alternative) => !isUnchanged({ ...draft, ...changeOf(alternative) }, occurrence),
  );
  return { ...clash, alternatives };
}

function doneOf({ moved, who, asked }: Extract<MoveEvent, { type: 'moved' }>): Moved {
  const { draft, occurrence, settling } = asked;
  const decisions = decisionsOf(settling);
  const some = decisions.some(({ choose }) => choose !== 'otherRoom') ? 'some' : 'nobody';
  const series =
    'occurrences' in moved ? seriesInAll(datesMoved(asked, moved.occurrences), moved) : undefined;
  return { moved, series, who, told: isOtherTime(draft, occurrence) ? 'all' : some };
}
