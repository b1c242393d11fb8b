import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Occurrence } from '../reservations/occurrence.entity.js';

/** Somebody invited to a date. Seen by the group's representatives only, never by the contact point. */
@Entity('invitees')
@Unique('invitees_email', ['occurrenceId', 'emailKey'])
@Unique('invitees_link', ['linkHash'])
export class Invitee {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => Occurrence, { name: 'invitees_occurrence' })
  @Column('uuid', { name: 'occurrence_id' })
  occurrenceId!: string;
  @Column('text', { nullable: true }) name!: string | null;
  @Column('text') email!: string;
  @Column('text', { name: 'email_key' }) emailKey!: string;
  /** SHA-256 of the personal link's token; the token itself is derived anew for each mail. */
  @Column('bytea', { name: 'link_hash' }) linkHash!: Buffer;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
}
