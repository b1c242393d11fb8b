import type { ApiProblem } from '../../api/problem.js';

/** What is being done about the address for the own calendar. */
export interface CalendarState {
  busy: boolean;
  problem?: ApiProblem | undefined;
  done?: CalendarDone | undefined;
  /** What takes two presses, because calendars may hang on the address: ask, then do. */
  asked?: CalendarQuestion | undefined;
}

export type CalendarQuestion = 'renew' | 'end';

/** `marked` is what remains where the browser lets no page copy. */
export type CalendarDone = 'made' | 'renewed' | 'ended' | 'copied' | 'marked';

export type CalendarEvent =
  | { type: 'asked'; about: CalendarQuestion }
  | { type: 'kept' }
  | { type: 'sending' }
  | { type: 'done'; done: CalendarDone }
  | { type: 'refused'; problem: ApiProblem };

export const quiet: CalendarState = { busy: false };

export function nextCalendar(state: CalendarState, event: CalendarEvent): CalendarState {
  switch (event.type) {
    case 'asked':
      return { busy: false, asked: event.about };
    case 'kept':
      return quiet;
    case 'sending':
      return { busy: true, asked: state.asked };
    case 'done':
      return { busy: false, done: event.done };
    case 'refused':
      return { ...state, busy: false, problem: event.problem };
  }
}
