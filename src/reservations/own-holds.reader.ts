import { Injectable } from '@nestjs/common';
import { overlaps, rangeOfMillis, spanOf, toUtc } from '../kernel/time-range.js';
import type { Askable } from '../platform/database/transactions.js';
import type { OwnDate } from './domain/occupancy.js';
import { isHeldByGroup, type DateWish } from './domain/verdicts.js';
import { LONGEST_DATE } from './reservations.reader.js';
import type { Wish } from './wishes.reader.js';

/** A date of the group that wishes. */
export interface OwnHold {
  occurrenceId: string;
  reservationId: string;
}

/** Milliseconds since 1970. */
type HoldRow = OwnHold & { roomId: string; start: number; until: number };

const millis = (expression: string) => `(extract(epoch FROM ${expression}) * 1000)::float8`;

/** Who asks for what the group has reserved itself is told so: often the same wish was sent twice. */
@Injectable()
export class OwnHoldsReader {
  /** For each of these dates whose one wished room the group holds already, by what. `own` are dates of the group then. */
  async inTheWayOf(
    { groupId, except }: Wish,
    { dates, own }: { dates: readonly DateWish[]; own: readonly OwnDate[] },
    manager: Askable,
  ): Promise<Map<DateWish, OwnHold>> {
    const meant = dates.filter((date) => isHeldByGroup(date, own));
    const span = spanOf(meant.map(({ range }) => range));
    if (!span) return new Map();
    const rows = await manager.query<HoldRow[]>(
      `SELECT o.id AS "occurrenceId", o.reservation_id AS "reservationId", o.room_id AS "roomId",
         ${millis('lower(o.during)')} AS start, ${millis('upper(o.during)')} AS until
       FROM occurrences o WHERE o.group_id = $1 AND o.state = 'planned' AND o.room_id = ANY ($2) AND o.id <> ALL ($3)
         AND lower(o.during) >= $4::timestamptz - ${LONGEST_DATE} AND lower(o.during) < $5`,
      [groupId, meant.flatMap(({ roomIds }) => roomIds), except, toUtc(span.start), toUtc(span.end)],
    );
    const holdOf = (date: DateWish) =>
      rows.find(
        ({ roomId, start, until }) =>
          date.roomIds.includes(roomId) && overlaps(rangeOfMillis(start, until), date.range),
      );
    return new Map(
      meant.flatMap((date) => {
        const hold = holdOf(date);
        if (!hold) return [];
        const { occurrenceId, reservationId } = hold;
        return [[date, { occurrenceId, reservationId }] as const];
      }),
    );
  }
}
