import { request } from './request.js';
import type { Group } from './shapes.js';

/** Code of a refusal that a fresh code from a mail mends. */
export const FRESH_CODE_NEEDED = 'freshCodeNeeded';

export type NewRepresentative = Pick<Group['representatives'][number], 'name' | 'email'>;

const urlOf = (groupId: string): string => `/api/groups/${groupId}/representatives`;

export async function readGroup(groupId: string, signal?: AbortSignal): Promise<Group> {
  return (await request(`/api/groups/${groupId}`, signal ? { signal } : {})) as Group;
}

/** Answers the group as it is then. */
export async function addRepresentative(groupId: string, who: NewRepresentative): Promise<Group> {
  return (await request(urlOf(groupId), { method: 'POST', body: who })) as Group;
}

export async function removeRepresentative(groupId: string, representativeId: string): Promise<void> {
  await request(`${urlOf(groupId)}/${representativeId}`, { method: 'DELETE' });
}
