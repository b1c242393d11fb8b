import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ContactPoint } from '../contact-points/contact-point.entity.js';

/** When those who are invited are reminded of a date. */
export const REMINDERS = ['dayBefore', 'hourBefore'] as const;
export type Reminder = (typeof REMINDERS)[number];

export type GroupState = 'active' | 'paused' | 'ended';

/** A self-help group with its access. The label is neutral; the topic is optional and never needed. */
@Entity('groups')
@Index('groups_of_contact_point', ['contactPointId', 'id'])
@Check('groups_state', `state IN ('active', 'paused', 'ended')`)
@Check('groups_reminders', `reminders <@ ARRAY['dayBefore', 'hourBefore']`)
export class Group {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => ContactPoint, { name: 'groups_contact_point' })
  @Column('uuid', { name: 'contact_point_id' })
  contactPointId!: string;
  @Column('text') label!: string;
  @Column('text', { nullable: true }) topic!: string | null;
  @Column('text', { default: 'active' }) state!: GroupState;
  /** Local calendar days; the last one belongs to the period. */
  @Column('date', { name: 'access_from' }) accessFrom!: string;
  @Column('date', { name: 'access_until', nullable: true }) accessUntil!: string | null;
  @Column('text', { array: true, default: '{dayBefore}' }) reminders!: Reminder[];
  /** Whether those who are invited read the label. Chosen by the group alone. */
  @Column('boolean', { name: 'shows_label', default: false }) showsLabel!: boolean;
  /** Whether number and PIN of a date stand in its mails, where it can be called. */
  @Column('boolean', { name: 'shows_dial_in', default: false }) showsDialIn!: boolean;
  /** Whether participants wait to be let in, where the Jitsi server can do that. */
  @Column('boolean', { name: 'has_waiting_room', default: true }) hasWaitingRoom!: boolean;
  /** The local day on which somebody used it last; when nobody does, it goes. */
  @Column('date', { name: 'used_on' }) usedOn!: string;
  /** When its representatives were asked whether it goes on, and told that it goes; null since it was used. */
  @Column('date', { name: 'asked_on', nullable: true }) askedOn!: string | null;
  @Column('date', { name: 'announced_on', nullable: true }) announcedOn!: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  @Column('int', { default: 1 }) version!: number;
}
