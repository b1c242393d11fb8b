import { Injectable } from '@nestjs/common';
import type { Representative } from '../kernel/actor.js';
import { Outdated } from '../kernel/domain-error.js';
import { Events } from '../platform/events/events.js';
import { changed, changesNothing, isOtherTime } from './domain/changes.js';
import { HoldRooms } from './hold-rooms.js';
import { datesMoved } from './reservations.events.js';
import { AheadReader } from './ahead.reader.js';
import type { MoveRequest } from './reservations.requests.js';
import { ReservationsStore } from './reservations.store.js';
import { WishesReader } from './wishes.reader.js';

/** A representative moves one date: another day, time, length or room. Link, calendar entry and invitees stay. */
@Injectable()
export class MoveOccurrence {
  constructor(
    private readonly ahead: AheadReader,
    private readonly wishes: WishesReader,
    private readonly holdRooms: HoldRooms,
    private readonly store: ReservationsStore,
    private readonly events: Events,
  ) {}

  /** Throws NotFound, AlreadyBegun, NotPlanned, Outdated, what a wish throws, and RoomAlreadyTaken with what is free. */
  async run(
    actor: Representative,
    occurrenceId: string,
    { change, expectedVersion }: { change: MoveRequest; expectedVersion: number | undefined },
  ): Promise<void> {
    const occurrence = await this.ahead.requireDate(actor, occurrenceId);
    if (expectedVersion !== undefined && expectedVersion !== occurrence.version) throw new Outdated();
    if (changesNothing(change)) return;
    const days = [changed(occurrence, change)];
    const wish = await this.wishes.readDays(actor, occurrence.groupId, { days, except: [occurrenceId] });

    await this.holdRooms.run(wish, async (tx, [judged]) => {
      if (!judged) return;
      const isTold = isOtherTime(occurrence, judged);
      await this.store.touch(tx, occurrence.reservationId);
      await this.store.place(tx, [{ id: occurrenceId, version: occurrence.version, judged, isTold }]);
      if (isTold) await this.events.publish(tx, datesMoved, { occurrenceIds: [occurrenceId] });
    });
  }
}
