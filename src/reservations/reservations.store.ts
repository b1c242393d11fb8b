import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { newId } from '../kernel/id.js';
import { dateOf } from '../kernel/local-time.js';
import { toUtc, type TimeRange } from '../kernel/time-range.js';
import type { Tx } from '../platform/database/transactions.js';
import { NO_DOUBLE_BOOKING, Occurrence } from './occurrence.entity.js';
import { Reservation } from './reservation.entity.js';

const ANY_ROOM_LOCK = 7_260_010;

export interface Hold {
  reservationId: string;
  groupId: string;
  /** In the order of preference. */
  roomIds: string[];
  range: TimeRange;
  expectedParticipants: number;
}

/** All writes of reservations/. */
@Injectable()
export class ReservationsStore {
  async addReservation(
    tx: Tx,
    reservation: { groupId: string; madeBy: string; host: string },
  ): Promise<string> {
    const id = newId();
    const { groupId, madeBy, host } = reservation;
    const calendarUid = `${randomBytes(16).toString('hex')}@${host}`;
    await tx.insert(Reservation, { id, groupId, madeBy, calendarUid });
    return id;
  }

  /**
   * Holds the first free room of the list. The exclusion constraint decides; DO NOTHING makes the loser of a race
   * lose at once, where a plain INSERT deadlocks. Returns the id of the occurrence, undefined when none was free.
   */
  async hold(tx: Tx, hold: Hold): Promise<string | undefined> {
    // Takers of "any room" queue by day, so that nobody is refused while a room is free.
    if (hold.roomIds.length > 1) await this.lockDay(tx, hold.range);
    // A booking of a named room may still slip in between: look again, once a room.
    for (let attempt = 0; attempt < hold.roomIds.length; attempt++) {
      const id = await this.tryToHold(tx, hold);
      if (id) return id;
    }
    return undefined;
  }

  async cancel(tx: Tx, occurrenceId: string, version: number): Promise<boolean> {
    const result = await tx.update(
      Occurrence,
      { id: occurrenceId, version, state: 'planned' },
      { state: 'cancelled', version: version + 1, sequence: () => 'sequence + 1' },
    );
    return result.affected === 1;
  }

  private async lockDay(tx: Tx, { start }: TimeRange): Promise<void> {
    const day = dateOf(start).since('2000-01-01').days;
    await tx.query('SELECT pg_advisory_xact_lock($1, $2)', [ANY_ROOM_LOCK, day]);
  }

  private async tryToHold(tx: Tx, { reservationId, groupId, roomIds, range, expectedParticipants }: Hold) {
    const [row] = await tx.query<{ id: string }[]>(
      `INSERT INTO occurrences (id, reservation_id, group_id, room_id, during, expected_participants)
       SELECT $1, $2, $3, candidate.id, tstzrange($4, $5), $6
       FROM unnest($7::uuid[]) WITH ORDINALITY AS candidate (id, preference)
       WHERE NOT EXISTS (
         SELECT 1 FROM occurrences o WHERE o.room_id = candidate.id AND o.state = 'planned'
         AND lower(o.during) >= $4::timestamptz - interval '12 hours' AND lower(o.during) < $5 AND upper(o.during) > $4)
       ORDER BY candidate.preference LIMIT 1
       ON CONFLICT ON CONSTRAINT ${NO_DOUBLE_BOOKING} DO NOTHING RETURNING id`,
      [newId(), reservationId, groupId, toUtc(range.start), toUtc(range.end), expectedParticipants, roomIds],
    );
    return row?.id;
  }
}
