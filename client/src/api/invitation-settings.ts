import { request } from './request.js';

export type Reminder = 'dayBefore' | 'hourBefore';

/** What those who are invited get of a group. */
export interface InvitationSettings {
  reminders: Reminder[];
  showsLabel: boolean;
  showsDialIn: boolean;
  hasWaitingRoom: boolean;
  version: number;
}

export type InvitationWishes = Omit<InvitationSettings, 'version'>;

const urlOf = (groupId: string): string => `/api/groups/${groupId}/invitation-settings`;

export async function readInvitationSettings(
  groupId: string,
  signal: AbortSignal,
): Promise<InvitationSettings> {
  return (await request(urlOf(groupId), { signal })) as InvitationSettings;
}

/** What is not named stays; `version` is the one that the person saw. */
export async function changeInvitationSettings(
  groupId: string,
  wishes: Partial<InvitationWishes>,
  version: number,
): Promise<InvitationSettings> {
  return (await request(urlOf(groupId), { method: 'PATCH', body: wishes, version })) as InvitationSettings;
}
