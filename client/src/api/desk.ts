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
  const found: Group[] = [];
  let cursor: string | null | undefined;
  do {
    const next = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const page = (await request(`/api/groups?limit=200${next}`, { signal })) as {
      items: Group[];
      nextCursor?: string | null;
    };
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}

export async function grantAccess(input: GrantInput): Promise<Group> {
  return (await request('/api/groups', { method: 'POST', body: input })) as Group;
}

export async function signOutOfDesk(): Promise<void> {
  await request('/api/sessions/current', { method: 'DELETE' });
}
