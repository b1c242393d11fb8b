import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DataSource, IsNull, Repository } from 'typeorm';
import { NotFound } from '../kernel/domain-error.js';
import type { Askable } from '../platform/database/transactions.js';
import { Room } from './room.entity.js';

const ROOM = 'SELECT id, contact_point_id AS "contactPointId", name, kind, seats, position FROM rooms';
const allowedAt = (contactPointId: string) =>
  `(kind <> 'information' OR (SELECT allows_information FROM contact_points WHERE id = ${contactPointId}))`;
const IS_VISIBLE = `(contact_point_id IS NULL OR contact_point_id = $1) AND ${allowedAt('$1')}`;
const VISIBLE = `${ROOM} WHERE ${IS_VISIBLE}`;

/**
 * Of the rooms that a contact point's groups see and that fulfil a condition the smallest ones, so many at most, in the
 * order of their sizes; the practice room is never reserved. For readers that ask for more at once. The words are SQL.
 */
export function smallestRooms(of: { contactPointId: string; where: string; most: number }): string {
  // Each of the two in the order of the index rooms_by_size, which both together would not be.
  const those = (owner: string) => `(${ROOM}
    WHERE ${owner} AND ${allowedAt(of.contactPointId)} AND kind <> 'practice' AND ${of.where}
    ORDER BY seats, position, name LIMIT ${of.most})`;
  return `SELECT * FROM (
      ${those('contact_point_id IS NULL')} UNION ALL ${those(`contact_point_id = ${of.contactPointId}`)}) AS rooms
    ORDER BY seats, position, name LIMIT ${of.most}`;
}

@Injectable()
export class RoomsReader {
  constructor(
    private readonly source: DataSource,
    @InjectRepository(Room) private readonly rooms: Repository<Room>,
  ) {}

  /** The rooms a contact point's groups see: the house's and its own, large ones only where they are allowed. */
  visibleTo(contactPointId: string, manager: Askable = this.source.manager): Promise<Room[]> {
    return manager.query<Room[]>(`${VISIBLE} ORDER BY position, name`, [contactPointId]);
  }

  /** Those with the given ids; the ones that the group holds already count as visible. */
  visibleAmong(
    { ids, held }: { ids: readonly string[]; held: readonly string[] },
    contactPointId: string,
    manager: Askable = this.source.manager,
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

  /** A room of a contact point, or, for the operator (null), of the house. Throws NotFound. */
  async requireRoomOf(contactPointId: string | null, id: string): Promise<Room> {
    const room = await this.rooms.findOneBy({ id, contactPointId: contactPointId ?? IsNull() });
    if (!room) throw new NotFound();
    return room;
  }
}
