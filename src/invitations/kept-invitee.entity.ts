import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { KeptList } from './kept-list.entity.js';

/** One address of a list that a group keeps. */
@Entity('kept_invitees')
export class KeptInvitee {
  @ForeignKey(() => KeptList, { name: 'kept_invitees_list', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'group_id' })
  groupId!: string;
  @PrimaryColumn('text', { name: 'email_key' }) emailKey!: string;
  @Column('text', { nullable: true }) name!: string | null;
  @Column('text') email!: string;
  /** In the order in which they were typed. */
  @Column('int') place!: number;
}
