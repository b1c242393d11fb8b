import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ContactPoint } from '../contact-points/contact-point.entity.js';
import { Person } from '../groups/person.entity.js';

/** Somebody typed an address and waits for a code. Unknown addresses get a row without a person. */
@Entity('sign_ins')
export class SignIn {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => ContactPoint, { name: 'sign_ins_contact_point' })
  @Column('uuid', { name: 'contact_point_id' })
  contactPointId!: string;
  @ForeignKey(() => Person, { name: 'sign_ins_person', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;
  @Column('int', { name: 'wrong_tries', default: 0 }) wrongTries!: number;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
}
