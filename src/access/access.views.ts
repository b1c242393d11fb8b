import { z } from 'zod';
import type { Agreement } from '../contact-points/agreement.entity.js';
import type { ContactPoint } from '../contact-points/contact-point.entity.js';
import type { StaffMember } from '../contact-points/staff-member.entity.js';
import type { GroupRow, PersonRow } from '../groups/groups.reader.js';
import { toUtc } from '../kernel/time-range.js';
import type { SessionListRow } from './access.reader.js';
import type { OpenedSession } from './access.store.js';

const groupOfPersonView = z.strictObject({ id: z.uuid(), label: z.string(), state: z.string() });
const personView = z.strictObject({ id: z.uuid(), name: z.string(), email: z.string() });

export const signInView = z.strictObject({ signInId: z.uuid(), expiresAt: z.iso.datetime() });

export const signedInView = z.strictObject({
  accessToken: z.string(),
  expiresAt: z.iso.datetime(),
  person: personView,
  groups: z.array(groupOfPersonView),
});

export const staffSignInView = z.strictObject({ next: z.enum(['done', 'totp', 'passkey']) });

export const meView = z.union([
  z.strictObject({
    person: personView,
    groups: z.array(groupOfPersonView),
    openAgreements: z.array(z.strictObject({ version: z.int(), title: z.string(), text: z.string() })),
  }),
  z.strictObject({
    staff: personView,
    contactPoint: z.strictObject({ slug: z.string(), name: z.string() }).optional(),
  }),
]);

export const sessionListView = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.uuid(),
      current: z.boolean(),
      createdAt: z.iso.datetime(),
      expiresAt: z.iso.datetime(),
    }),
  ),
});

const toPersonView = ({ id, name, email }: PersonRow | StaffMember) => ({ id, name, email });
const toGroupOfPersonView = ({ id, label, state }: GroupRow) => ({ id, label, state });

export function toSignedInView(session: OpenedSession, person: PersonRow, groups: GroupRow[]) {
  return {
    accessToken: session.token,
    expiresAt: toUtc(session.expiresAt),
    person: toPersonView(person),
    groups: groups.map(toGroupOfPersonView),
  };
}

export function toRepresentativeView(person: PersonRow, groups: GroupRow[], open: Agreement[]) {
  return {
    person: toPersonView(person),
    groups: groups.map(toGroupOfPersonView),
    openAgreements: open.map(({ version, title, text }) => ({ version, title, text })),
  };
}

export function toStaffView(member: StaffMember, contactPoint: ContactPoint | undefined) {
  return {
    staff: toPersonView(member),
    ...(contactPoint && { contactPoint: { slug: contactPoint.slug, name: contactPoint.name } }),
  };
}

export function toSessionListView(sessions: SessionListRow[], currentId: string) {
  return { items: sessions.map((session) => ({ ...session, current: session.id === currentId })) };
}
