import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DataSource, IsNull, Repository } from 'typeorm';
import type { ContactPoint } from '../contact-points/contact-point.entity.js';
import { NotFound } from '../kernel/domain-error.js';
import { Room, type RoomKind } from './room.entity.js';

@Injectable()
export class RoomsReader {
  constructor(
    private readonly source: DataSource,
    @InjectRepository(Room) private readonly rooms: Repository<Room>,
  ) {}

  /**
   * The rooms a contact point's groups see: the house's and its own, large ones only where they are allowed; of these
   * all, or those with the given ids.
   */
  visibleTo(
    contactPoint: Pick<ContactPoint, 'id' | 'allowsInformation'>,
    ids?: readonly string[],
  ): Promise<Room[]> {
    const kinds: RoomKind[] = ['talk', 'group', 'practice'];
    if (contactPoint.allowsInformation) kinds.push('information');
    return this.source.query<Room[]>(
      `SELECT id, contact_point_id AS "contactPointId", name, kind, seats, position FROM rooms
       WHERE (contact_point_id IS NULL OR contact_point_id = $1) AND kind = ANY ($2)
         AND ($3::uuid[] IS NULL OR id = ANY ($3)) ORDER BY position, name`,
      [contactPoint.id, kinds, ids ?? null],
    );
  }

  /** A room of a contact point, or, for the operator (null), of the house. Throws NotFound. */
  async requireRoomOf(contactPointId: string | null, id: string): Promise<Room> {
    const room = await this.rooms.findOneBy({ id, contactPointId: contactPointId ?? IsNull() });
    if (!room) throw new NotFound();
    return room;
  }
}
