import { unlessDone } from './problem.js';
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
  const adding = request(urlOf(groupId), { method: 'POST', body: who }) as Promise<Group>;
  return adding.catch(unlessDone(() => findGroupWith(groupId, who)));
}

async function findGroupWith(groupId: string, { email }: NewRepresentative): Promise<Group | undefined> {
  const group = await readGroup(groupId);
  return group.representatives.some(isAt(email)) ? group : undefined;
}

/** Whether somebody has this mail address. */
export function isAt(wanted: string): (each: NewRepresentative) => boolean {
  const key = wanted.toLowerCase();
  return ({ email }) => email.toLowerCase() === key;
}

export async function removeRepresentative(groupId: string, representativeId: string): Promise<void> {
  await request(`${urlOf(groupId)}/${representativeId}`, { method: 'DELETE' });
}
