import type { StaffMe } from '../api/shapes.js';

/** Whether somebody is at the desk; what was typed stays behind the sign-in form when a session ends. */
export interface DeskState {
  place: 'starting' | 'signIn' | 'desk';
  me?: StaffMe | undefined;
  farewell?: 'ended' | 'signedOut' | undefined;
}

export type DeskEvent = { type: 'entered'; me: StaffMe } | { type: 'sessionEnded' } | { type: 'signedOut' };

export const startOfDesk: DeskState = { place: 'starting' };

export function nextDesk(state: DeskState, event: DeskEvent): DeskState {
  switch (event.type) {
    case 'entered':
      return { place: 'desk', me: event.me };
    case 'signedOut':
      return { place: 'signIn', farewell: 'signedOut' };
    case 'sessionEnded':
      return state.place === 'desk'
        ? { ...state, place: 'signIn', farewell: 'ended' }
        : { ...state, place: 'signIn' };
  }
}

/** Another person must not find what the one before has typed. */
export const deskKey = ({ me }: DeskState): string => me?.staff.id ?? '';
