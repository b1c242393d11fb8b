import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Group } from '../groups/group.entity.js';

/** A group keeps its addresses on purpose, until a day that it is shown. Without a row it keeps none. */
@Entity('kept_lists')
export class KeptList {
  @ForeignKey(() => Group, { name: 'kept_lists_group', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'group_id' })
  groupId!: string;
  @Column('timestamptz', { name: 'deletes_at' }) deletesAt!: Date;
}
