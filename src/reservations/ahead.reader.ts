import { Injectable } from '@nestjs/common';
import type { Representative } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { NotFound, Outdated } from '../kernel/domain-error.js';
import { AlreadyBegun, NothingAhead, NotPlanned } from './reservations.errors.js';
import { ReservationsReader, type OccurrenceRow } from './reservations.reader.js';

export type SomeDates = [OccurrenceRow, ...OccurrenceRow[]];

export interface Scope {
  /** Id of the first date; without it all that lie ahead. */
  from: string | undefined;
  expectedVersion: number | undefined;
}

/** Dates of one's own group that can still be changed: planned, and not begun. */
@Injectable()
export class AheadReader {
  constructor(
    private readonly reservations: ReservationsReader,
    private readonly clock: Clock,
  ) {}

  /** Throws NotFound, AlreadyBegun, NotPlanned. */
  async requireDate(actor: Representative, occurrenceId: string): Promise<OccurrenceRow> {
    const occurrence = await this.reservations.requireOwnOccurrence(actor, occurrenceId);
    this.refuseUnlessAhead(occurrence);
    return occurrence;
  }

  /** Throws AlreadyBegun, NotPlanned. */
  refuseUnlessAhead(occurrence: OccurrenceRow): void {
    if (occurrence.state !== 'planned') throw new NotPlanned();
    if (!this.isAhead(occurrence)) throw new AlreadyBegun();
  }

  /**
   * The planned dates of a reservation from one of them on, or all that lie ahead. `from` may itself be cancelled or
   * over. None when what lies ahead is cancelled already, whatever version the caller has seen. Throws NotFound,
   * NothingAhead, Outdated when the reservation is not the version the caller has seen.
   */
  async requireDates(actor: Representative, reservationId: string, scope: Scope): Promise<OccurrenceRow[]> {
    const all = datesFrom(scope.from, await this.reservations.requireOwnDates(actor, reservationId));
    if (this.isCancelled(all)) return [];
    refuseOutdated(all, scope);
    return this.restOf(all).filter(({ state }) => state === 'planned');
  }

  /**
   * The same with the dates that were left out: they belong to the series and move with it. `first` is the date that
   * was named, or the first of them; `isRest` says that others lie ahead before it. Throws NotFound, NothingAhead,
   * Outdated.
   */
  async requireRest(
    actor: Representative,
    reservationId: string,
    scope: Scope,
  ): Promise<{ dates: SomeDates; first: OccurrenceRow; isRest: boolean }> {
    const whole = await this.reservations.requireOwnDates(actor, reservationId);
    const all = datesFrom(scope.from, whole);
    refuseOutdated(all, scope);
    const dates = this.restOf(all);
    const isRest = whole.some(
      (date) => date.state === 'planned' && this.isAhead(date) && !dates.includes(date),
    );
    return { dates, first: scope.from === undefined ? dates[0] : all[0], isRest };
  }

  private isCancelled(dates: readonly OccurrenceRow[]): boolean {
    const states = dates.filter((date) => this.isAhead(date)).map(({ state }) => state);
    return states.includes('cancelled') && !states.includes('planned');
  }

  private restOf(dates: readonly OccurrenceRow[]): SomeDates {
    const ahead = dates.filter((date) => date.state !== 'cancelled' && this.isAhead(date));
    // What was left out before the first planned date is no longer part of what follows.
    const [next, ...following] = ahead.slice(ahead.findIndex(({ state }) => state === 'planned'));
    if (next?.state !== 'planned') throw new NothingAhead();
    return [next, ...following];
  }

  private isAhead({ startsAt }: OccurrenceRow): boolean {
    return Temporal.Instant.from(startsAt).epochMilliseconds > this.clock.now().epochMilliseconds;
  }
}

/** From the one with this id on, or all. Throws NotFound. */
function datesFrom(from: string | undefined, all: readonly OccurrenceRow[]): SomeDates {
  const place = from === undefined ? 0 : all.findIndex(({ id }) => id === from);
  const [first, ...following] = place < 0 ? [] : all.slice(place);
  if (!first) throw new NotFound();
  return [first, ...following];
}

function refuseOutdated([{ reservationVersion }]: SomeDates, { expectedVersion }: Scope): void {
  if (expectedVersion !== undefined && reservationVersion !== expectedVersion) throw new Outdated();
}
