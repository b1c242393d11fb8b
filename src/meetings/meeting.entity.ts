import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Occurrence } from '../reservations/occurrence.entity.js';

/** The Jitsi side of a date. The room name is a secret: it never stands in a mail, a list or a calendar. */
@Entity('meetings')
@Unique('meetings_room_name', ['roomName'])
export class Meeting {
  @ForeignKey(() => Occurrence, { name: 'meetings_occurrence' })
  @PrimaryColumn('uuid', { name: 'occurrence_id' })
  occurrenceId!: string;
  @Column('text', { name: 'room_name' }) roomName!: string;
}
