import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Occurrence } from '../reservations/occurrence.entity.js';

/**
 * When a date was to take place, and where it could be called, from `notedAt` on: kept for dates that people are invited to,
 * so that a mail can name the old time and say that the numbers are new.
 */
@Entity('date_times')
export class DateTime {
  @ForeignKey(() => Occurrence, { name: 'date_times_occurrence', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'occurrence_id' })
  occurrenceId!: string;
  @PrimaryColumn('timestamptz', { name: 'noted_at', default: () => 'now()' }) notedAt!: Date;
  @Column('tstzrange') during!: string;
  /** The PIN stands behind them. */
  @Column('text', { array: true, default: '{}' }) numbers!: string[];
}
