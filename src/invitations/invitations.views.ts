import { z } from 'zod';
import type { InviteeRow } from './invitations.reader.js';
import type { MailStatus } from '../platform/mail/mail.reader.js';

export const inviteeView = z.strictObject({
  id: z.uuid(),
  name: z.string().optional(),
  email: z.string(),
  link: z.strictObject({ sentAt: z.iso.datetime().optional() }),
  mail: z.enum(['queued', 'sent', 'retrying', 'undeliverable']),
  mailDetail: z.string().optional(),
});

export const inviteeListView = z.strictObject({ items: z.array(inviteeView) });

/** An invitation whose mail is not written yet is on its way; one that was dropped never left. */
function stateOf(mail: MailStatus | undefined) {
  if (!mail) return 'queued';
  return mail.state === 'dropped' ? 'undeliverable' : mail.state;
}

export function toInviteeView({
  id,
  name,
  email,
  mail,
}: InviteeRow & { mail?: MailStatus }): z.infer<typeof inviteeView> {
  return {
    id,
    name: name ?? undefined,
    email,
    link: { sentAt: mail?.sentAt ?? undefined },
    mail: stateOf(mail),
    mailDetail: mail?.detail ?? undefined,
  };
}
