import { eventType } from '../platform/events/events.js';

export const groupGranted = eventType<{ groupId: string; representativeIds: string[] }>('group.granted');

/** For good: nobody of the group comes any more. */
export const groupEnded = eventType<{ groupId: string }>('group.ended');

/** The row is gone when this is told; the person stays a while, until the mails about it have left. */
export const representativeRemoved = eventType<{
  groupId: string;
  representativeId: string;
  personId: string;
}>('representative.removed');

/** Nothing is left of these people a moment later: they represent no group, and no mail waits for them. */
export const peopleForgotten = eventType<{ personIds: string[] }>('people.forgotten');

/**
 * Mails about who represents a group. They are queued within the change, because whoever leaves is forgotten as soon as
 * none of them waits; notifications/ writes them. `sequence` is the version that the change gave to the group.
 */
export const REPRESENTATIVE_MAILS = {
  /** About the new representative, concerning the person who did it; nobody, if staff did. */
  handOver: 'handOver',
  /** About another representative, concerning the new person. */
  came: 'representativeCame',
  /** About another representative, concerning the person who left. */
  left: 'representativeLeft',
  /** About the person who left, concerning the group. */
  farewell: 'farewell',
} as const;
