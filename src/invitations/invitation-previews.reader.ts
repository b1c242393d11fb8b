import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { toUtc, type TimeRange } from '../kernel/time-range.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { ReservationsReader } from '../reservations/reservations.reader.js';
import { entryTexts } from './invitation.calendar.js';
import { envelopeOf, invitationLetter, type InvitationFacts } from './invitation.mail.js';
import { NothingToInviteTo } from './invitations.errors.js';
import type { InvitationPreviewView } from './invitations.views.js';
import { LettersReader } from './letters.reader.js';
import { isToCome, type Occasion } from './occasions.reader.js';
import { SeriesLettersReader } from './series-letters.reader.js';

/** „So sieht Ihre Einladung aus“: the mail to somebody who is nobody, with a link that leads nowhere. */
@Injectable()
export class InvitationPreviewsReader {
  constructor(
    private readonly reservations: ReservationsReader,
    private readonly letters: LettersReader,
    private readonly seriesLetters: SeriesLettersReader,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Nothing is stored or sent. Throws NothingToInviteTo. */
  async show(to: Occasion): Promise<InvitationPreviewView> {
    const now = this.clock.now();
    if (!to.dates.some((date) => isToCome(date, now))) throw new NothingToInviteTo();
    const facts = await this.factsOf(to);
    const { subject, text, html } = invitationLetter(facts);
    const { summary, description = '', location = '' } = entryTexts(envelopeOf(facts));
    const dates = (facts.seriesDates ?? [facts.range]).map(toView);
    const calendar = { ...toView(facts.range), summary, description, location, dates };
    return { subject, text, html, calendar };
  }

  private async factsOf({ occurrenceId, reservationId, dates }: Occasion): Promise<InvitationFacts> {
    const link = `${this.config.publicUrl}/t/${'muster'.repeat(5)}`;
    const recipient = {
      id: reservationId,
      email: 'name@mail.example',
      name: null,
      link,
      invitedAt: toUtc(this.clock.now()),
      grid: null,
    };
    const series = occurrenceId === undefined && (await this.reservations.findSeries(reservationId));
    if (!series) return this.letters.factsOfSingle(recipient, dates[0], dates[0].sequence);
    return this.seriesLetters.invitationFacts({ recipient, series, sequence: series.version - 1 });
  }
}

function toView({ start, end }: TimeRange) {
  return { startsAt: toUtc(start), endsAt: toUtc(end) };
}
