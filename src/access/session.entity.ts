import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { StaffMember } from '../contact-points/staff-member.entity.js';
import { Person } from '../groups/person.entity.js';

/** An opaque token's row: of a representative (bearer) or of a staff member (cookie). Only the hash is kept. */
@Entity('sessions')
@Unique('sessions_token', ['tokenHash'])
@Check('sessions_of_one', 'num_nonnulls(person_id, staff_member_id) = 1')
export class Session {
  @PrimaryColumn('uuid') id!: string;
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @ForeignKey(() => Person, { name: 'sessions_person', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;
  @ForeignKey(() => StaffMember, { name: 'sessions_staff_member' })
  @Column('uuid', { name: 'staff_member_id', nullable: true })
  staffMemberId!: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}
