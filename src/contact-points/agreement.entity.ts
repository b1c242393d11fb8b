import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ContactPoint } from './contact-point.entity.js';

/** The rules that representatives agree to once; a new version asks them again. */
@Entity('agreements')
export class Agreement {
  @ForeignKey(() => ContactPoint, { name: 'agreements_contact_point' })
  @PrimaryColumn('uuid', { name: 'contact_point_id' })
  contactPointId!: string;
  @PrimaryColumn('int') version!: number;
  @Column('text') title!: string;
  @Column('text') text!: string;
  /** Groups that are older than this are told of it, unless it is the first version. */
  @Column('timestamptz', { name: 'published_at', default: () => 'now()' }) publishedAt!: Date;
}
