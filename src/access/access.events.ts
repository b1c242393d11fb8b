import { eventType } from '../platform/events/events.js';

export const signInRequested = eventType<{ signInId: string }>('signIn.requested');
