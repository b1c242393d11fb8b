import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Occurrence } from '../reservations/occurrence.entity.js';

/** The Jitsi side of a date. The room name is a secret: it never stands in a mail, a list or a calendar. */
@Entity('meetings')
@Unique('meetings_room_name', ['roomName'])
@Check('meetings_pin_digits', 'pin BETWEEN 100000000 AND 999999999')
@Index('meetings_pin', ['pin'], { unique: true, where: 'pin IS NOT NULL' })
@Index('meetings_with_heads', ['headsAt'], { where: 'heads_at IS NOT NULL' })
export class Meeting {
  @ForeignKey(() => Occurrence, { name: 'meetings_occurrence', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'occurrence_id' })
  occurrenceId!: string;
  @Column('text', { name: 'room_name' }) roomName!: string;
  /** Nine digits for the telephone, until the date is over; null where the server cannot be called. */
  @Column('int', { nullable: true }) pin!: number | null;
  /** The most people seen at once, rounded up to a multiple of five. All that is kept of who was there. */
  @Column('int', { name: 'most_heads', nullable: true }) mostHeads!: number | null;
  /** How many people there were the last time that the server said so; null when the meeting is over. */
  @Column('int', { nullable: true }) heads!: number | null;
  @Column('timestamptz', { name: 'heads_at', nullable: true }) headsAt!: Date | null;
  /** When a representative came the last time; null when the date is over. */
  @Column('timestamptz', { name: 'moderator_came_at', nullable: true }) moderatorCameAt!: Date | null;
}
