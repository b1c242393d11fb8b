import { request } from './request.js';

export interface CalendarAddress {
  url?: string | null;
}

const urlOf = (groupId: string): string => `/api/groups/${groupId}/calendar`;

export async function readCalendarAddress(groupId: string, signal: AbortSignal): Promise<CalendarAddress> {
  return (await request(urlOf(groupId), { signal })) as CalendarAddress;
}

/** A new address; the one before no longer works. */
export async function renewCalendarAddress(groupId: string): Promise<CalendarAddress> {
  return (await request(urlOf(groupId), { method: 'POST' })) as CalendarAddress;
}

export async function endCalendarAddress(groupId: string): Promise<void> {
  await request(urlOf(groupId), { method: 'DELETE' });
}
