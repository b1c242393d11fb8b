import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { HOUSE_TIME_ZONE } from '../kernel/local-time.js';
import { rangeBetween, toUtc, type TimeRange } from '../kernel/time-range.js';
import { utcText } from '../platform/database/sql.js';
import { FIRST_DAY } from './domain/sequences.js';

export interface EndingSeries {
  reservationId: string;
  representativeId: string;
  /** The local day of its last date. */
  lastDay: Temporal.PlainDate;
}

const LAST_DAY = `(s.last AT TIME ZONE '${HOUSE_TIME_ZONE}')::date`;

// Room by room, through the b-tree on the start; then each of these series as a whole. Whoever was told of its end is told
// again when it comes later, and not when it comes sooner: then they called the last date off, or heard of it.
const ENDING = `
  SELECT w.id AS "reservationId", p.id AS "representativeId", ${LAST_DAY}::text AS "lastDay"
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
    AND NOT EXISTS (
      SELECT 1 FROM mails m WHERE m.kind = $4 AND m.about = p.id AND m.concerning = w.id AND m.state <> 'dropped'
        AND m.sequence >= ${LAST_DAY} - date '${FIRST_DAY.toString()}')
  ORDER BY w.id, p.id`;

/** Series that come to their end. */
@Injectable()
export class EndingSeriesReader {
  constructor(private readonly source: DataSource) {}

  /**
   * Series of active groups whose last date begins between, the ends left out; not those that are shorter than
   * `noticeDays` as a whole, of which booking and end are one thing. `kind` is the mail that tells of it; whom it told of
   * an end on that day or later is left out.
   */
  async endingWithin(
    { start, end }: TimeRange,
    { noticeDays, kind }: { noticeDays: number; kind: string },
  ): Promise<EndingSeries[]> {
    const rows = await this.source.query<(Omit<EndingSeries, 'lastDay'> & { lastDay: string })[]>(ENDING, [
      toUtc(start),
      toUtc(end),
      noticeDays,
      kind,
    ]);
    return rows.map(({ lastDay, ...row }) => ({ ...row, lastDay: Temporal.PlainDate.from(lastDay) }));
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
