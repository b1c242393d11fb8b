import { Injectable } from '@nestjs/common';
import { spanOf, type TimeRange } from '../kernel/time-range.js';
import type { Askable } from '../platform/database/transactions.js';
import { closedByRoom, closuresInJson, type RoomClosure } from '../rooms/closures.reader.js';
import { smallestRooms } from '../rooms/rooms.reader.js';
import { MOST_ROOMS } from './domain/alternatives.js';
import { busyTimes, isBusy, millisOf } from './domain/busy-times.js';
import type { DateWish } from './domain/verdicts.js';
import { LONGEST_HOLD } from './reservations.reader.js';
import type { Wish } from './wishes.reader.js';

export interface FreeRoom {
  id: string;
  name: string;
}

/** Instants and lists as PostgreSQL's JSON; a room stands behind the place of its date in the question. */
interface FreeRoomsRow {
  rooms: [place: number, id: string, name: string][];
  closures: RoomClosure[];
}

/** In a house of hundreds of rooms the smallest ones that would do are looked at, not all. */
const MOST_ROOMS_ASKED = 60;

/** The rule of roomsInstead, where the rows are. */
const STANDS_IN = 'seats >= $2 AND (kind = wished.kind OR seats >= wished.seats)';

// What would do comes in the order of size, so that looking can end with the first that are free: as many as anybody is
// shown, and one more for each closure that may close one of them.
const FREE_ROOMS = `
  WITH fitting AS MATERIALIZED (
    SELECT wished.id AS instead_of, r.*
    FROM unnest($3::uuid[], $4::text[], $5::int[]) AS wished (id, kind, seats) CROSS JOIN LATERAL (
      ${smallestRooms({ contactPointId: '$1', where: STANDS_IN, most: MOST_ROOMS_ASKED })}) AS r
    WHERE r.id <> wished.id),
  shut AS MATERIALIZED (SELECT ${closuresInJson({ roomIds: '(SELECT array_agg(id) FROM fitting)::uuid[]', contactPointId: '$1::uuid', from: '$9::timestamptz' })} AS closures)
  SELECT
    (SELECT coalesce(json_agg(json_build_array(d.place - 1, r.id, r.name)
       ORDER BY d.place, r.seats, r.position, r.name), '[]')
     FROM unnest($6::uuid[], $7::timestamptz[], $8::timestamptz[], $11::int[])
       WITH ORDINALITY AS d (wished, start, until, people, place)
     CROSS JOIN LATERAL (
       SELECT f.* FROM fitting f WHERE f.instead_of = d.wished AND f.seats >= d.people AND NOT EXISTS (
         SELECT FROM occurrences o
         WHERE o.room_id = f.id AND o.state = 'planned' AND lower(o.during) >= d.start - ${LONGEST_HOLD}
           AND lower(o.during) < d.until AND upper(o.holds) > d.start AND o.id <> ALL ($10) OFFSET 0)
       LIMIT ${MOST_ROOMS} + (SELECT json_array_length(closures) FROM shut)) AS r) AS rooms,
    (SELECT closures FROM shut) AS closures`;

/** Rooms that could stand in where a date cannot be held in the one that was wished. */
@Injectable()
export class FreeRoomsReader {
  /**
   * For each of `dates`, in their order, the smallest rooms that are neither held nor closed at its time: of the kind of
   * the wished room, or at least as large. None for a date that any room would do for.
   */
  async instead(
    wish: Wish,
    dates: readonly DateWish[],
    manager: Askable,
  ): Promise<ReadonlyMap<DateWish, FreeRoom[]>> {
    const rooms = new Map(wish.rooms.map((room) => [room.id, room]));
    const asked = dates.flatMap((date) => {
      const room = date.roomIds.length === 1 ? rooms.get(date.roomIds[0] ?? '') : undefined;
      return room ? [{ date, room }] : [];
    });
    const span = spanOf(asked.map(({ date }) => date.holds));
    if (!span) return new Map();
    const wished = [...new Set(asked.map(({ room }) => room))];
    const [row] = await manager.query<FreeRoomsRow[]>(FREE_ROOMS, [
      ...[wish.contactPoint.id, Math.min(...asked.map(({ date }) => date.people))],
      ...[wished.map(({ id }) => id), wished.map(({ kind }) => kind), wished.map(({ seats }) => seats)],
      asked.map(({ room }) => room.id),
      asked.map(({ date }) => date.holds.start.toString()),
      asked.map(({ date }) => date.holds.end.toString()),
      ...[span.start.toString(), wish.except],
      asked.map(({ date }) => date.people),
    ]);
    if (!row) return new Map();
    const found = Map.groupBy(row.rooms, ([place]) => place);
    const closed = closedTimes(row, span);
    return new Map(
      asked.map(({ date }, place) => {
        const free = (found.get(place) ?? []).filter(([, id]) => !isBusy(closed.get(id), date.range));
        return [date, free.map(([, id, name]) => ({ id, name }))];
      }),
    );
  }
}

function closedTimes({ rooms, closures }: FreeRoomsRow, span: TimeRange) {
  const ids = [...new Set(rooms.map(([, id]) => id))];
  const closed = closedByRoom(closures, ids, span);
  return new Map([...closed].map(([id, ranges]) => [id, busyTimes(ranges.map(millisOf))]));
}
