import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { HOUSE_TIME_ZONE } from '../kernel/local-time.js';
import { toUtc, type TimeRange } from '../kernel/time-range.js';
import { utcText } from '../platform/database/sql.js';

export interface ComingDate {
  occurrenceId: string;
  representativeId: string;
  start: Temporal.Instant;
}

// Room by room, through the b-tree on the start.
const TO_TELL_OF = `
  SELECT o.id AS "occurrenceId", p.id AS "representativeId", ${utcText('o.start')} AS "startsAt"
  FROM rooms r CROSS JOIN LATERAL (
    SELECT o.*, lower(o.during) AS start FROM occurrences o WHERE o.room_id = r.id AND o.state = 'planned'
      AND lower(o.during) > $1 AND lower(o.during) < $2 OFFSET 0) o
  JOIN reservations w ON w.id = o.reservation_id JOIN groups g ON g.id = o.group_id
  JOIN representatives p ON p.group_id = o.group_id
  WHERE g.state = 'active' AND w.created_at <
      ((o.start AT TIME ZONE '${HOUSE_TIME_ZONE}')::date - $3::int + time '10:00') AT TIME ZONE '${HOUSE_TIME_ZONE}'
    AND NOT EXISTS (
      SELECT 1 FROM mails m WHERE m.kind = $4 AND m.about = p.id AND m.concerning = o.id
        AND m.sequence = floor(extract(epoch FROM o.start) / 60)::int)
  ORDER BY o.start, o.id, p.id`;

/** Dates that take place soon, and who represents their groups. */
@Injectable()
export class ComingDatesReader {
  constructor(private readonly source: DataSource) {}

  /**
   * Planned dates of active groups that begin between, the ends left out, for representatives who have no mail of this kind
   * about them at that time; not those that were booked when the notice was due already, at ten o’clock of its day.
   */
  async toTellOf(
    { start, end }: TimeRange,
    { noticeDays, kind }: { noticeDays: number; kind: string },
  ): Promise<ComingDate[]> {
    const rows = await this.source.query<(Omit<ComingDate, 'start'> & { startsAt: string })[]>(TO_TELL_OF, [
      toUtc(start),
      toUtc(end),
      noticeDays,
      kind,
    ]);
    return rows.map(({ startsAt, ...row }) => ({ ...row, start: Temporal.Instant.from(startsAt) }));
  }
}
