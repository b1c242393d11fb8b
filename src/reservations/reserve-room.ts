import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { Representative } from '../kernel/actor.js';
import { newId } from '../kernel/id.js';
import { toUtc } from '../kernel/time-range.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { doneBefore } from '../platform/idempotency/repeatable-request.js';
import { newDate } from './domain/reasons.js';
import type { Judged } from './domain/verdicts.js';
import { HoldRooms } from './hold-rooms.js';
import { noticeOf } from './domain/notices.js';
import { reservationMade } from './reservations.events.js';
import type { ReserveRequest } from './reservations.requests.js';
import type { ShownRow } from './reservations.views.js';
import { ReservationsStore, type NewReservation } from './reservations.store.js';
import { WishesReader, type Wish } from './wishes.reader.js';

export interface Reserved {
  reservationId: string;
  notice?: string;
  /** The dates as they were stored; not there when the request is a repeated one. */
  rows?: ShownRow[] | undefined;
}

/** A representative reserves a room for one date or a series. The group holds all dates afterwards, or nothing happened. */
@Injectable()
export class ReserveRoom {
  constructor(
    private readonly wishes: WishesReader,
    private readonly holdRooms: HoldRooms,
    private readonly transactions: Transactions,
    private readonly store: ReservationsStore,
    private readonly events: Events,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Throws NotFound, AccessRests, OutsideAccess, SeriesRefused, AgainstTheRules and its kin, RoomAlreadyTaken with what
   * is free instead for each clash that nothing was decided about.
   */
  async run(actor: Representative, groupId: string, request: ReserveRequest): Promise<Reserved> {
    const before = doneBefore();
    if (before) return before.result as Reserved;
    const wish = await this.wishes.read(actor, groupId, request);
    let rows: ShownRow[] | undefined;
    const reserved = await this.holdRooms.run(wish, async (tx, judged) => {
      const added = this.reservationOf(actor, wish, judged);
      const occurrenceIds = added.dates.filter((date) => !date.wish.isLeftOut).map(({ id }) => id);
      this.transactions.leaveWith(tx, [this.store.addReservation(tx, added)]);
      await this.events.publish(tx, reservationMade, { reservationId: added.id, occurrenceIds });
      rows = rowsOf(added, wish);
      return { reservationId: added.id, notice: noticeOf(wish, judged) };
    });
    // Rows of an attempt that was begun anew are not stored when the key of a second click came first.
    return { ...reserved, rows: rows?.[0]?.reservationId === reserved.reservationId ? rows : undefined };
  }

  private reservationOf(actor: Representative, wish: Wish, judged: Judged[]): NewReservation {
    const { host } = new URL(this.config.publicUrl);
    return {
      id: newId(),
      groupId: wish.groupId,
      madeBy: actor.personId,
      calendarUid: `${randomBytes(16).toString('hex')}@${host}`,
      series: wish.series,
      dates: judged.map((each) => ({ ...each, ...newDate(each), id: newId() })),
    };
  }
}

/** What was stored, as it would be read. */
function rowsOf({ id: reservationId, groupId, series, dates }: NewReservation, wish: Wish): ShownRow[] {
  const names = new Map(wish.rooms.map(({ id, name }) => [id, name]));
  return dates.map(({ id, roomId, state, reason, wish: date }) => ({
    ...{ id, reservationId, groupId, series, roomId, roomName: names.get(roomId) ?? '' },
    startsAt: toUtc(date.range.start),
    endsAt: toUtc(date.range.end),
    ...{ state, reason },
    expectedParticipants: date.people,
    doorOpensMinutes: wish.contactPoint.doorOpensMinutes,
    seriesDate: date.seriesDate,
    cancelledAt: null,
    reservationVersion: 1,
    version: 1,
  }));
}
