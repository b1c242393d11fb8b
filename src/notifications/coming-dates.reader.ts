import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { toUtc, type TimeRange } from '../kernel/time-range.js';

/** Dates that take place soon, and who represents their groups. */
@Injectable()
export class ComingDatesReader {
  constructor(private readonly source: DataSource) {}

  /** Planned dates of active groups that begin between, for representatives who have no mail of this kind about them. */
  toTellOf(
    { start, end }: TimeRange,
    kind: string,
  ): Promise<{ occurrenceId: string; representativeId: string }[]> {
    return this.source.query<{ occurrenceId: string; representativeId: string }[]>(
      `SELECT o.id AS "occurrenceId", r.id AS "representativeId"
       FROM occurrences o JOIN groups g ON g.id = o.group_id JOIN representatives r ON r.group_id = o.group_id
       WHERE o.state = 'planned' AND lower(o.during) >= $1 AND lower(o.during) < $2 AND g.state = 'active'
         AND NOT EXISTS (SELECT 1 FROM mails m WHERE m.kind = $3 AND m.about = r.id AND m.concerning = o.id)
       ORDER BY lower(o.during), o.id, r.id`,
      [toUtc(start), toUtc(end), kind],
    );
  }
}
