import { Injectable } from '@nestjs/common';
import { toUtc } from '../kernel/time-range.js';
import type { Tx } from '../platform/database/transactions.js';
import { newDate, type CalledOffReason, type ClosedBy } from './domain/reasons.js';
import type { Judged } from './domain/verdicts.js';
import type { SeriesRule } from './reservation.entity.js';
import { LONGEST_DATE } from './reservations.reader.js';

export interface NewReservation {
  id: string;
  groupId: string;
  madeBy: string;
  calendarUid: string;
  series: SeriesRule | null;
  /** In the order of their starts. */
  dates: readonly (Judged & ReturnType<typeof newDate> & { id: string })[];
}

/** A date that exists and the place it is to hold from now on. */
export interface Placed {
  id: string;
  /** Somebody else's change since is not overwritten. */
  version: number;
  judged: Judged;
  /** Invitees are told: their calendars take a higher SEQUENCE only (RFC 5546, 2.1.4). */
  isTold: boolean;
  /** What has put it there; without it, the group itself. */
  closedBy?: ClosedBy;
}

/** A date that is to be cancelled; with a version only if it still is that one. */
export interface Named {
  id: string;
  version?: number | undefined;
}

/** Somebody else changed one of the dates. Rolls back; never leaves the commands. */
export class ChangedMeanwhile extends Error {}

/** All writes of reservations/ to reservations and their dates. */
@Injectable()
export class ReservationsStore {
  /**
   * Stores a reservation with all its dates. Only for times that are locked: a plain INSERT of two who race for one slot
   * would deadlock. Against a hand in the database the exclusion constraint still has the last word (23P01).
   */
  async addReservation(tx: Tx, added: NewReservation): Promise<void> {
    const { id: reservationId, groupId, madeBy, calendarUid, series, dates } = added;
    await tx.query(
      `WITH wish AS (
         INSERT INTO reservations (id, group_id, made_by, calendar_uid, series) VALUES ($1, $2, $3, $4, $5))
       INSERT INTO occurrences (id, reservation_id, group_id, room_id, server_id, series_date, during, holds,
         expected_participants, state, reason)
       SELECT d.id, $1, $2, d.room, d.server, d.day, tstzrange(d.start, d.until), tstzrange(d.start, d.free), d.people,
         d.state, d.reason
       FROM unnest($6::uuid[], $7::uuid[], $8::uuid[], $9::date[], $10::timestamptz[], $11::timestamptz[],
         $12::timestamptz[], $13::int[], $14::text[], $15::text[])
         AS d (id, room, server, day, start, until, free, people, state, reason)`,
      [
        ...[reservationId, groupId, madeBy, calendarUid, series],
        dates.map(({ id }) => id),
        ...columnsOf(dates),
        dates.map(({ state }) => state),
        dates.map(({ reason }) => reason),
      ],
    );
  }

  /**
   * Lets dates go of what they hold, so that they do not stand in each other's way, and gives each its new place. One
   * that was left out stays so; what stood in its way is not known of another time or room. Throws ChangedMeanwhile.
   */
  async place(tx: Tx, dates: readonly Placed[]): Promise<void> {
    const ids = dates.map(({ id }) => id);
    const released = await tx.query<unknown[]>(
      `WITH released AS (
         UPDATE occurrences o SET state = 'leftOut', version = o.version + 1
         FROM unnest($1::uuid[], $2::int[]) AS d (id, version) WHERE o.id = d.id AND o.version = d.version RETURNING o.id)
       SELECT id FROM released`,
      [ids, dates.map(({ version }) => version)],
    );
    if (released.length < dates.length) throw new ChangedMeanwhile();
    await tx.query(
      `UPDATE occurrences o SET state = CASE WHEN d.left_out THEN 'leftOut' ELSE 'planned' END,
         reason = CASE
           WHEN d.left_out AND d.reason IS NULL AND o.room_id = d.room AND o.during = tstzrange(d.start, d.until) THEN o.reason
           WHEN d.left_out THEN COALESCE(d.reason, 'skipped')
           WHEN d.closed_by IS NOT NULL THEN 'roomClosed' END,
         closed_by = d.closed_by, closed_version = d.closed_version, cancelled_at = NULL, room_id = d.room, server_id = d.server,
         during = tstzrange(d.start, d.until), holds = tstzrange(d.start, d.free), expected_participants = d.people,
         sequence = o.sequence + d.told::int
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::date[], $5::timestamptz[], $6::timestamptz[],
         $7::timestamptz[], $8::int[], $9::bool[], $10::bool[], $11::text[], $12::uuid[], $13::int[])
         AS d (id, room, server, day, start, until, free, people, told, left_out, reason, closed_by, closed_version)
       WHERE o.id = d.id`,
      [
        ids,
        ...columnsOf(dates.map(({ judged }) => judged)),
        dates.map(({ isTold }) => isTold),
        dates.map(({ judged }) => judged.wish.isLeftOut),
        dates.map(({ judged }) => (judged.wish.isGivenUp ? newDate(judged).reason : null)),
        dates.map(({ closedBy }) => closedBy?.closureId ?? null),
        dates.map(({ closedBy }) => closedBy?.version ?? null),
      ],
    );
  }

  /**
   * Returns the ids of those that were planned, and of the given version if there is one, and now are cancelled; all
   * with the same moment of cancellation. `reason` is why; without it, the group has called them off itself.
   */
  async cancel(
    tx: Tx,
    dates: readonly Named[],
    { at, reason, closedBy }: { at: Temporal.Instant; reason?: CalledOffReason; closedBy?: ClosedBy },
  ): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `WITH cancelled AS (
         UPDATE occurrences o SET state = 'cancelled', cancelled_at = $3, version = o.version + 1, sequence = o.sequence + 1,
           reason = $4, closed_by = $5, closed_version = $6
         FROM unnest($1::uuid[], $2::int[]) AS d (id, version)
         WHERE o.id = d.id AND o.state = 'planned' AND (d.version IS NULL OR o.version = d.version) RETURNING o.id)
       SELECT id FROM cancelled`,
      [
        ...[dates.map(({ id }) => id), dates.map(({ version }) => version ?? null), at.toString()],
        ...[reason ?? null, closedBy?.closureId ?? null, closedBy?.version ?? null],
      ],
    );
    return rows.map(({ id }) => id);
  }

  /** More time for a date that runs. */
  async extend(
    tx: Tx,
    { id, version, judged }: Pick<Placed, 'id' | 'version' | 'judged'>,
    minutes: number,
  ): Promise<void> {
    const { range, holds } = judged.wish;
    const rows = await tx.query<unknown[]>(
      `WITH extended AS (
         UPDATE occurrences SET during = tstzrange($3, $4), holds = tstzrange($3, $5), version = version + 1,
           extended_minutes = extended_minutes + $6 WHERE id = $1 AND version = $2 AND state = 'planned' RETURNING id)
       SELECT id FROM extended`,
      [id, version, toUtc(range.start), toUtc(range.end), toUtc(holds.end), minutes],
    );
    if (rows.length === 0) throw new ChangedMeanwhile();
  }

  /** All dates ahead that have no server yet get this one. */
  async putOnServer(tx: Tx, serverId: string, now: Temporal.Instant): Promise<void> {
    await tx.query(
      `UPDATE occurrences SET server_id = $1
       WHERE server_id IS NULL AND state = 'planned' AND lower(during) > $2::timestamptz - ${LONGEST_DATE}`,
      [serverId, toUtc(now)],
    );
  }

  /**
   * Says that something about a reservation has changed, and how it repeats from now on if that has. Every command does
   * so before it touches a date: two that change the same dates then wait here, never for each other in a circle.
   * Throws ChangedMeanwhile when it is not the version somebody expects.
   */
  async touch(
    tx: Tx,
    id: string,
    change: { series?: SeriesRule | null; expectedVersion?: number | undefined } = {},
  ): Promise<void> {
    const { series, expectedVersion = null } = change;
    const rows = await tx.query<unknown[]>(
      `WITH touched AS (
         UPDATE reservations SET version = version + 1, series = CASE WHEN $3 THEN $4 ELSE series END
         WHERE id = $1 AND ($2::int IS NULL OR version = $2) RETURNING id)
       SELECT id FROM touched`,
      [id, expectedVersion, series !== undefined, series ?? null],
    );
    if (rows.length === 0) throw new ChangedMeanwhile();
  }
}

/** Rooms, servers, days, starts, ends, ends of holding, people: as PostgreSQL takes them, each a list of its own. */
function columnsOf(dates: readonly Judged[]): unknown[] {
  return [
    dates.map(({ roomId, wish }) => roomId ?? wish.roomIds[0]),
    dates.map(({ serverId }) => serverId ?? null),
    dates.map(({ wish }) => wish.seriesDate),
    dates.map(({ wish }) => toUtc(wish.range.start)),
    dates.map(({ wish }) => toUtc(wish.range.end)),
    dates.map(({ wish }) => toUtc(wish.holds.end)),
    dates.map(({ wish }) => wish.people),
  ];
}
