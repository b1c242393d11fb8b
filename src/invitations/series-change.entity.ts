import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Reservation } from '../reservations/reservation.entity.js';

/** A change of a series that those who are invited to all of it are about to be told; it goes when their mails are written. */
@Entity('series_changes')
export class SeriesChange {
  @ForeignKey(() => Reservation, { name: 'series_changes_reservation', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'reservation_id' })
  reservationId!: string;
  /** Of the reservation, once it was changed: SEQUENCE rises with it. */
  @PrimaryColumn('int') version!: number;
  /** The kind of the mail. */
  @Column('text') kind!: string;
  @Column('uuid', { name: 'occurrence_ids', array: true }) occurrenceIds!: string[];
  /** Whether any date still to come takes place. */
  @Column('boolean', { name: 'is_any_ahead' }) isAnyAhead!: boolean;
}
