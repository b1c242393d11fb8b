import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { DoorsReader } from '../reservations/doors.reader.js';
import { ReservationsReader } from '../reservations/reservations.reader.js';
import type { Guest } from './guests.reader.js';
import { writeCalendar } from './invitation.calendar.js';
import { SENDER_NAME } from './invitation.mail.js';
import { LinkEnded } from './invitations.errors.js';
import type { InviteeRow } from './invitations.reader.js';
import { LettersReader } from './letters.reader.js';
import { SeriesLettersReader } from './series-letters.reader.js';

/** The calendar file that somebody takes from the page behind their link: the same entry as in their mails. */
@Injectable()
export class ParticipantCalendarsReader {
  constructor(
    private readonly reservations: ReservationsReader,
    private readonly doors: DoorsReader,
    private readonly letters: LettersReader,
    private readonly seriesLetters: SeriesLettersReader,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Throws LinkEnded. */
  async requireFile(guest: Guest): Promise<string> {
    const { occurrence, range, door, invitee, guestId } = guest;
    if (door.kind === 'cancelled' || door.kind === 'over') throw new LinkEnded(door.kind);
    const ofSeries = invitee && (await this.findSeriesFile(invitee));
    if (ofSeries) return ofSeries;
    return writeCalendar({
      method: 'PUBLISH',
      uid: occurrence.calendarUid,
      sequence: occurrence.sequence + (invitee?.retold ?? 0),
      range,
      writtenAt: this.clock.now(),
      organizer: { name: SENDER_NAME, email: this.config.mailFrom },
      link: invitee ? this.letters.linkOf(invitee) : this.doors.enterUrlOf(occurrence.id, guestId),
    });
  }

  private async findSeriesFile(invitee: InviteeRow): Promise<string | undefined> {
    const { reservationId, retold } = invitee;
    const series = reservationId === null ? undefined : await this.reservations.findSeries(reservationId);
    if (!series) return undefined;
    const recipient = { ...invitee, link: this.letters.linkOf(invitee) };
    const telling = { recipient, series, sequence: series.version - 1 + retold };
    const facts = await this.seriesLetters.invitationFacts(telling);
    return this.seriesLetters.fileOf(facts, telling, 'PUBLISH');
  }
}
