import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, IsNull, Repository } from 'typeorm';
import type { ContactPoint } from '../contact-points/contact-point.entity.js';
import { Room, type RoomKind } from './room.entity.js';

@Injectable()
export class RoomsReader {
  constructor(@InjectRepository(Room) private readonly rooms: Repository<Room>) {}

  /** The rooms a contact point's groups see: the house's and its own, large ones only where they are allowed. */
  visibleTo(contactPoint: Pick<ContactPoint, 'id' | 'allowsInformation'>): Promise<Room[]> {
    const kinds: RoomKind[] = ['talk', 'group', 'practice'];
    if (contactPoint.allowsInformation) kinds.push('information');
    const kind = In(kinds);
    return this.rooms.find({
      where: [
        { contactPointId: IsNull(), kind },
        { contactPointId: contactPoint.id, kind },
      ],
      order: { position: 'ASC', name: 'ASC' },
    });
  }
}
