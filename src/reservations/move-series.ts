import { Injectable } from '@nestjs/common';
import type { Representative } from '../kernel/actor.js';
import { wallTimeOf } from '../kernel/local-time.js';
import type { Tx } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { AheadReader, type SomeDates } from './ahead.reader.js';
import { changed, changedSeries, changesNothing, isOtherTime, shifted } from './domain/changes.js';
import { decideAll } from './domain/date-wishes.js';
import { noticeOf } from './domain/notices.js';
import type { Judged } from './domain/verdicts.js';
import { HoldRooms } from './hold-rooms.js';
import { datesCancelled, datesMoved } from './reservations.events.js';
import type { MoveSeriesRequest } from './reservations.requests.js';
import { ReservationsStore } from './reservations.store.js';
import { WishesReader, type Wish } from './wishes.reader.js';

export interface SeriesChange {
  /** Id of the first date that moves; without it all that lie ahead do. */
  from: string | undefined;
  change: MoveSeriesRequest;
  expectedVersion: number | undefined;
}

interface Moving {
  dates: SomeDates;
  wish: Wish;
  judged: readonly Judged[];
  expectedVersion: number | undefined;
}

/** A representative moves a date and all that follow, or all that lie ahead: every one, or none. */
@Injectable()
export class MoveSeries {
  constructor(
    private readonly ahead: AheadReader,
    private readonly wishes: WishesReader,
    private readonly holdRooms: HoldRooms,
    private readonly store: ReservationsStore,
    private readonly events: Events,
  ) {}

  /**
   * Another day moves every date by as many days as the first one; a date decided to be left out no longer takes place, and
   * can be taken up again. Throws NotFound, NothingAhead, Outdated, what a wish throws, and RoomAlreadyTaken with every
   * undecided clash.
   */
  async run(
    actor: Representative,
    reservationId: string,
    { from, change, expectedVersion }: SeriesChange,
  ): Promise<{ notice?: string }> {
    const { dates, first, isRest } = await this.ahead.requireRest(actor, reservationId, {
      from,
      expectedVersion,
    });
    if (changesNothing(change)) return {};
    const day = wallTimeOf(Temporal.Instant.from(first.startsAt)).date;
    const move = { from: day, to: change.date ?? day, isRest };
    const { decisions, date: _, ...same } = change;
    const days = dates.map((date) => {
      const day = changed(date, same);
      const moved = { ...day, date: shifted(day.date, move) };
      return date.state === 'leftOut' ? { ...moved, isSkipped: true, leftOutOf: date.roomId } : moved;
    });
    const wish = await this.wishes.readDays(actor, dates[0].groupId, {
      days: decideAll(days, decisions),
      except: dates.map(({ id }) => id),
    });
    const { series } = dates[0];
    const after = series && changedSeries(series, change, move);
    const moved = { ...wish, series: after };
    return this.holdRooms.run(moved, (tx, judged) =>
      this.write(tx, { dates, wish: moved, judged, expectedVersion }),
    );
  }

  private async write(
    tx: Tx,
    { dates, wish, judged, expectedVersion }: Moving,
  ): Promise<{ notice?: string }> {
    const placed = dates.map((date, index) => {
      const { id, version, state } = date;
      const each = judged[index] as Judged;
      const isCalledOff = state === 'planned' && each.wish.isLeftOut;
      const isMoved = state === 'planned' && !isCalledOff && isOtherTime(date, each);
      return { id, version, judged: each, isCalledOff, isMoved, isTold: isCalledOff || isMoved };
    });
    const moved = placed.filter(({ isMoved }) => isMoved).map(({ id }) => id);
    const calledOff = placed.filter(({ isCalledOff }) => isCalledOff).map(({ id }) => id);
    await this.store.touch(tx, dates[0].reservationId, { series: wish.series, expectedVersion });
    await this.store.place(tx, placed);
    if (moved.length > 0) await this.events.publish(tx, datesMoved, { occurrenceIds: moved });
    if (calledOff.length > 0) await this.events.publish(tx, datesCancelled, { occurrenceIds: calledOff });
    return { notice: noticeOf(wish, judged) };
  }
}
