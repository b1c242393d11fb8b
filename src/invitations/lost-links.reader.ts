import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { emailKey } from '../kernel/email-address.js';
import { toUtc } from '../kernel/time-range.js';

export interface LostLink {
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
  heldBy(email: string): Promise<LostLink[]> {
    return this.source.query<LostLink[]>(
      `SELECT i.id, i.link_version AS "linkVersion" FROM invitees i
       WHERE i.email_key = $1 AND i.withdrawn_at IS NULL AND EXISTS (
         SELECT 1 FROM occurrences o JOIN groups g ON g.id = o.group_id
         WHERE (o.id = i.occurrence_id OR o.reservation_id = i.reservation_id) AND o.state = 'planned'
           AND upper(o.during) > $2 AND g.state = 'active')
       ORDER BY i.created_at DESC, i.id DESC LIMIT ${MOST_LINKS}`,
      [emailKey(email), toUtc(this.clock.now())],
    );
  }

  /** The reservation behind an invitation. */
  async findReservation(inviteeId: string): Promise<string | undefined> {
    const [row] = await this.source.query<{ id: string }[]>(
      `SELECT COALESCE(i.reservation_id, o.reservation_id) AS id
       FROM invitees i LEFT JOIN occurrences o ON o.id = i.occurrence_id WHERE i.id = $1`,
      [inviteeId],
    );
    return row?.id;
  }
}
