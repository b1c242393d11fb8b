import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MeetingServer } from '../rooms/meeting-server.entity.js';

/** When the slot guard of a server asked the house last. */
@Entity('guard_beats')
export class GuardBeat {
  @ForeignKey(() => MeetingServer, { name: 'guard_beats_server', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'server_id', primaryKeyConstraintName: 'guard_beats_pkey' })
  serverId!: string;
  @Column('timestamptz', { name: 'beat_at' }) beatAt!: Date;
}
