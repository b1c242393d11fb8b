import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { ContactPoint } from '../contact-points/contact-point.entity.js';

/** Somebody who represents groups, known to one contact point; another contact point knows another person. */
@Entity('people')
@Unique('people_email', ['contactPointId', 'emailKey'])
export class Person {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => ContactPoint, { name: 'people_contact_point' })
  @Column('uuid', { name: 'contact_point_id' })
  contactPointId!: string;
  @Column('text') name!: string;
  @Column('text') email!: string;
  @Column('text', { name: 'email_key' }) emailKey!: string;
}
