import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { emailKey } from '../kernel/email-address.js';
import { toUtc } from '../kernel/time-range.js';
import type { InvitedTo } from './invitations.store.js';

export interface LostLink extends InvitedTo {
  id: string;
  linkVersion: number;
}

/** A mailbox that is invited to very much gets the newest links; the others can be asked for again. */
const MOST_LINKS = 10;

/** The links that an address holds. */
@Injectable()
export class LostLinksReader {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Those that would open a door yet, newest first. */
  async heldBy(email: string): Promise<LostLink[]> {
    const rows = await this.source.query<
      (Omit<LostLink, 'occurrenceId'> & { occurrenceId: string | null })[]
    >(
      `SELECT i.id, i.link_version AS "linkVersion", i.occurrence_id AS "occurrenceId",
         COALESCE(i.reservation_id, d.reservation_id) AS "reservationId"
       FROM invitees i LEFT JOIN occurrences d ON d.id = i.occurrence_id
       WHERE i.email_key = $1 AND i.withdrawn_at IS NULL AND EXISTS (
         SELECT 1 FROM occurrences o JOIN groups g ON g.id = o.group_id
         WHERE (o.id = i.occurrence_id OR o.reservation_id = i.reservation_id) AND o.state = 'planned'
           AND upper(o.during) > $2 AND g.state = 'active')
       ORDER BY i.created_at DESC, i.id DESC LIMIT ${MOST_LINKS}`,
      [emailKey(email), toUtc(this.clock.now())],
    );
    return rows.map(({ occurrenceId, ...link }) => ({
      ...link,
      ...(occurrenceId !== null && { occurrenceId }),
    }));
  }
}
