import { unlessDone } from './problem.js';
import { request, requestFile } from './request.js';
import type {
  GroupLink,
  InvitationPreview,
  InvitedCounts,
  Invitee,
  InviteeInput,
  InviteeToBe,
  KeptList,
} from './invitee-shapes.js';

/** One date, or all dates of a series; named as in the addresses of the house. */
export interface InvitedTo {
  kind: 'occurrences' | 'reservations';
  id: string;
}

const urlOf = ({ kind, id }: InvitedTo): string => `/api/${kind}/${id}/invitees`;

export async function readInvitees(to: InvitedTo, signal?: AbortSignal): Promise<Invitee[]> {
  const answer = await request(urlOf(to), signal ? { signal } : {});
  return (answer as { items: Invitee[] }).items;
}

export async function invite(to: InvitedTo, invitees: InviteeToBe[]): Promise<InvitedCounts> {
  return (await request(urlOf(to), { method: 'POST', body: { invitees } })) as InvitedCounts;
}

/** The same mail once more. */
export async function resend(to: InvitedTo, inviteeId: string): Promise<void> {
  await request(`${urlOf(to)}/${inviteeId}/resend`, { method: 'POST' });
}

/** Whether somebody may open the meeting when no representative comes. */
export async function letOpen(to: InvitedTo, inviteeId: string, mayOpen: boolean): Promise<void> {
  await request(`${urlOf(to)}/${inviteeId}`, { method: 'PATCH', body: { mayOpen } });
}

/** The link ends, and the person is told. */
export async function withdraw(to: InvitedTo, inviteeId: string): Promise<void> {
  await request(`${urlOf(to)}/${inviteeId}`, { method: 'DELETE' });
}

/** The mail as it would be; nothing is stored or sent. */
export async function previewInvitation(to: InvitedTo): Promise<InvitationPreview> {
  return (await request(`${urlOf(to)}/preview`, { method: 'POST' })) as InvitationPreview;
}

const keptUrlOf = (groupId: string): string => `/api/groups/${groupId}/invitees`;

/** The addresses that the group keeps on purpose. */
export async function readKeptList(groupId: string, signal?: AbortSignal): Promise<KeptList> {
  return (await request(keptUrlOf(groupId), signal ? { signal } : {})) as KeptList;
}

/** The list as it shall be, in place of the one that was read. */
export async function writeKeptList(
  groupId: string,
  { items, version }: Pick<KeptList, 'items' | 'version'>,
): Promise<void> {
  const writing = request(keptUrlOf(groupId), { method: 'PUT', body: { keep: true, items }, version });
  await writing.catch(unlessDone(() => findKept(groupId, items)));
}

async function findKept(groupId: string, items: InviteeInput[]): Promise<KeptList | undefined> {
  const kept = await readKeptList(groupId);
  const addresses = new Set(kept.items.map(addressOf));
  return kept.keep && items.every((item) => addresses.has(addressOf(item))) ? kept : undefined;
}

const addressOf = ({ email }: InviteeInput): string => email.toLowerCase();

/** Whatever is on it by now. */
export async function deleteKeptList(groupId: string): Promise<void> {
  const deleting = request(keptUrlOf(groupId), { method: 'PUT', body: { keep: false, items: [] } });
  await deleting.catch(unlessDone(() => findNothingKept(groupId)));
}

async function findNothingKept(groupId: string): Promise<KeptList | undefined> {
  const kept = await readKeptList(groupId);
  return kept.keep ? undefined : kept;
}

export async function readGroupLink(groupId: string, signal: AbortSignal): Promise<GroupLink> {
  return (await request(`/api/groups/${groupId}/link`, { signal })) as GroupLink;
}

/** A new link; the one before no longer works. */
export async function renewGroupLink(groupId: string): Promise<GroupLink> {
  return (await request(`/api/groups/${groupId}/link/renew`, { method: 'POST' })) as GroupLink;
}

/** The sheet to print, as a PDF file. */
export function readSheet({ kind, id }: InvitedTo): Promise<Blob> {
  return requestFile(`/api/${kind}/${id}/sheet.pdf`);
}
