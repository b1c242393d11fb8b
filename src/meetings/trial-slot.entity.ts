import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MeetingServer } from '../rooms/meeting-server.entity.js';

/**
 * A room at Jitsi that may be open for a while without a date: to try the server, or for somebody to practise. Forgotten
 * when it is over.
 */
@Entity('trial_slots')
export class TrialSlot {
  @PrimaryColumn('text', { name: 'room_name', primaryKeyConstraintName: 'trial_slots_pkey' })
  roomName!: string;
  @ForeignKey(() => MeetingServer, { name: 'trial_slots_server', onDelete: 'CASCADE' })
  @Index('trial_slots_on_server')
  @Column('uuid', { name: 'server_id' })
  serverId!: string;
  @Column('timestamptz', { name: 'opens_at' }) opensAt!: Date;
  @Column('timestamptz', { name: 'closes_at' }) closesAt!: Date;
  /** How many people may be in it at once. */
  @Column('int', { name: 'max_heads' }) maxHeads!: number;
}
