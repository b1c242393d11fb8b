import type { ApiProblem } from '../../api/problem.js';

/**
 * What is being done about those who are invited, one act at a time. Withdrawing takes two presses: ask, then do.
 */
export interface InviteeState {
  /** The invitee it is about. */
  id?: string | undefined;
  isAsked: boolean;
  busy: boolean;
  /** While it is sent: whether they are to open the meeting. */
  mayOpen?: boolean | undefined;
  problem?: ApiProblem | undefined;
  /** What was done last, as a sentence. */
  done?: string | undefined;
}

export type InviteeEvent =
  | { type: 'asked'; id: string }
  | { type: 'kept' }
  | { type: 'sending'; id: string; mayOpen?: boolean | undefined }
  | { type: 'done'; inWords: string }
  | { type: 'refused'; problem: ApiProblem };

export const nothingDone: InviteeState = { isAsked: false, busy: false };

export function nextInvitee(state: InviteeState, event: InviteeEvent): InviteeState {
  switch (event.type) {
    case 'sending':
      return sending(state, event);
    case 'done':
      return { ...nothingDone, done: event.inWords };
    case 'refused':
      return { ...state, busy: false, mayOpen: undefined, problem: event.problem };
    default:
      // What is under way is not thought over any more.
      return state.busy ? state : nextQuestion(event);
  }
}

function sending(
  state: InviteeState,
  { id, mayOpen }: Extract<InviteeEvent, { type: 'sending' }>,
): InviteeState {
  return { id, isAsked: state.isAsked && state.id === id, busy: true, mayOpen };
}

function nextQuestion(event: Extract<InviteeEvent, { type: 'asked' | 'kept' }>): InviteeState {
  return event.type === 'asked' ? { ...nothingDone, id: event.id, isAsked: true } : nothingDone;
}
