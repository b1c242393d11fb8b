import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Occurrence } from '../reservations/occurrence.entity.js';
import { Reservation } from '../reservations/reservation.entity.js';
import type { Grid } from './domain/series-entry.js';

/**
 * Somebody invited to a date, or to a whole series. Seen by the group's representatives only, never by the contact
 * point.
 */
@Entity('invitees')
@Unique('invitees_email', ['occurrenceId', 'emailKey'])
@Unique('invitees_email_of_series', ['reservationId', 'emailKey'])
@Unique('invitees_link', ['linkHash'])
@Check('invitees_to_one', 'num_nonnulls(occurrence_id, reservation_id) = 1')
@Check('invitees_reply', `reply IN ('yes', 'no')`)
@Index('invitees_of_address', ['emailKey'])
@Index('invitees_ended_links', { synchronize: false })
export class Invitee {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => Occurrence, { name: 'invitees_occurrence', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'occurrence_id', nullable: true })
  occurrenceId!: string | null;
  @ForeignKey(() => Reservation, { name: 'invitees_reservation', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'reservation_id', nullable: true })
  reservationId!: string | null;
  @Column('text', { nullable: true }) name!: string | null;
  @Column('text') email!: string;
  @Column('text', { name: 'email_key' }) emailKey!: string;
  /** SHA-256 of the personal link's token; the token itself is derived anew for each mail, from the id and the version. */
  @Column('bytea', { name: 'link_hash' }) linkHash!: Buffer;
  /** A fresh link is the next version. */
  @Column('int', { name: 'link_version', default: 0 }) linkVersion!: number;
  /** Hashes of earlier links: they are known and open nothing. */
  @Column('bytea', { name: 'ended_links', array: true, default: '{}' }) endedLinks!: Buffer[];
  /** How often something was told that is no change of the date: it raises SEQUENCE beside the date's own. */
  @Column('int', { default: 0 }) retold!: number;
  /** How the series lay when all of it was last told; null for one date. */
  @Column('jsonb', { nullable: true }) grid!: Grid | null;
  /** When the invitation was made, the last time. */
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt!: Date | null;
  @Column('text', { nullable: true }) reply!: 'yes' | 'no' | null;
  @Column('timestamptz', { name: 'replied_at', nullable: true }) repliedAt!: Date | null;
  /** Named by the group: opens the meeting when no representative comes. */
  @Column('boolean', { name: 'may_open', default: false }) mayOpen!: boolean;
}
