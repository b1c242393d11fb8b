import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MailReader, type MailStatus } from '../platform/mail/mail.reader.js';
import { hashToken } from '../platform/secrets/token.js';

export interface InviteeRow {
  id: string;
  occurrenceId: string;
  name: string | null;
  email: string;
}

/** Kind of the mails in the outgoing mail. */
export const INVITATION_MAIL = 'invitation';
export const CANCELLATION_MAIL = 'cancelledDate';
export const MOVED_MAIL = 'movedDate';
export const RESTORED_MAIL = 'restoredDate';

const INVITEE = 'SELECT id, occurrence_id AS "occurrenceId", name, email FROM invitees';

@Injectable()
export class InvitationsReader {
  constructor(
    private readonly source: DataSource,
    private readonly mails: MailReader,
  ) {}

  /** Everybody invited to a date in the order of invitation, with what became of their invitation mail. */
  async inviteesOf(occurrenceId: string): Promise<(InviteeRow & { mail?: MailStatus })[]> {
    const invitees = await this.source.query<InviteeRow[]>(
      `${INVITEE} WHERE occurrence_id = $1 ORDER BY id`,
      [occurrenceId],
    );
    const mails = await this.mails.statesOf(
      INVITATION_MAIL,
      invitees.map(({ id }) => id),
    );
    return invitees.map((invitee) => ({ ...invitee, mail: mails.get(invitee.id) }));
  }

  /** What became of the newest mail of a kind to somebody; undefined while none is written. */
  async findMailState(inviteeId: string, kind: string): Promise<MailStatus['state'] | undefined> {
    return (await this.mails.statesOf(kind, [inviteeId])).get(inviteeId)?.state;
  }

  async findInvitee(id: string): Promise<InviteeRow | undefined> {
    const [invitee] = await this.source.query<InviteeRow[]>(`${INVITEE} WHERE id = $1`, [id]);
    return invitee;
  }

  async findInviteeByToken(token: string): Promise<InviteeRow | undefined> {
    const [invitee] = await this.source.query<InviteeRow[]>(`${INVITEE} WHERE link_hash = $1`, [
      hashToken(token),
    ]);
    return invitee;
  }
}
