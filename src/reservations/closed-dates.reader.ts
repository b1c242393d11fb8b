import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rangeBetween, type TimeRange } from '../kernel/time-range.js';
import { utcText } from '../platform/database/sql.js';
import type { ClosedBy } from './domain/reasons.js';

/** A date that a closure has called off, or that the house has given another room for it. */
export interface ClosedDate {
  state: 'cancelled' | 'planned';
  range: TimeRange;
  /** Where it takes place now, or would have. */
  roomName: string;
}

/** Dates of one reservation. */
export interface DatesOfReservation {
  groupId: string;
  reservationId: string;
  /** In the order of their starts. */
  occurrenceIds: string[];
}

interface Row {
  state: ClosedDate['state'];
  startsAt: string;
  endsAt: string;
  roomName: string;
}

/** What closures have done to the dates of groups. */
@Injectable()
export class ClosedDatesReader {
  constructor(private readonly source: DataSource) {}

  /** Whose dates these are, each group once. */
  async groupsOf(occurrenceIds: readonly string[]): Promise<string[]> {
    const rows = await this.source.query<{ groupId: string }[]>(
      'SELECT DISTINCT group_id AS "groupId" FROM occurrences WHERE id = ANY ($1)',
      [occurrenceIds],
    );
    return rows.map(({ groupId }) => groupId);
  }

  /** These dates, reservation by reservation; what is gone meanwhile is not among them. */
  byReservation(occurrenceIds: readonly string[]): Promise<DatesOfReservation[]> {
    return this.source.query<DatesOfReservation[]>(
      `SELECT group_id AS "groupId", reservation_id AS "reservationId",
         array_agg(id ORDER BY lower(during), id) AS "occurrenceIds"
       FROM occurrences WHERE id = ANY ($1) GROUP BY group_id, reservation_id ORDER BY min(lower(during)), reservation_id`,
      [occurrenceIds],
    );
  }

  /**
   * A group's dates that are called off or elsewhere because of a closure, as they stand now, in their order: also when
   * the closure itself is gone or has been corrected since.
   */
  async datesOf(groupId: string, { closureId, version }: ClosedBy): Promise<ClosedDate[]> {
    const rows = await this.source.query<Row[]>(
      `SELECT o.state, ${utcText('lower(o.during)')} AS "startsAt", ${utcText('upper(o.during)')} AS "endsAt",
         r.name AS "roomName"
       FROM occurrences o JOIN rooms r ON r.id = o.room_id
       WHERE o.group_id = $1 AND o.closed_by = $2 AND o.closed_version = $3 AND o.state IN ('cancelled', 'planned')
       ORDER BY lower(o.during), o.id`,
      [groupId, closureId, version],
    );
    return rows.map((row) => ({ state: row.state, range: rangeBetween(row), roomName: row.roomName }));
  }
}
