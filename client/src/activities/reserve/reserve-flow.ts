import type { InvitedCounts } from '../../api/invitee-shapes.js';
import { clashesOf, type ApiProblem } from '../../api/problem.js';
import type { Clash, Occurrence, Preview, Reservation, Rules } from '../../api/shapes.js';
import { invitedInWords } from '../../parts/invitees/invited-in-words.js';
import { seriesInAll, type SeriesInAll } from '../../parts/series/series-in-all.js';
import {
  keptDates,
  nothingToSettle,
  onlySkips,
  withAnswer,
  withChoices,
  withClashes,
  withoutChoice,
  type Choice,
  type Settling,
} from '../../parts/settling/settling.js';
import { houseWords } from '../../words/words.js';
import { firstDraft, usualInWords, type Draft } from './draft.js';
import { followDate } from './repeat-draft.js';

const words = houseWords.reserve;

/** Wann? (for a series with a look at all dates) → Wer? → Fertig. What was typed stays until the house has taken it. */
export type ReserveState = WhenStep | ReviewStep | BookedStep;

/** The house is asked how the dates would be, or to reserve: then nothing else is asked until it has answered. */
export type Asking = 'looking' | 'sending';

interface Unbooked {
  draft: Draft;
  busy: false | Asking;
  problem?: ApiProblem | string | undefined;
  /** What was chosen about the dates of a series; a person who goes back to the form finds it again. */
  settling: Settling;
}

export interface WhenStep extends Unbooked {
  step: 'when';
  clashes: Clash[];
  /** The form was sent with several weekdays asked for and none named. */
  lacksWeekday: boolean;
}

/** All dates of a series before anything is stored. */
export interface ReviewStep extends Unbooked {
  step: 'review';
  inWords: string;
  notice?: string | undefined;
  /** Somebody was quicker at storing. */
  overtaken: boolean;
}

export interface BookedStep {
  step: 'who' | 'done';
  /** The first date that takes place. */
  occurrence: Occurrence;
  series?: SeriesInAll | undefined;
  /** A sentence of the house about this date, for example about the doubled hour in autumn. */
  notice?: string | undefined;
  /** How many are invited. */
  invited: number;
  /** What became of those who were to be invited, as a sentence. */
  said?: string | undefined;
  /** Those who were invited could not be kept for the next time: a sentence. */
  notKept?: string | undefined;
  /** How many addresses stand in the form. */
  typed: number;
  /** The form is being sent. */
  sending: boolean;
  /** It was sent, and the answer did not come. */
  lost: boolean;
  /** Nobody was to be invited although addresses stand in the form. */
  asks: boolean;
}

export type ReserveEvent =
  | { type: 'changed'; draft: Partial<Draft> }
  | { type: Asking }
  // The fields stay open while the house is asked: `asked` is the draft that an answer is about.
  | { type: 'refused'; problem: ApiProblem; asked: Draft }
  | { type: 'previewed'; preview: Preview; asked: Draft }
  | { type: 'chose'; choices: Choice[] }
  | { type: 'tookBack'; key: string }
  | { type: 'back' }
  | { type: 'reserved'; reservation: Reservation; asked: Draft }
  | ({ type: 'invited'; typed: number; notKept?: string | undefined } & InvitedCounts)
  | { type: 'inviting'; busy: boolean; lost: boolean }
  | { type: 'typed'; count: number }
  | { type: 'nobody' }
  | { type: 'incomplete' };

export function startOfReserve(date: string, rules: Rules): ReserveState {
  return {
    step: 'when',
    draft: firstDraft(date, rules),
    busy: false,
    clashes: [],
    lacksWeekday: false,
    settling: nothingToSettle,
  };
}

/** Nothing is being reserved, and a date is left to ask for: the page itself says when all are left out. */
export function mayAsk(state: ReserveState | undefined): state is WhenStep | ReviewStep {
  if (state?.step === 'review' && keptDates(state.settling) === 0) return false;
  return (state?.step === 'when' || state?.step === 'review') && state.busy !== 'sending';
}

export function nextReserve(state: ReserveState, event: ReserveEvent): ReserveState {
  if (state.step !== 'when' && state.step !== 'review') return nextBooked(state, event);
  if (event.type === 'reserved') return booked(event.reservation, event.asked) ?? { ...state, busy: false };
  return state.step === 'when' ? nextWhen(state, event) : nextReview(state, event);
}

function nextWhen(state: WhenStep, event: ReserveEvent): ReserveState {
  switch (event.type) {
    case 'changed':
      return changed(state, event.draft);
    case 'looking':
    case 'sending':
      return { ...state, busy: event.type };
    case 'refused':
      return refusedWish(state, event);
    case 'incomplete':
      return { ...state, problem: undefined, clashes: [], lacksWeekday: true };
    case 'previewed':
      return event.asked === state.draft ? reviewed(state, event.preview) : { ...state, busy: false };
    default:
      return state;
  }
}

/** Clashes of an older wish help nobody, and those of a series are settled where all its dates are shown. */
function refusedWish(
  state: WhenStep,
  { problem, asked }: Extract<ReserveEvent, { type: 'refused' }>,
): WhenStep {
  const clashes = clashesOf(problem);
  if (clashes.length > 0 && asked.often === 'regularly')
    return { ...state, busy: false, problem: words.overtaken };
  if (clashes.length > 0 && asked !== state.draft) return { ...state, busy: false };
  return { ...state, busy: false, problem, clashes };
}

function changed(state: WhenStep, change: Partial<Draft>): WhenStep {
  const draft = followDate({ ...state.draft, ...change }, state.draft.date);
  const settling = onlySkips(state.settling);
  return { ...state, draft, settling, problem: undefined, clashes: [], lacksWeekday: false };
}

function nextReview(state: ReviewStep, event: ReserveEvent): ReserveState {
  switch (event.type) {
    case 'chose':
      return settled(state, withChoices(state.settling, event.choices));
    case 'tookBack':
      return settled(state, withoutChoice(state.settling, event.key));
    case 'looking':
    case 'sending':
      return { ...state, busy: event.type, problem: undefined };
    case 'previewed':
      return reviewed(state, event.preview);
    case 'refused':
      return refusedSeries(state, event.problem);
    case 'back':
      return backToForm(state);
    default:
      return state;
  }
}

/** A look is given up, a reservation is not. */
const backToForm = ({ draft, settling, busy }: ReviewStep): WhenStep => ({
  step: 'when',
  draft,
  settling,
  busy: busy === 'sending' && busy,
  clashes: [],
  lacksWeekday: false,
});

const settled = (state: ReviewStep, settling: Settling): ReviewStep =>
  state.busy === 'sending' ? state : { ...state, settling, problem: undefined, overtaken: false };

function reviewed({ draft, settling }: Unbooked, { inWords, notice, dates }: Preview): ReviewStep {
  return {
    step: 'review',
    draft,
    busy: false,
    settling: withAnswer(settling, dates),
    inWords,
    notice: notice ?? undefined,
    overtaken: false,
  };
}

function refusedSeries(state: ReviewStep, problem: ApiProblem): ReviewStep {
  const clashes = clashesOf(problem);
  if (clashes.length === 0) return { ...state, busy: false, problem };
  return { ...state, busy: false, overtaken: true, settling: withClashes(state.settling, clashes) };
}

function nextBooked(state: BookedStep, event: ReserveEvent): ReserveState {
  if (event.type === 'invited') return invited(state, event);
  if (event.type === 'typed') return { ...state, typed: event.count, asks: false };
  if (event.type === 'inviting') return inviting(state, event);
  if (event.type !== 'nobody' || state.sending) return state;
  return state.typed > 0 && !state.asks ? { ...state, asks: true } : { ...state, step: 'done' };
}

/** Of those whose sending got no answer nobody knows here, whatever is sent after. */
const inviting = (
  state: BookedStep,
  { busy, lost }: Extract<ReserveEvent, { type: 'inviting' }>,
): BookedStep => ({ ...state, sending: busy, lost: state.lost || lost });

/**
 * Whoever was invited already counts, too, and once: the answer to an earlier press may have been lost. Whoever went on
 * typing meanwhile is still at it.
 */
function invited(state: BookedStep, event: Extract<ReserveEvent, { type: 'invited' }>): BookedStep {
  const all = Math.max(state.invited, event.alreadyInvited) + event.invited;
  const step = event.typed > 0 ? 'who' : 'done';
  return { ...state, step, invited: all, said: invitedInWords(event), notKept: event.notKept };
}

function booked({ occurrences, repeat, notice }: Reservation, draft: Draft): BookedStep | undefined {
  const occurrence = occurrences.find(({ state }) => state === 'planned');
  const series = repeat
    ? seriesInAll(occurrences, { inWords: usualInWords(draft), time: draft.time })
    : undefined;
  const nobodyYet = { invited: 0, typed: 0, sending: false, lost: false, asks: false };
  return occurrence && { step: 'who', occurrence, series, notice: notice ?? undefined, ...nobodyYet };
}
