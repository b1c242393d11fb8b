import { eventType } from '../platform/events/events.js';

export const inviteesAdded = eventType<{ occurrenceId: string; inviteeIds: string[] }>('invitees.added');
