import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A Jitsi server that the rooms of the house stand on. */
@Entity('meeting_servers')
@Unique('meeting_servers_slug', ['slug'])
export class MeetingServer {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  /** How many people it carries at the same time, over all its rooms. */
  @Column('int', { name: 'capacity_participants' }) capacityParticipants!: number;
  /** Takes new dates. */
  @Column('boolean', { name: 'is_open', default: true }) isOpen!: boolean;
}
