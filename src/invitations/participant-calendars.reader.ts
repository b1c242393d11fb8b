import { Injectable } from '@nestjs/common';
import { DoorsReader } from '../reservations/doors.reader.js';
import { ReservationsReader } from '../reservations/reservations.reader.js';
import type { Guest } from './guests.reader.js';
import { writeCalendar } from './invitation.calendar.js';
import { envelopeOf } from './invitation.mail.js';
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
  ) {}

  /** Throws LinkEnded. */
  async requireFile(guest: Guest): Promise<string> {
    const { occurrence, door, invitee } = guest;
    if (door.kind === 'cancelled' || door.kind === 'over') throw new LinkEnded(door.kind);
    const ofSeries = invitee && (await this.findSeriesFile(invitee));
    if (ofSeries) return ofSeries;
    const recipient = { email: '', name: null, link: this.linkOf(guest) };
    const sequence = occurrence.sequence + (invitee?.retold ?? 0);
    const facts = await this.letters.factsOfSingle(recipient, occurrence, sequence);
    const envelope = { ...envelopeOf(facts), attendeeEmail: undefined };
    return writeCalendar({ ...envelope, method: 'PUBLISH', range: facts.range });
  }

  private linkOf({ occurrence, invitee, personId = '' }: Guest): string {
    return invitee ? this.letters.linkOf(invitee) : this.doors.enterUrlOf(occurrence.id, personId);
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
