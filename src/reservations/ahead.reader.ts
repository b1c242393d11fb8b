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
   * over. Throws NotFound, NothingAhead, Outdated when the reservation is not the version the caller has seen.
   */
  async requireDates(actor: Representative, reservationId: string, scope: Scope): Promise<SomeDates> {
    const { dates } = await this.requireRest(actor, reservationId, scope);
    const [next, ...following] = dates.filter(({ state }) => state === 'planned');
    if (!next) throw new NothingAhead();
    return [next, ...following];
  }

  /**
   * The same with the dates that were left out: they belong to the series and move with it. `first` is the date that
   * was named, or the first of them.
   */
  async requireRest(
    actor: Representative,
    reservationId: string,
    scope: Scope,
  ): Promise<{ dates: SomeDates; first: OccurrenceRow }> {
    const { from, expectedVersion } = scope;
    const all = await this.reservations.requireOwnDates(actor, reservationId);
    const isOutdated = expectedVersion !== undefined && all[0]?.reservationVersion !== expectedVersion;
    if (isOutdated) throw new Outdated();
    const place = from === undefined ? 0 : all.findIndex(({ id }) => id === from);
    if (place < 0) throw new NotFound();
    const dates = this.restOf(all.slice(place));
    return { dates, first: (from === undefined ? undefined : all[place]) ?? dates[0] };
  }

  private restOf(dates: OccurrenceRow[]): SomeDates {
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
