import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DataSource, IsNull, Repository, type EntityManager } from 'typeorm';
import { NotFound } from '../kernel/domain-error.js';
import { Room } from './room.entity.js';

const ROOM = 'SELECT id, contact_point_id AS "contactPointId", name, kind, seats, position FROM rooms';
const IS_VISIBLE = `(contact_point_id IS NULL OR contact_point_id = $1)
  AND (kind <> 'information' OR (SELECT allows_information FROM contact_points WHERE id = $1))`;
const VISIBLE = `${ROOM} WHERE ${IS_VISIBLE}`;
// Each of them in the order of the index rooms_by_size, which the two together would not be.
const smallest = (
  owner: string,
) => `(${ROOM} WHERE ${owner} AND ${IS_VISIBLE} AND kind <> 'practice' AND seats >= $2
  ORDER BY seats, position, name LIMIT $3)`;

@Injectable()
export class RoomsReader {
  constructor(
    private readonly source: DataSource,
    @InjectRepository(Room) private readonly rooms: Repository<Room>,
  ) {}

  /** The rooms a contact point's groups see: the house's and its own, large ones only where they are allowed. */
  visibleTo(contactPointId: string, manager: EntityManager = this.source.manager): Promise<Room[]> {
    return manager.query<Room[]>(`${VISIBLE} ORDER BY position, name`, [contactPointId]);
  }

  /** Those with the given ids; the ones that the group holds already count as visible. */
  visibleAmong(
    { ids, held }: { ids: readonly string[]; held: readonly string[] },
    contactPointId: string,
    manager: EntityManager = this.source.manager,
  ): Promise<Room[]> {
    return manager.query<Room[]>(
      `${ROOM} WHERE id = ANY ($2) AND (${IS_VISIBLE} OR id = ANY ($3)) ORDER BY position, name`,
      [contactPointId, ids, held],
    );
  }

  /**
   * Rooms in the order of the house: its own and those of a contact point, or, for the operator (null), the house's
   * alone; `after` is the id of the last one seen.
   */
  listOf(contactPointId: string | null, page: { limit: number; after?: string }): Promise<Room[]> {
    return this.source.query<Room[]>(
      `${ROOM}
       WHERE (contact_point_id IS NULL OR contact_point_id = $1)
         AND ($2::uuid IS NULL OR (position, name, id) > (SELECT position, name, id FROM rooms WHERE id = $2))
       ORDER BY position, name, id LIMIT $3`,
      [contactPointId, page.after ?? null, page.limit],
    );
  }

  /** Of those that hold so many people the smallest ones, so many at most; the practice room is never reserved. */
  visibleFor(people: number, contactPointId: string, most: number): Promise<Room[]> {
    return this.source.query<Room[]>(
      `SELECT * FROM (${smallest('contact_point_id IS NULL')} UNION ALL ${smallest('contact_point_id = $1')}) AS rooms
       ORDER BY seats, position, name LIMIT $3`,
      [contactPointId, people, most],
    );
  }

  /** A room of a contact point, or, for the operator (null), of the house. Throws NotFound. */
  async requireRoomOf(contactPointId: string | null, id: string): Promise<Room> {
    const room = await this.rooms.findOneBy({ id, contactPointId: contactPointId ?? IsNull() });
    if (!room) throw new NotFound();
    return room;
  }
}
