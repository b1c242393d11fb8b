import { z } from 'zod';
import { shownDeletionDayOf } from './domain/unused.js';
import { REMINDERS } from './group.entity.js';
import type { GroupRow } from './groups.reader.js';

export const groupView = z.strictObject({
  id: z.uuid(),
  label: z.string(),
  topic: z.string().optional(),
  state: z.enum(['active', 'paused', 'ended']),
  accessFrom: z.iso.date(),
  accessUntil: z.iso.date().optional(),
  /** When it goes unless somebody uses it; only of a group that was asked whether it goes on, or has ended. */
  deletedOn: z.iso.date().optional(),
  representatives: z.array(
    z.strictObject({
      id: z.uuid(),
      name: z.string(),
      email: z.string(),
      state: z.string(),
      /** Has signed in since they were named. */
      hasCome: z.boolean(),
    }),
  ),
  version: z.int(),
});
export type GroupView = z.infer<typeof groupView>;

export const groupListView = z.strictObject({ items: z.array(groupView), nextCursor: z.string().nullable() });

export function toGroupView(group: GroupRow): GroupView {
  return {
    id: group.id,
    label: group.label,
    topic: group.topic ?? undefined,
    state: group.state,
    accessFrom: group.accessFrom,
    accessUntil: group.accessUntil ?? undefined,
    deletedOn: shownDeletionDayOf(group)?.toString(),
    representatives: group.representatives.map(({ id, name, email, state, hasCome }) => ({
      id,
      name,
      email,
      state,
      hasCome,
    })),
    version: group.version,
  };
}

/** `limit + 1` rows were asked for: the one too many says that there is a next page. */
export function toGroupListView(groups: GroupRow[], limit: number): z.infer<typeof groupListView> {
  const items = groups.slice(0, limit).map(toGroupView);
  return { items, nextCursor: groups.length > limit ? (items.at(-1)?.id ?? null) : null };
}

export const invitationSettingsView = z.strictObject({
  reminders: z.array(z.enum(REMINDERS)),
  /** Whether those who are invited read the label. */
  showsLabel: z.boolean(),
  /**
   * Whether number and PIN of a date stand in its mails and calendar entries, where it can be called: whoever reads them
   * can come by telephone, without the link. On the page behind the link they always stand.
   */
  showsDialIn: z.boolean(),
  /** Whether participants wait to be let in, where the Jitsi server can do that. */
  hasWaitingRoom: z.boolean(),
  version: z.int(),
});

export function toInvitationSettingsView({
  reminders,
  showsLabel,
  showsDialIn,
  hasWaitingRoom,
  version,
}: GroupRow): z.infer<typeof invitationSettingsView> {
  return { reminders, showsLabel, showsDialIn, hasWaitingRoom, version };
}
