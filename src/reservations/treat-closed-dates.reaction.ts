import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { isBefore, rangeBetween } from '../kernel/time-range.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { closedRanges, ClosuresReader, type ClosureRow } from '../rooms/closures.reader.js';
import { ClosedDatesReader, type DatesOfReservation } from './closed-dates.reader.js';
import type { ClosedBy } from './domain/reasons.js';
import { MoveAside } from './move-aside.js';
import { closedDatesFound, closureTreated, datesCancelled } from './reservations.events.js';
import { ReservationsReader, type OccurrenceRow } from './reservations.reader.js';
import { ReservationsStore } from './reservations.store.js';

/** Rolls the transaction back; never leaves this file. */
class HitNoMore extends Error {}

type Treatment = 'cancel' | 'move';

/**
 * Calls off or moves the dates that a closure hits. All dates of a reservation that are called off go in one transaction,
 * so that who is invited to a series hears of it once.
 */
@Injectable()
export class TreatClosedDates implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly closures: ClosuresReader,
    private readonly dates: ClosedDatesReader,
    private readonly reservations: ReservationsReader,
    private readonly moveAside: MoveAside,
    private readonly transactions: Transactions,
    private readonly store: ReservationsStore,
    private readonly clock: Clock,
  ) {}

  /** What fails keeps nobody else waiting; it is tried again with the job. A group is done when all its dates are. */
  onModuleInit(): void {
    this.events.on(
      closedDatesFound,
      'treat-closed-dates',
      async ({ treatment, occurrenceIds, ...closedBy }) => {
        const reservations = await this.dates.byReservation(occurrenceIds);
        const groups = Map.groupBy(reservations, ({ groupId }) => groupId);
        await eachInTurn([...groups.values()], async (ofGroup) => {
          await eachInTurn(ofGroup, (reservation) => this.treat(closedBy, treatment, reservation));
          const treated = { ...closedBy, occurrenceIds: ofGroup.flatMap((each) => each.occurrenceIds) };
          await this.transactions.run((tx) => this.events.publish(tx, closureTreated, treated));
        });
      },
    );
  }

  private async treat(
    closedBy: ClosedBy,
    treatment: Treatment,
    { reservationId, occurrenceIds }: DatesOfReservation,
  ): Promise<void> {
    const toCancel: string[] = [];
    try {
      await eachInTurn(occurrenceIds, async (id) => {
        if (await this.isLeft(closedBy, treatment, id)) toCancel.push(id);
      });
    } finally {
      await this.cancel(closedBy, reservationId, toCancel);
    }
  }

  /**
   * Says whether a date is to be cancelled, after it could not be moved where that is wished. What counts is how closure
   * and date stand now: what is no hit any more is let alone.
   */
  private async isLeft(closedBy: ClosedBy, treatment: Treatment, id: string): Promise<boolean> {
    const closure = await this.closures.findClosure(closedBy.closureId);
    // Read before it is looked at, so that a change in between makes it outdated.
    const date = await this.reservations.findOccurrence(id);
    if (!closure || !date || !this.isHit(closure, date)) return false;
    return treatment === 'cancel' || !(await this.moveAside.run(date, closedBy));
  }

  /**
   * Whoever changes a date at the same moment comes first or waits: it is looked at again. If none is left by then, their
   * reservation keeps its version too.
   */
  private async cancel(closedBy: ClosedBy, reservationId: string, ids: readonly string[]): Promise<void> {
    const closure = await this.closures.findClosure(closedBy.closureId);
    if (!closure || ids.length === 0) return;
    const cancelling = this.transactions.run(async (tx) => {
      await this.store.touch(tx, reservationId);
      const dates = await this.reservations.findOccurrences(ids, tx);
      const hit = dates.filter((date) => this.isHit(closure, date));
      const occurrenceIds = await this.store.cancel(tx, hit, {
        at: this.clock.now(),
        reason: 'closed',
        closedBy,
      });
      if (occurrenceIds.length === 0) throw new HitNoMore();
      await this.events.publish(tx, datesCancelled, { occurrenceIds });
    });
    await cancelling.catch((error: unknown) => {
      if (!(error instanceof HitNoMore)) throw error;
    });
  }

  private isHit({ roomId, contactPointId, ...times }: ClosureRow, date: OccurrenceRow): boolean {
    const during = rangeBetween(date);
    if (date.state !== 'planned' || !isBefore(this.clock.now(), during.start)) return false;
    if (roomId !== null && roomId !== date.roomId) return false;
    if (contactPointId !== null && contactPointId !== date.contactPointId) return false;
    return closedRanges(times, during).length > 0;
  }
}

/** One after the other, whatever becomes of the others; throws what the first one threw that failed. */
async function eachInTurn<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) await work(item).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
