import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Group } from '../groups/group.entity.js';
import { Room } from '../rooms/room.entity.js';
import { Reservation } from './reservation.entity.js';

export type OccurrenceState = 'planned' | 'cancelled' | 'leftOut';

/** The constraint that the whole house rests on: two planned dates never hold one room at one time. */
export const NO_DOUBLE_BOOKING = 'occurrences_no_double_booking';

/** One date of a reservation. `during` is `[start, end)` in UTC. */
@Entity('occurrences')
@Exclusion(NO_DOUBLE_BOOKING, `USING gist (room_id WITH =, during WITH &&) WHERE (state = 'planned')`)
@Check('occurrences_state', `state IN ('planned', 'cancelled', 'leftOut')`)
@Check(
  'occurrences_length',
  `upper(during) - lower(during) BETWEEN interval '1 minute' AND interval '12 hours'`,
)
@Index('occurrences_holding', { synchronize: false })
@Index('occurrences_of_group', { synchronize: false })
@Index('occurrences_of_reservation', ['reservationId'])
export class Occurrence {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => Reservation, { name: 'occurrences_reservation' })
  @Column('uuid', { name: 'reservation_id' })
  reservationId!: string;
  @ForeignKey(() => Group, { name: 'occurrences_group' })
  @Column('uuid', { name: 'group_id' })
  groupId!: string;
  @ForeignKey(() => Room, { name: 'occurrences_room' })
  @Column('uuid', { name: 'room_id' })
  roomId!: string;
  @Column('tstzrange') during!: string;
  @Column('text', { default: 'planned' }) state!: OccurrenceState;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('int', { name: 'expected_participants' }) expectedParticipants!: number;
  /** Rises with every change that invitees are told (RFC 5546, 2.1.4). */
  @Column('int', { default: 0 }) sequence!: number;
  @Column('int', { default: 1 }) version!: number;
}
