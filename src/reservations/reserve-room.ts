import { Inject, Injectable } from '@nestjs/common';
import type { Representative } from '../kernel/actor.js';
import { newId } from '../kernel/id.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import type { Tx } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import type { Judged } from './domain/verdicts.js';
import { HoldRooms } from './hold-rooms.js';
import { noticeOf } from './domain/notices.js';
import { reservationMade } from './reservations.events.js';
import type { ReserveRequest } from './reservations.requests.js';
import { ReservationsStore } from './reservations.store.js';
import { WishesReader, type Wish } from './wishes.reader.js';

export interface Reserved {
  reservationId: string;
  notice?: string;
}

/** A representative reserves a room for one date or a series. The group holds all dates afterwards, or nothing happened. */
@Injectable()
export class ReserveRoom {
  constructor(
    private readonly wishes: WishesReader,
    private readonly holdRooms: HoldRooms,
    private readonly store: ReservationsStore,
    private readonly events: Events,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Throws NotFound, AccessRests, OutsideAccess, SeriesRefused, AgainstTheRules and its kin, RoomAlreadyTaken with what
   * is free instead for each clash that nothing was decided about.
   */
  async run(actor: Representative, groupId: string, request: ReserveRequest): Promise<Reserved> {
    const wish = await this.wishes.read(actor, groupId, request);
    return this.holdRooms.run(wish, (tx, judged) => this.write(tx, { actor, wish, judged }));
  }

  private async write(
    tx: Tx,
    { actor, wish, judged }: { actor: Representative; wish: Wish; judged: Judged[] },
  ): Promise<Reserved> {
    const { groupId, series } = wish;
    const { host } = new URL(this.config.publicUrl);
    const dates = judged.map((each) => ({ ...each, id: newId() }));
    const added = { groupId, madeBy: actor.personId, host, series, dates };
    const reservationId = newId();
    const occurrenceIds = dates.filter(({ wish: each }) => !each.isLeftOut).map(({ id }) => id);
    await Promise.all([
      this.store.addReservation(tx, reservationId, added),
      this.events.publish(tx, reservationMade, { reservationId, occurrenceIds }),
    ]);
    return { reservationId, notice: noticeOf(wish, judged) };
  }
}
