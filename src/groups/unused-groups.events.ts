import { eventType } from '../platform/events/events.js';

/** Somebody has signed in, or come with a session: every group that they represent is in use. */
export const representativeVisited = eventType<{ personId: string }>('representative.visited');

/** Dates took place: `days` are the local days on which the groups of `groupIds`, one by one, met last. */
export const groupsMet = eventType<{ groupIds: string[]; days: string[] }>('groups.met');

/** The representatives of a group get a letter because nobody has used it since `usedOn`. */
export const unusedGroupTold = eventType<{ groupId: string; usedOn: string; step: 'ask' | 'announce' }>(
  'unusedGroup.told',
);

/** The day has come on which a group goes that nobody uses, unless somebody has come meanwhile. */
export const unusedGroupExpired = eventType<{ groupId: string }>('unusedGroup.expired');

/** A group goes, with all that hangs on it; told while everything is still there. */
export const groupDeleted = eventType<{ groupId: string }>('group.deleted');
