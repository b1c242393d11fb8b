import { Injectable } from '@nestjs/common';
import { GroupsReader } from '../groups/groups.reader.js';
import type { Representative } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import {
  ReservationsReader,
  seriesInWords,
  type OccurrenceRow,
} from '../reservations/reservations.reader.js';
import { GroupLinksReader } from './group-links.reader.js';
import { NothingToPrint } from './invitations.errors.js';
import type { SheetFacts } from './sheet.pdf.js';

/** What stands on the sheet for people without e-mail: times and the link of the group, and never whose it is. */
@Injectable()
export class SheetReader {
  constructor(
    private readonly reservations: ReservationsReader,
    private readonly groups: GroupsReader,
    private readonly links: GroupLinksReader,
    private readonly clock: Clock,
  ) {}

  /** For one date. Throws NotFound, AccessRests, NothingToPrint. */
  async forDate(actor: Representative, occurrenceId: string): Promise<SheetFacts> {
    return this.factsOf(actor, [await this.reservations.requireOwnOccurrence(actor, occurrenceId)]);
  }

  /** For all dates of a reservation that are still to come. Throws NotFound, AccessRests, NothingToPrint. */
  async forReservation(actor: Representative, reservationId: string): Promise<SheetFacts> {
    const dates = await this.reservations.requireOwnDates(actor, reservationId);
    const series = dates[0]?.series;
    const facts = await this.factsOf(actor, dates);
    return series ? { ...facts, series: seriesInWords(series) } : facts;
  }

  private async factsOf(actor: Representative, dates: readonly OccurrenceRow[]): Promise<SheetFacts> {
    const now = this.clock.now();
    const [next, ...following] = dates.filter((date) => isToCome(date, now));
    if (!next) throw new NothingToPrint();
    await this.groups.requireAccess(next.groupId);
    const { url } = await this.links.show(actor, next.groupId);
    return {
      link: url,
      dates: [rangeOf(next), ...following.map(rangeOf)],
      earlyMinutes: next.doorOpensMinutes,
      writtenAt: now,
    };
  }
}

function isToCome({ state, endsAt }: OccurrenceRow, now: Temporal.Instant): boolean {
  return state === 'planned' && Temporal.Instant.compare(Temporal.Instant.from(endsAt), now) > 0;
}

function rangeOf({ startsAt, endsAt }: OccurrenceRow) {
  return { start: Temporal.Instant.from(startsAt), end: Temporal.Instant.from(endsAt) };
}
