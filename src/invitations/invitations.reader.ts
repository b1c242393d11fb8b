import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MailReader, type MailStatus } from '../platform/mail/mail.reader.js';
import { hashToken } from '../platform/secrets/token.js';
import {
  CANCELLATION_MAIL,
  INVITATION_MAIL,
  MOVED_MAIL,
  RESTORED_MAIL,
  type WrittenMail,
} from './domain/news.js';

export interface InviteeRow {
  id: string;
  occurrenceId: string;
  name: string | null;
  email: string;
}

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

  /** All mails to an invitee, whatever became of them. */
  mailsTo(inviteeId: string): Promise<WrittenMail[]> {
    const kinds = [INVITATION_MAIL, CANCELLATION_MAIL, MOVED_MAIL, RESTORED_MAIL];
    return this.source.query<WrittenMail[]>(
      'SELECT kind, sequence, state FROM mails WHERE kind = ANY ($1) AND about = $2',
      [kinds, inviteeId],
    );
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
