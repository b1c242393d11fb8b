import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Group } from '../groups/group.entity.js';
import { Representative } from '../groups/representative.entity.js';

/** A subscription of a group's dates by one of its representatives, as long as they are; a new address replaces the row. */
@Entity('calendar_feeds')
@ForeignKey(() => Representative, ['groupId', 'personId'], ['groupId', 'personId'], {
  name: 'calendar_feeds_representative',
  onDelete: 'CASCADE',
})
@Unique('calendar_feeds_once', ['groupId', 'personId'])
@Unique('calendar_feeds_token', ['tokenHash'])
export class CalendarFeed {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => Group, { name: 'calendar_feeds_group', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'group_id' })
  groupId!: string;
  @Column('uuid', { name: 'person_id' })
  personId!: string;
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
}
