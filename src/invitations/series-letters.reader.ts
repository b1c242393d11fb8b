import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { rangeBetween, type TimeRange } from '../kernel/time-range.js';
import type { Letter } from '../platform/mail/letter.js';
import {
  ReservationsReader,
  type OccurrenceRow,
  type SeriesRow,
} from '../reservations/reservations.reader.js';
import type { Due, DueMail } from './date-letters.reader.js';
import { FRESH_LINK_MAIL, WITHDRAWN_MAIL } from './domain/news.js';
import { gridOf } from './domain/series-entry.js';
import {
  expectedAnyOf,
  newestOf,
  seriesDueFor,
  takenUpSince,
  type SeriesMail,
  type SeriesNews,
  type Truth,
} from './domain/series-news.js';
import { writeCalendar } from './invitation.calendar.js';
import {
  cancellationLetter,
  envelopeOf,
  freshLinkLetter,
  invitationLetter,
  movedLetter,
  restoredLetter,
  withdrawnLetter,
  type InvitationFacts,
} from './invitation.mail.js';
import { InvitationsReader, type InviteeRow } from './invitations.reader.js';
import { LettersReader, type Recipient } from './letters.reader.js';
import { isOver, isToCome } from './occasions.reader.js';
import { toSeriesDate, writeOneOfSeries, writeSeries } from './series.calendar.js';

type ToldOfAll = Extract<SeriesNews, { of: 'all' }>['what'];

/** Whom a series is told to, and under which SEQUENCE. */
export interface Telling {
  recipient: Recipient & Pick<InviteeRow, 'id' | 'invitedAt' | 'grid'>;
  series: SeriesRow;
  sequence: number;
}

interface OneDate {
  date: OccurrenceRow;
  /** The time that somebody knows, where it is another. */
  before: TimeRange | undefined;
}

/** The letters to those who are invited to all dates of a series. */
@Injectable()
export class SeriesLettersReader {
  constructor(
    private readonly reservations: ReservationsReader,
    private readonly invitations: InvitationsReader,
    private readonly letters: LettersReader,
    private readonly clock: Clock,
  ) {}

  /** By how the dates stand now, and by what this person was really told. */
  async findDue(invitee: InviteeRow, mail: DueMail): Promise<Due> {
    const series = await this.reservations.findSeries(invitee.reservationId ?? '');
    if (!series) return undefined;
    const mails = await this.invitations.mailsTo(invitee.id);
    const recipient = { ...invitee, link: this.letters.linkOf(invitee) };
    const telling = { recipient, series, sequence: mail.sequence };
    if (mail.kind === WITHDRAWN_MAIL) return this.withdrawn(telling, mails);
    if (mail.kind === FRESH_LINK_MAIL) return this.freshLink(telling, mails);
    return this.findNews(telling, mail, mails);
  }

  /** Facts of an invitation to all dates that are still to come. */
  async invitationFacts({ recipient, series, sequence }: Telling): Promise<InvitationFacts> {
    const ahead = this.aheadIn(series);
    // Of a series of which nothing takes place any more: with which date that begins.
    const next = ahead[0] ?? this.offIn(series)[0] ?? series.dates[0];
    const facts = await this.letters.factsOf(recipient, next, sequence);
    return { ...facts, uid: series.uid, seriesDates: ahead.map(toSeriesDate).map(({ range }) => range) };
  }

  /** The whole series as a file, for those invited to it. */
  fileOf(
    facts: InvitationFacts,
    { recipient, series }: Telling,
    method: 'REQUEST' | 'PUBLISH',
  ): string | undefined {
    const dates = series.dates.filter(({ endsAt }) => endsAt > recipient.invitedAt).map(toSeriesDate);
    const envelope = envelopeOf(facts);
    const to = method === 'REQUEST' ? envelope : { ...envelope, attendeeEmail: undefined };
    return writeSeries({ ...to, method }, dates, recipient.grid ?? gridOf(dates));
  }

  private async findNews(telling: Telling, mail: DueMail, mails: readonly SeriesMail[]): Promise<Due> {
    const one = await this.findOne(telling, mail);
    const due = seriesDueFor({ ...mail, state: 'queued' }, mails, this.truthOf(telling, one));
    if (due === 'nothing') return undefined;
    if ('instead' in due) return due;
    if (due.of === 'all') return { letter: await this.ofAll(telling, due.what, takenUpSince(mails)) };
    return one && { letter: await this.ofDate(telling, { ...one, what: due.what }) };
  }

  /** The one date that a mail is about. */
  private async findOne({ recipient, series }: Telling, mail: DueMail): Promise<OneDate | undefined> {
    const date = series.dates.find(({ id }) => id === mail.date);
    return date && { date, before: (await this.invitations.findKnown(recipient.id, date)).otherTime };
  }

  private truthOf({ series }: Telling, one: OneDate | undefined): Truth {
    return {
      isAnyAhead: this.aheadIn(series).length > 0,
      isAnyOff: this.offIn(series).length > 0,
      isPlanned: one?.date.state === 'planned',
      isElsewhere: one?.before !== undefined,
    };
  }

  private async freshLink(telling: Telling, mails: readonly SeriesMail[]): Promise<Due> {
    if (this.aheadIn(telling.series).length === 0) return undefined;
    const sequence = newestOf(mails);
    if (telling.sequence !== sequence) return { instead: FRESH_LINK_MAIL, sequence };
    const facts = await this.invitationFacts(telling);
    return { letter: freshLinkLetter({ ...facts, calendarFile: this.fileOf(facts, telling, 'REQUEST') }) };
  }

  private async ofAll(telling: Telling, what: ToldOfAll, takenUp: readonly string[]): Promise<Letter> {
    const facts = await this.invitationFacts(telling);
    if (what === 'cancelled') return cancellationLetter({ ...facts, calendarFile: cancelled(facts) });
    const written = { ...facts, calendarFile: this.fileOf(facts, telling, 'REQUEST') };
    if (what === 'invitation') return invitationLetter(written);
    if (what === 'restored') return restoredLetter(written);
    const added = this.aheadIn(telling.series).filter(({ id }) => takenUp.includes(id));
    const datesAdded = added.map(rangeBetween);
    return movedLetter({ ...written, datesAdded, datesOff: await this.timesOff(telling) });
  }

  /** What does not take place is called by the time that somebody knows. */
  private timesOff({ recipient, series }: Telling): Promise<TimeRange[]> {
    return Promise.all(
      this.offIn(series).map(async (date) => {
        const { otherTime } = await this.invitations.findKnown(recipient.id, date);
        return otherTime ?? rangeBetween(date);
      }),
    );
  }

  private async withdrawn(telling: Telling, mails: readonly SeriesMail[]): Promise<Due> {
    const { series } = telling;
    const ids = [...this.aheadIn(series), ...this.offIn(series)].map(({ id }) => id);
    if (!expectedAnyOf(ids, mails)) return undefined;
    const facts = await this.invitationFacts(telling);
    return { letter: withdrawnLetter({ ...facts, calendarFile: cancelled(facts) }) };
  }

  private async ofDate(
    { recipient, series, sequence }: Telling,
    { date, before, what }: OneDate & { what: 'moved' | 'restored' | 'cancelled' },
  ): Promise<Letter> {
    const isOff = what === 'cancelled';
    const facts = await this.letters.factsOf(recipient, date, sequence);
    // What does not take place is called by the time that somebody knows.
    const range = isOff && before ? before : facts.range;
    const grid = recipient.grid ?? gridOf(series.dates.map(toSeriesDate));
    const method = isOff ? 'CANCEL' : 'REQUEST';
    const envelope = { ...envelopeOf({ ...facts, uid: series.uid }), method } as const;
    const calendarFile = writeOneOfSeries(envelope, { ...toSeriesDate(date), range }, grid);
    const hasOthersAhead = this.aheadIn(series).some(({ id }) => id !== date.id);
    const written = { ...facts, range, before, hasOthersAhead, calendarFile };
    if (isOff) return cancellationLetter(written);
    return what === 'restored' ? restoredLetter(written) : movedLetter(written);
  }

  /** Dates to come that take place; none of a group that has ended, whose doors are shut. */
  private aheadIn({ dates, hasEnded }: SeriesRow): OccurrenceRow[] {
    const now = this.clock.now();
    return hasEnded ? [] : dates.filter((date) => isToCome(date, now));
  }

  /** Dates to come that do not take place, but for those that never were to. */
  private offIn({ dates }: SeriesRow): OccurrenceRow[] {
    const now = this.clock.now();
    const isOff = ({ state, sequence }: OccurrenceRow) =>
      state === 'cancelled' || (state === 'leftOut' && sequence > 0);
    return dates.filter((date) => isOff(date) && !isOver(date, now));
  }
}

function cancelled(facts: InvitationFacts): string {
  return writeCalendar({ ...envelopeOf(facts), method: 'CANCEL', range: facts.range });
}
