import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { DialInNumber, Profile } from '../kernel/jitsi-server.js';

/** A Jitsi server that the rooms of the house stand on. */
@Entity('meeting_servers')
@Unique('meeting_servers_slug', ['slug'])
@Check('meeting_servers_profile', `profile IN ('P0', 'P1', 'P2', 'P3')`)
export class MeetingServer {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  /** How many people it carries at the same time, over all its rooms. */
  @Column('int', { name: 'capacity_participants' }) capacityParticipants!: number;
  /** Takes new dates. */
  @Column('boolean', { name: 'is_open', default: true }) isOpen!: boolean;
  /** Where browsers find it, without a slash at the end; empty while nobody has said it. */
  @Column('text', { name: 'base_url', default: '' }) baseUrl!: string;
  @Column('text', { name: 'xmpp_domain', default: 'meet.jitsi' }) xmppDomain!: string;
  /** Where its rooms are: `room@muc.meet.jitsi`. */
  @Column('text', { name: 'muc_domain', default: 'muc.meet.jitsi' }) mucDomain!: string;
  /** The fixed strings that its tokens carry. */
  @Column('text', { default: 'virtuelles-haus' }) issuer!: string;
  @Column('text', { default: 'jitsi' }) audience!: string;
  @Column('text', { default: 'P1' }) profile!: Profile;
  @Column('boolean', { name: 'has_lobby', default: false }) hasLobby!: boolean;
  @Column('jsonb', { name: 'dial_in', default: [] }) dialIn!: DialInNumber[];
  /** SHA-256 of what the server shows the house when it asks; null while it may not ask. */
  @Column('bytea', { name: 'secret_hash', nullable: true }) secretHash!: Buffer | null;
  /** The configuration named it at the last start and decides about its facts. */
  @Column('boolean', { name: 'is_configured', default: false }) isConfigured!: boolean;
  @Column('int', { default: 1 }) version!: number;
}
