import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from '../groups/person.entity.js';

/** A person agreed to a version of their contact point's rules. */
@Entity('agreement_acceptances')
export class AgreementAcceptance {
  @ForeignKey(() => Person, { name: 'agreement_acceptances_person', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;
  @PrimaryColumn('int') version!: number;
  @Column('timestamptz', { name: 'accepted_at', default: () => 'now()' }) acceptedAt!: Date;
}
