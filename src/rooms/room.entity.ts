import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ContactPoint } from '../contact-points/contact-point.entity.js';

/** Gesprächsraum, Gruppenraum, Informationstreffen, Probierraum. */
export type RoomKind = 'talk' | 'group' | 'information' | 'practice';

/** A virtual room. One without a contact point belongs to the house and is shared by all contact points. */
@Entity('rooms')
@Index('rooms_by_size', ['contactPointId', 'seats', 'position', 'name'])
@Check('rooms_kind', `kind IN ('talk', 'group', 'information', 'practice')`)
export class Room {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => ContactPoint, { name: 'rooms_contact_point' })
  @Column('uuid', { name: 'contact_point_id', nullable: true })
  contactPointId!: string | null;
  @Column('text') name!: string;
  @Column('text') kind!: RoomKind;
  @Column('int') seats!: number;
  /** Rooms are shown and tried in this order. */
  @Column('int', { default: 0 }) position!: number;
}
