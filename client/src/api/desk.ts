import { readAllPages } from './pages.js';
import { request } from './request.js';
import type { GrantInput, Group, StaffMe } from './shapes.js';

/** The desk's session is a cookie that scripts cannot read; the browser sends it by itself. */
export async function signInAtDesk(email: string, password: string): Promise<void> {
  await request('/api/desk/sign-ins', { method: 'POST', body: { email, password }, signingIn: true });
}

export async function readStaffMe(): Promise<StaffMe> {
  return (await request('/api/me')) as StaffMe;
}

export async function readGroups(signal: AbortSignal): Promise<Group[]> {
  return (await readAllPages('/api/groups?limit=200', signal)) as Group[];
}

export async function grantAccess(input: GrantInput): Promise<Group> {
  return (await request('/api/groups', { method: 'POST', body: input })) as Group;
}

/** `keep` tells that a group goes on which nobody has used for long. */
export type AccessAct = 'pause' | 'resume' | 'end' | 'keep';

export async function changeAccess(groupId: string, act: AccessAct): Promise<void> {
  await request(`/api/groups/${groupId}/${act}`, { method: 'POST' });
}

export async function signOutOfDesk(): Promise<void> {
  await request('/api/sessions/current', { method: 'DELETE' });
}
