import { describe, expect, it } from '@jest/globals';
import type { InvitationSettings } from '../../api/invitation-settings.js';
import { isNothing, unsavedOf } from './unsaved-wishes.js';

const stored: InvitationSettings = {
  reminders: ['dayBefore', 'hourBefore'],
  showsLabel: false,
  showsDialIn: true,
  hasWaitingRoom: false,
  version: 2,
};

describe('what a group has chosen and is not saved', () => {
  it('is what differs from what is stored', () => {
    expect(unsavedOf({ hasWaitingRoom: true, showsLabel: false }, stored)).toEqual({ hasWaitingRoom: true });
    expect(unsavedOf({ reminders: ['dayBefore'] }, stored)).toEqual({ reminders: ['dayBefore'] });
    expect(unsavedOf({ reminders: [] }, stored)).toEqual({ reminders: [] });
  });

  it('is nothing when all of it is stored, in whatever order', () => {
    const chosen = unsavedOf({ hasWaitingRoom: false, reminders: ['hourBefore', 'dayBefore'] }, stored);
    expect(chosen).toEqual({});
    expect(isNothing(chosen)).toBe(true);
    expect(isNothing({ showsDialIn: false })).toBe(false);
  });
});
