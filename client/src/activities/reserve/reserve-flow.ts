import { clashesOf, type ApiProblem } from '../../api/problem.js';
import type { Alternative, Clash, Occurrence, Reservation, Rules, Wish } from '../../api/shapes.js';

/** Wann? → Wer? → Fertig. What was typed stays until the house has taken it. */
export type ReserveState = WhenStep | BookedStep;

export interface Draft {
  roomId: string;
  date: string;
  time: string;
  minutes: number;
  /** As typed; the field may be empty for a moment. */
  people: string;
}

export interface WhenStep {
  step: 'when';
  draft: Draft;
  busy: boolean;
  problem?: ApiProblem | undefined;
  clashes: Clash[];
}

export interface BookedStep {
  step: 'who' | 'done';
  occurrence: Occurrence;
  /** A sentence of the house about this date, for example about the doubled hour in autumn. */
  notice?: string | undefined;
  invited: number;
}

export type ReserveEvent =
  | { type: 'changed'; draft: Partial<Draft> }
  | { type: 'sending' }
  | { type: 'refused'; problem: ApiProblem }
  | { type: 'reserved'; reservation: Reservation }
  | { type: 'invited'; count: number }
  | { type: 'nobody' };

export const ANY_ROOM = 'any';

/** Most known meetings begin between 18:00 and 20:00. */
const USUAL_START = '18:00';

export function startOfReserve(date: string, rules: Rules): ReserveState {
  const time = USUAL_START >= rules.opensAt && USUAL_START < rules.closesAt ? USUAL_START : rules.opensAt;
  const draft = { roomId: ANY_ROOM, date, time, minutes: rules.defaultMinutes, people: '8' };
  return { step: 'when', draft, busy: false, clashes: [] };
}

export function nextReserve(state: ReserveState, event: ReserveEvent): ReserveState {
  return state.step === 'when' ? nextWhen(state, event) : nextBooked(state, event);
}

function nextWhen(state: WhenStep, event: ReserveEvent): ReserveState {
  switch (event.type) {
    case 'changed':
      return { ...state, draft: { ...state.draft, ...event.draft }, problem: undefined, clashes: [] };
    case 'sending':
      return { ...state, busy: true };
    case 'refused':
      return { ...state, busy: false, problem: event.problem, clashes: clashesOf(event.problem) };
    case 'reserved':
      return booked(event.reservation) ?? { ...state, busy: false };
    default:
      return state;
  }
}

function nextBooked(state: BookedStep, event: ReserveEvent): ReserveState {
  if (event.type === 'invited') return { ...state, step: 'done', invited: state.invited + event.count };
  if (event.type === 'nobody') return { ...state, step: 'done' };
  return state;
}

function booked({ occurrences, notice }: Reservation): BookedStep | undefined {
  const occurrence = occurrences[0];
  return occurrence && { step: 'who', occurrence, notice: notice ?? undefined, invited: 0 };
}

export function wishOf({ people, ...rest }: Draft): Wish {
  return { ...rest, expectedParticipants: Number.parseInt(people, 10) || 1 };
}

/** What an alternative changes in the form. */
export function draftOf(alternative: Alternative): Partial<Draft> {
  return 'time' in alternative ? { time: alternative.time } : { roomId: alternative.roomId };
}
