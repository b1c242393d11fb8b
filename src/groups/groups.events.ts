import { eventType } from '../platform/events/events.js';

export const groupGranted = eventType<{ groupId: string; representativeIds: string[] }>('group.granted');
