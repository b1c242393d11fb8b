import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Group } from './group.entity.js';
import { Person } from './person.entity.js';

/** A person speaks for a group: reserves, invites, moderates. */
@Entity('representatives')
@Unique('representatives_once', ['groupId', 'personId'])
@Index('representatives_of_person', ['personId'])
export class Representative {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => Group, { name: 'representatives_group', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'group_id' })
  groupId!: string;
  @ForeignKey(() => Person, { name: 'representatives_person' })
  @Column('uuid', { name: 'person_id' })
  personId!: string;
  @Column('text', { default: 'active' }) state!: string;
  /** Has been in the house since they were named. */
  @Column('boolean', { name: 'has_come', default: false }) hasCome!: boolean;
}
