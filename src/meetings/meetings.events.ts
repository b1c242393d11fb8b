import { eventType } from '../platform/events/events.js';

/**
 * Somebody may no longer come to a date, or to all of a reservation; `guestIds` are all that they can have entered as. Told by whoever
 * withdraws the invitation.
 */
export const guestTurnedAway = eventType<{
  occurrenceId?: string | undefined;
  reservationId?: string | undefined;
  guestIds: string[];
}>('guest.turnedAway');

/** Somebody who represents the group was led into the meeting of a date. `at` is a UTC text. */
export const moderatorCame = eventType<{ occurrenceId: string; at: string }>('moderator.came');

/** Strangers may know where these dates meet: each has another room and another PIN. */
export const roomLeaked = eventType<{ occurrenceIds: string[] }>('room.leaked');

/** Somebody presses the button to practise; `link` names whose room it is and opens nothing. */
export const practiceWished = eventType<{ link: string; serverId: string }>('practice.wished');
