import { Injectable } from '@nestjs/common';
import type { ClosedBy } from './domain/reasons.js';
import { roomsInstead } from './domain/room-choice.js';
import { HoldRooms } from './hold-rooms.js';
import { RoomAlreadyTaken } from './reservations.errors.js';
import type { OccurrenceRow } from './reservations.reader.js';
import { ReservationsStore } from './reservations.store.js';
import { StandingReader } from './standing.reader.js';

/** The house gives a date another room at the same time, because of a closure. Nobody invited gets a mail: their links lead there. */
@Injectable()
export class MoveAside {
  constructor(
    private readonly standing: StandingReader,
    private readonly holdRooms: HoldRooms,
    private readonly store: ReservationsStore,
  ) {}

  /** False when no room of the same kind or a larger one is free. Throws Outdated when the date changes meanwhile. */
  async run(date: OccurrenceRow, closedBy: ClosedBy): Promise<boolean> {
    const wish = await this.standing.wishOf([date]);
    const roomIds = roomsInstead(date.roomId, wish.rooms).map(({ id }) => id);
    if (roomIds.length === 0) return false;
    const dates = wish.dates.map((each) => ({ ...each, roomIds }));
    try {
      await this.holdRooms.run({ ...wish, dates }, async (tx, judged) => {
        await this.store.touch(tx, date.reservationId);
        const placed = judged.map((each) => ({
          id: date.id,
          version: date.version,
          judged: each,
          isTold: false,
          closedBy,
        }));
        await this.store.place(tx, placed);
      });
      return true;
    } catch (error) {
      if (error instanceof RoomAlreadyTaken) return false;
      throw error;
    }
  }
}
