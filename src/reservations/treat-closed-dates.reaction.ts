import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { isBefore, rangeBetween } from '../kernel/time-range.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { closedRanges, ClosuresReader, type ClosureRow } from '../rooms/closures.reader.js';
import type { ClosedBy } from './domain/reasons.js';
import { MoveAside } from './move-aside.js';
import { closedDatesFound, closureTreated, datesCancelled } from './reservations.events.js';
import { ReservationsReader, type OccurrenceRow } from './reservations.reader.js';
import { ReservationsStore } from './reservations.store.js';

/** Rolls the transaction back; never leaves this file. */
class HitNoMore extends Error {}

/** Calls off or moves the dates that a closure hits, each in a transaction of its own. */
@Injectable()
export class TreatClosedDates implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly closures: ClosuresReader,
    private readonly reservations: ReservationsReader,
    private readonly moveAside: MoveAside,
    private readonly transactions: Transactions,
    private readonly store: ReservationsStore,
    private readonly clock: Clock,
  ) {}

  /** One date that fails does not keep the others waiting; it is tried again with the job. Then all are done. */
  onModuleInit(): void {
    this.events.on(
      closedDatesFound,
      'treat-closed-dates',
      async ({ treatment, occurrenceIds, ...closedBy }) => {
        const failures: unknown[] = [];
        for (const id of occurrenceIds) {
          await this.treat(closedBy, id, treatment).catch((error: unknown) => failures.push(error));
        }
        if (failures.length > 0) throw failures[0];
        const treated = { ...closedBy, occurrenceIds };
        await this.transactions.run((tx) => this.events.publish(tx, closureTreated, treated));
      },
    );
  }

  /** What counts is how closure and date stand now: what is no hit any more is left alone. */
  private async treat(closedBy: ClosedBy, occurrenceId: string, treatment: 'cancel' | 'move'): Promise<void> {
    const closure = await this.closures.findClosure(closedBy.closureId);
    // Read before it is looked at, so that a change in between makes it outdated.
    const date = await this.reservations.findOccurrence(occurrenceId);
    if (!closure || !date || !this.isHit(closure, date)) return;
    if (treatment === 'move' && (await this.moveAside.run(date, closedBy))) return;
    await this.cancel(closure, date, closedBy);
  }

  /**
   * Whoever changes the date at the same moment comes first or waits: it is looked at again. If it is gone by then, its
   * reservation keeps its version too.
   */
  private async cancel(
    closure: ClosureRow,
    { id, reservationId }: OccurrenceRow,
    closedBy: ClosedBy,
  ): Promise<void> {
    const cancelling = this.transactions.run(async (tx) => {
      await this.store.touch(tx, reservationId);
      const date = await this.reservations.findOccurrence(id, tx);
      if (!date || !this.isHit(closure, date)) throw new HitNoMore();
      const occurrenceIds = await this.store.cancel(tx, [date], { at: this.clock.now(), closedBy });
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
