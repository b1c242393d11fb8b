import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Group } from '../groups/group.entity.js';
import { Person } from '../groups/person.entity.js';
import type { SeriesRule } from './domain/recurrence-rule.js';

export type { SeriesRule } from './domain/recurrence-rule.js';

/** The wish of a group: one date or a series. Its calendar UID (RFC 5545, 3.8.4.7) is that of its one date, or of the entry of the whole series. */
@Entity('reservations')
export class Reservation {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => Group, { name: 'reservations_group', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'group_id' })
  groupId!: string;
  /** Null once that person is forgotten. */
  @ForeignKey(() => Person, { name: 'reservations_made_by', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'made_by', nullable: true })
  madeBy!: string | null;
  /** How a series repeats; null for a single date. */
  @Column('jsonb', { nullable: true }) series!: SeriesRule | null;
  @Column('text', { name: 'calendar_uid' }) calendarUid!: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  @Column('int', { default: 1 }) version!: number;
}
