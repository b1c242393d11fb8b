import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rangeBetween, toUtc, type TimeRange } from '../kernel/time-range.js';
import { utcText } from '../platform/database/sql.js';

// Room by room, through the b-tree on the start; then each of these series as a whole.
const ENDING = `
  SELECT w.id AS "reservationId", p.id AS "representativeId"
  FROM (
    SELECT DISTINCT o.reservation_id AS id FROM rooms r CROSS JOIN LATERAL (
      SELECT o.reservation_id FROM occurrences o WHERE o.room_id = r.id AND o.state = 'planned'
        AND lower(o.during) > $1 AND lower(o.during) < $2 OFFSET 0) o) e
  CROSS JOIN LATERAL (
    SELECT min(lower(o.during)) AS first, max(lower(o.during)) AS last FROM occurrences o
    WHERE o.reservation_id = e.id AND o.state = 'planned') s
  JOIN reservations w ON w.id = e.id JOIN groups g ON g.id = w.group_id
  JOIN representatives p ON p.group_id = w.group_id
  WHERE w.series IS NOT NULL AND g.state = 'active' AND s.last < $2
    AND s.last - s.first > make_interval(days => $3)
    AND NOT EXISTS (SELECT 1 FROM mails m WHERE m.kind = $4 AND m.about = p.id AND m.concerning = w.id)
  ORDER BY w.id, p.id`;

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
    return this.source.query<{ reservationId: string; representativeId: string }[]>(ENDING, [
      toUtc(start),
      toUtc(end),
      noticeDays,
      kind,
    ]);
  }

  /** The last date of a series; undefined when none lies ahead. */
  async findLastDate(reservationId: string, now: Temporal.Instant): Promise<TimeRange | undefined> {
    const [row] = await this.source.query<{ startsAt: string; endsAt: string }[]>(
      `SELECT ${utcText('lower(during)')} AS "startsAt", ${utcText('upper(during)')} AS "endsAt" FROM occurrences
       WHERE reservation_id = $1 AND state = 'planned' AND lower(during) > $2 ORDER BY lower(during) DESC LIMIT 1`,
      [reservationId, toUtc(now)],
    );
    return row && rangeBetween(row);
  }
}
