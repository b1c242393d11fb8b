import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Group } from '../groups/group.entity.js';
import { Room } from '../rooms/room.entity.js';
import type { OccurrenceState } from './domain/changes.js';
import { Reservation } from './reservation.entity.js';

export type { OccurrenceState } from './domain/changes.js';

/**
 * One date of a reservation. People meet `during` `[start, end)` in UTC; the room is held from the same start until the
 * contact point's buffer is over.
 */
@Entity('occurrences')
// The whole house rests on this: two planned dates never hold one room at one time.
@Exclusion(
  'occurrences_no_double_booking',
  `USING gist (room_id WITH =, holds WITH &&) WHERE (state = 'planned')`,
)
@Check('occurrences_state', `state IN ('planned', 'cancelled', 'leftOut')`)
@Check(
  'occurrences_length',
  `upper(during) - lower(during) BETWEEN interval '1 minute' AND interval '12 hours'`,
)
@Check('occurrences_hold_the_room', 'holds @> during AND lower(holds) = lower(during)')
@Index('occurrences_holding', { synchronize: false })
@Index('occurrences_on_server', { synchronize: false })
@Index('occurrences_of_group', { synchronize: false })
@Index('occurrences_of_reservation', ['reservationId'])
export class Occurrence {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => Reservation, { name: 'occurrences_reservation', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'reservation_id' })
  reservationId!: string;
  @ForeignKey(() => Group, { name: 'occurrences_group', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'group_id' })
  groupId!: string;
  @ForeignKey(() => Room, { name: 'occurrences_room' })
  @Column('uuid', { name: 'room_id' })
  roomId!: string;
  /**
   * The Jitsi server chosen at booking; null while the house has none. No foreign key: every booking of the house would
   * lock the one row of its server.
   */
  @Column('uuid', { name: 'server_id', nullable: true })
  serverId!: string | null;
  @Column('tstzrange') during!: string;
  @Column('tstzrange') holds!: string;
  /** The local day the rule gave; it stays when the date is moved. */
  @Column('date', { name: 'series_date' }) seriesDate!: string;
  /** Part of `during` that was added while people met; quotas do not count it. */
  @Column('int', { name: 'extended_minutes', default: 0 }) extendedMinutes!: number;
  @Column('timestamptz', { name: 'cancelled_at', nullable: true }) cancelledAt!: Date | null;
  @Column('text', { default: 'planned' }) state!: OccurrenceState;
  @Column('text', { nullable: true }) reason!: string | null;
  /**
   * The closure, and which saving of it, that has called the date off or given it another room. No foreign key: whoever
   * represents the group is told of it also when the closure is taken back before.
   */
  @Column('uuid', { name: 'closed_by', nullable: true }) closedBy!: string | null;
  @Column('int', { name: 'closed_version', nullable: true }) closedVersion!: number | null;
  @Column('int', { name: 'expected_participants' }) expectedParticipants!: number;
  /** Rises with every change that invitees are told (RFC 5546, 2.1.4). */
  @Column('int', { default: 0 }) sequence!: number;
  @Column('int', { default: 1 }) version!: number;
}
