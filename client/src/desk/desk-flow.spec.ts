import { describe, expect, it } from '@jest/globals';
import type { StaffMe } from '../api/shapes.js';
import { nextDesk, startOfDesk, type DeskEvent } from './desk-flow.js';

const me: StaffMe = {
  staff: { id: 's1', name: 'Team', email: 't@example.org' },
  contactPoint: { slug: 'dortmund', name: 'Kontaktstelle Dortmund' },
};
const entered: DeskEvent = { type: 'entered', me };
const ended: DeskEvent = { type: 'sessionEnded' };
const walk = (...events: DeskEvent[]) => events.reduce(nextDesk, startOfDesk);

describe('desk flow', () => {
  it('asks a visitor to sign in without talking of a pause', () => {
    expect(walk(ended)).toEqual({ place: 'signIn' });
  });

  it('keeps the desk behind the form when a session ends', () => {
    expect(walk(entered, ended)).toEqual({ place: 'signIn', me, farewell: 'ended' });
    expect(walk(entered, ended, entered)).toEqual({ place: 'desk', me });
  });

  it('forgets the desk on signing out', () => {
    expect(walk(entered, { type: 'signedOut' })).toEqual({ place: 'signIn', farewell: 'signedOut' });
  });
});
