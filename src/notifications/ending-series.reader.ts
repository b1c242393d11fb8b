import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { toUtc, type TimeRange } from '../kernel/time-range.js';
import { utcText } from '../platform/database/sql.js';

/** Series that come to their end. */
@Injectable()
export class EndingSeriesReader {
  constructor(private readonly source: DataSource) {}

  /**
   * Series of active groups whose last date begins between, the ends left out; not those that are shorter than
   * `noticeDays` as a whole, of which booking and end are one thing. `kind` is the mail that tells of it.
   */
  async endingWithin(
    { start, end }: TimeRange,
    { noticeDays, kind }: { noticeDays: number; kind: string },
  ): Promise<{ reservationId: string; representativeId: string }[]> {
    return this.source.query<{ reservationId: string; representativeId: string }[]>(
      `SELECT w.id AS "reservationId", r.id AS "representativeId"
       FROM (
         SELECT o.reservation_id AS id, o.group_id FROM occurrences o
         WHERE o.state = 'planned' AND o.reservation_id IN (
           SELECT reservation_id FROM occurrences
           WHERE state = 'planned' AND lower(during) > $1 AND lower(during) < $2)
         GROUP BY 1, 2
         HAVING max(lower(o.during)) < $2
           AND max(lower(o.during)) - min(lower(o.during)) > make_interval(days => $3)) e
       JOIN reservations w ON w.id = e.id JOIN groups g ON g.id = e.group_id
       JOIN representatives r ON r.group_id = e.group_id
       WHERE w.series IS NOT NULL AND g.state = 'active'
         AND NOT EXISTS (SELECT 1 FROM mails m WHERE m.kind = $4 AND m.about = r.id AND m.concerning = w.id)
       ORDER BY w.id, r.id`,
      [toUtc(start), toUtc(end), noticeDays, kind],
    );
  }

  /** The last date of a series; undefined when none lies ahead. */
  async findLastDate(reservationId: string, now: Temporal.Instant): Promise<TimeRange | undefined> {
    const [row] = await this.source.query<{ startsAt: string; endsAt: string }[]>(
      `SELECT ${utcText('lower(during)')} AS "startsAt", ${utcText('upper(during)')} AS "endsAt" FROM occurrences
       WHERE reservation_id = $1 AND state = 'planned' AND lower(during) > $2 ORDER BY lower(during) DESC LIMIT 1`,
      [reservationId, toUtc(now)],
    );
    return row && { start: Temporal.Instant.from(row.startsAt), end: Temporal.Instant.from(row.endsAt) };
  }
}
