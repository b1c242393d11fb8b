import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ContactPoint } from '../contact-points/contact-point.entity.js';
import { Room } from './room.entity.js';

/**
 * A time when nobody meets: in one room, at one contact point, or, when it names neither, in the whole house. The times
 * are wall times of the house (`2026-12-24T00:00:00`); a yearly one comes back on the same days of every year.
 */
@Entity('closures')
@Check('closures_order', 'starts_at < ends_at')
@Index('closures_of_contact_point', ['contactPointId'])
export class Closure {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => ContactPoint, { name: 'closures_contact_point' })
  @Column('uuid', { name: 'contact_point_id', nullable: true })
  contactPointId!: string | null;
  @ForeignKey(() => Room, { name: 'closures_room' })
  @Column('uuid', { name: 'room_id', nullable: true })
  roomId!: string | null;
  @Column('timestamp', { name: 'starts_at' }) startsAt!: string;
  @Column('timestamp', { name: 'ends_at' }) endsAt!: string;
  @Column('boolean', { name: 'is_yearly', default: false }) isYearly!: boolean;
  @Column('text', { nullable: true }) reason!: string | null;
  /** When it was last saved, if it then left the dates standing that it hits. */
  @Column('timestamptz', { name: 'leaves_dates_since', nullable: true }) leavesDatesSince!: Date | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  @Column('int', { default: 1 }) version!: number;
}
