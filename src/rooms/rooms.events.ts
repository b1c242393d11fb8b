import { eventType } from '../platform/events/events.js';

/** This Jitsi server takes new dates from now on. */
export const serverOpened = eventType<{ serverId: string }>('server.opened');
