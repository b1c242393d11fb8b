import { z } from 'zod';
import type { InviteeRow, NewestMail } from './invitations.reader.js';

export const inviteeView = z.strictObject({
  id: z.uuid(),
  name: z.string().optional(),
  email: z.string(),
  link: z.strictObject({ sentAt: z.iso.datetime().optional() }),
  mail: z.enum(['queued', 'sent', 'retrying', 'undeliverable']),
  mailDetail: z.string().optional(),
  reply: z.enum(['yes', 'no']).optional(),
  /** Opens the meeting when no representative comes. */
  mayOpen: z.boolean(),
});

export const inviteeListView = z.strictObject({ items: z.array(inviteeView) });

/** The list, and what became of those who were to be invited: each counts once. */
export const invitedView = inviteeListView.extend({
  invited: z.int(),
  alreadyInvited: z.int(),
  /** Taken from the kept list, and not on it any more. */
  goneFromList: z.int(),
});

const keptInvitee = z.strictObject({ name: z.string().optional(), email: z.string() });

export const keptListView = z.strictObject({
  items: z.array(keptInvitee),
  keep: z.boolean(),
  /** When the list goes by itself, unless it is used before. */
  deletesAt: z.iso.datetime().optional(),
  version: z.int(),
});
export type KeptListView = z.infer<typeof keptListView>;

const rangeView = z.strictObject({ startsAt: z.iso.datetime(), endsAt: z.iso.datetime() });

export const invitationPreviewView = z.strictObject({
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  calendar: rangeView.extend({
    summary: z.string(),
    location: z.string(),
    description: z.string(),
    /** Every date that the entry shows. */
    dates: z.array(rangeView),
  }),
});
export type InvitationPreviewView = z.infer<typeof invitationPreviewView>;

/** An invitation whose mail is not written yet is on its way; one that was dropped never left. */
function stateOf(mail: NewestMail | undefined) {
  if (!mail) return 'queued';
  return mail.state === 'dropped' ? 'undeliverable' : mail.state;
}

export function toInviteeView({
  id,
  name,
  email,
  reply,
  mayOpen,
  mail,
}: InviteeRow & { mail?: NewestMail }): z.infer<typeof inviteeView> {
  return {
    id,
    name: name ?? undefined,
    email,
    link: { sentAt: mail?.sentAt ?? undefined },
    mail: stateOf(mail),
    mailDetail: mail?.detail ?? undefined,
    reply: reply ?? undefined,
    mayOpen,
  };
}
