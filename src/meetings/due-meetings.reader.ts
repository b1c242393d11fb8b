import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EXTENSION_MINUTES } from '../kernel/house-rules.js';
import { toUtc } from '../kernel/time-range.js';
import { LONGEST_DATE } from '../reservations/reservations.reader.js';

/** One of these says which. */
export interface DatesOf {
  occurrenceId?: string | undefined;
  reservationId?: string | undefined;
  groupId?: string | undefined;
}

/** Which meetings something is to be done about. */
@Injectable()
export class DueMeetingsReader {
  constructor(private readonly source: DataSource) {}

  /** Dates that are not over, also those that are off and may come back: the one, or all of a reservation or a group. */
  async notOver(of: DatesOf, now: Temporal.Instant): Promise<string[]> {
    const rows = await this.source.query<{ id: string }[]>(
      `SELECT o.id FROM occurrences o
       WHERE (o.id = $1 OR o.reservation_id = $3 OR o.group_id = $4)
         AND upper(o.during) > $2::timestamptz - interval '${EXTENSION_MINUTES} minutes'`,
      [of.occurrenceId, toUtc(now), of.reservationId, of.groupId],
    );
    return rows.map(({ id }) => id);
  }

  /** Those on servers that can be called, and without a PIN: the server got its number later than they their server. */
  async withoutPin(now: Temporal.Instant): Promise<string[]> {
    const rows = await this.source.query<{ id: string }[]>(
      `SELECT o.id FROM meeting_servers s JOIN occurrences o ON o.server_id = s.id
       JOIN meetings m ON m.occurrence_id = o.id
       WHERE s.dial_in <> '[]' AND o.state = 'planned' AND lower(o.during) >= $1::timestamptz - ${LONGEST_DATE}
         AND upper(o.during) > $1 AND m.pin IS NULL`,
      [toUtc(now)],
    );
    return rows.map(({ id }) => id);
  }
}
