import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Group } from '../groups/group.entity.js';

/** The permanent link of a group, one row for each version; only one of them has not ended. */
@Entity('group_links')
@Unique('group_links_token', ['tokenHash'])
@Index('group_links_current', ['groupId'], { unique: true, where: 'ended_at IS NULL' })
export class GroupLink {
  @ForeignKey(() => Group, { name: 'group_links_group', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'group_id' })
  groupId!: string;
  @PrimaryColumn('int') version!: number;
  /** SHA-256 of the token, which is derived anew whenever the link is shown. */
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @Column('timestamptz', { name: 'made_at' }) madeAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}
