import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Group } from '../groups/group.entity.js';
import { Person } from '../groups/person.entity.js';

/** A subscription of a group's dates by one of its representatives; a new address replaces the row. */
@Entity('calendar_feeds')
@Unique('calendar_feeds_once', ['groupId', 'personId'])
@Unique('calendar_feeds_token', ['tokenHash'])
export class CalendarFeed {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => Group, { name: 'calendar_feeds_group' })
  @Column('uuid', { name: 'group_id' })
  groupId!: string;
  @ForeignKey(() => Person, { name: 'calendar_feeds_person' })
  @Column('uuid', { name: 'person_id' })
  personId!: string;
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
}
