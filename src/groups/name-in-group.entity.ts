import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Group } from './group.entity.js';
import { Person } from './person.entity.js';

/**
 * How one group knows somebody whom its contact point knew by another name: their own name would tell that they represent
 * another group. Stays until no mail waits that names whoever has left.
 */
@Entity('names_in_groups')
export class NameInGroup {
  @ForeignKey(() => Group, { name: 'names_in_groups_group', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'group_id' })
  groupId!: string;
  @ForeignKey(() => Person, { name: 'names_in_groups_person', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;
  @Column('text') name!: string;
}
