import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { HOUSE_TIME_ZONE } from '../kernel/local-time.js';
import { toUtc } from '../kernel/time-range.js';
import { fullDaysOf, type DayPeak, type FullDay } from './domain/capacity.js';
import { LONGEST_DATE } from './reservations.reader.js';

export { NEARLY_FULL } from './domain/capacity.js';
export type { FullDay } from './domain/capacity.js';

/** How full the Jitsi servers will be, wherever that comes from: a booking, another capacity, a first server. */
@Injectable()
export class FullServersReader {
  constructor(private readonly source: DataSource) {}

  /** For each server, the local days from now on on which it comes near its capacity or above it; in their order. */
  async fullDays(now: Temporal.Instant): Promise<FullDay[]> {
    // People come and go in steps; after each step a number of them is there until the next. Who goes and who comes at
    // the same instant never meet.
    const peaks = await this.source.query<DayPeak[]>(
      `WITH steps AS (
         SELECT o.server_id, step.at, sum(step.people) AS people
         FROM occurrences o CROSS JOIN LATERAL (VALUES
           (lower(o.during), o.expected_participants), (upper(o.during), -o.expected_participants)) AS step (at, people)
         WHERE o.state = 'planned' AND o.server_id IS NOT NULL AND lower(o.during) >= $1::timestamptz - ${LONGEST_DATE}
         GROUP BY 1, 2),
       levels AS (
         SELECT server_id, at, sum(people) OVER in_order AS people, lead(at) OVER in_order AS until
         FROM steps WINDOW in_order AS (PARTITION BY server_id ORDER BY at))
       SELECT s.id AS "serverId", s.capacity_participants AS capacity,
         (greatest(l.at, $1::timestamptz) AT TIME ZONE '${HOUSE_TIME_ZONE}')::date::text AS date, max(l.people)::int AS people
       FROM levels l JOIN meeting_servers s ON s.id = l.server_id WHERE l.until > $1::timestamptz
       GROUP BY 1, 2, 3 ORDER BY 1, 3`,
      [toUtc(now)],
    );
    return fullDaysOf(peaks);
  }
}
