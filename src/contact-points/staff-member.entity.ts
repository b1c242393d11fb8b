import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { ContactPoint } from './contact-point.entity.js';

/** Somebody of a contact point's team, or of the operator when no contact point is named. */
@Entity('staff_members')
@Unique('staff_members_email', ['emailKey'])
export class StaffMember {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => ContactPoint, { name: 'staff_members_contact_point' })
  @Column('uuid', { name: 'contact_point_id', nullable: true })
  contactPointId!: string | null;
  @Column('text') name!: string;
  @Column('text') email!: string;
  @Column('text', { name: 'email_key' }) emailKey!: string;
  @Column('text', { name: 'password_hash' }) passwordHash!: string;
}
