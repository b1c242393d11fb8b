import { Injectable } from '@nestjs/common';
import { GroupsReader } from '../groups/groups.reader.js';
import type { Representative } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { wallTimeOf } from '../kernel/local-time.js';
import { minutesOf, rangeBetween, type TimeRange } from '../kernel/time-range.js';
import { MeetingsReader, pinInWords } from '../meetings/meetings.reader.js';
import {
  isAtUsualTime,
  ReservationsReader,
  seriesInWords,
  type OccurrenceRow,
} from '../reservations/reservations.reader.js';
import { GroupLinksReader } from './group-links.reader.js';
import { NothingToPrint } from './invitations.errors.js';
import { isToCome } from './occasions.reader.js';
import type { SheetDate, SheetFacts } from './sheet.pdf.js';

/** What stands on the sheet for people without e-mail: times and the link of the group, and never whose it is. */
@Injectable()
export class SheetReader {
  constructor(
    private readonly reservations: ReservationsReader,
    private readonly groups: GroupsReader,
    private readonly links: GroupLinksReader,
    private readonly meetings: MeetingsReader,
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
    if (!series) return facts;
    const inWords = seriesInWords(series, facts.dates.map(onTheWall));
    return { ...facts, series: inWords, phone: facts.phone && 'eachItsOwn' };
  }

  private async factsOf(actor: Representative, dates: readonly OccurrenceRow[]): Promise<SheetFacts> {
    const now = this.clock.now();
    const [next, ...following] = dates.filter((date) => isToCome(date, now));
    if (!next) throw new NothingToPrint();
    await this.groups.requireAccess(next.groupId);
    const { url } = await this.links.show(actor, next.groupId);
    const dialIn = await this.meetings.dialInOf(next.id);
    return {
      link: url,
      dates: [toSheetDate(next), ...following.map(toSheetDate)],
      earlyMinutes: next.doorOpensMinutes,
      phone: dialIn && {
        numbers: dialIn.numbers.map(({ formattedNumber }) => formattedNumber),
        pin: pinInWords(dialIn.pin),
      },
      writtenAt: now,
    };
  }
}

function toSheetDate({ series, ...row }: OccurrenceRow): SheetDate {
  const range = rangeBetween(row);
  return { ...range, isAtOtherTime: series !== null && !isAtUsualTime(onTheWall(range), series) };
}

function onTheWall(range: TimeRange) {
  return { ...wallTimeOf(range.start), minutes: minutesOf(range) };
}
