import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { LONGEST_DATE_MINUTES } from '../kernel/house-rules.js';
import { overlaps, toUtc, type TimeRange } from '../kernel/time-range.js';
import { utcText } from '../platform/database/sql.js';
import { closedRanges, type ClosureTimes } from '../rooms/closures.reader.js';

/** A date that a closure has called off, or that the house has given another room for it. */
export interface ClosedDate {
  state: 'cancelled' | 'planned';
  range: TimeRange;
  /** Where it takes place now, or would have. */
  roomName: string;
}

interface Row {
  state: ClosedDate['state'];
  startsAt: string;
  endsAt: string;
  roomName: string;
}

/** As long as a mail is tried: whoever hears late hears all. A yearly closure does not tell of last year. */
const LATE_HOURS = 72;

// What was moved aside is where it is now, so it is in another room than the one that is closed.
const CLOSED = `
  SELECT o.state, ${utcText('lower(o.during)')} AS "startsAt", ${utcText('upper(o.during)')} AS "endsAt",
    r.name AS "roomName"
  FROM occurrences o JOIN rooms r ON r.id = o.room_id
  WHERE o.group_id = $1 AND lower(o.during) > $2
    AND ((o.state = 'cancelled' AND o.reason = 'closed' AND ($3::uuid IS NULL OR o.room_id = $3))
      OR (o.state = 'planned' AND o.reason = 'roomClosed' AND o.room_id <> $3))
  ORDER BY lower(o.during), o.id`;

/** What closures have done to the dates of groups. */
@Injectable()
export class ClosedDatesReader {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Whose dates these are, each group once. */
  async groupsOf(occurrenceIds: readonly string[]): Promise<string[]> {
    const rows = await this.source.query<{ groupId: string }[]>(
      'SELECT DISTINCT group_id AS "groupId" FROM occurrences WHERE id = ANY ($1)',
      [occurrenceIds],
    );
    return rows.map(({ groupId }) => groupId);
  }

  /** A group's dates that are called off or elsewhere because of a closure, as they stand now, in their order. */
  async datesOf(groupId: string, closure: ClosureTimes & { roomId: string | null }): Promise<ClosedDate[]> {
    const from = this.clock.now().subtract({ hours: LATE_HOURS });
    const rows = await this.source.query<Row[]>(CLOSED, [groupId, toUtc(from), closure.roomId]);
    const dates = rows.map(toClosedDate);
    const last = dates.at(-1);
    if (!last) return [];
    const end = last.range.start.add({ minutes: LONGEST_DATE_MINUTES });
    const closed = closedRanges(closure, { start: from, end });
    return dates.filter(({ range }) => closed.some((each) => overlaps(each, range)));
  }
}

function toClosedDate({ state, startsAt, endsAt, roomName }: Row): ClosedDate {
  const range = { start: Temporal.Instant.from(startsAt), end: Temporal.Instant.from(endsAt) };
  return { state, range, roomName };
}
