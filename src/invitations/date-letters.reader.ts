import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import type { TimeRange } from '../kernel/time-range.js';
import type { Letter } from '../platform/mail/letter.js';
import { ReservationsReader, type OccurrenceRow } from '../reservations/reservations.reader.js';
import {
  CANCELLATION_MAIL,
  expectedIt,
  expectsIt,
  FRESH_LINK_MAIL,
  INVITATION_MAIL,
  newsFor,
  WITHDRAWN_MAIL,
  type TelephoneNews,
  type WrittenMail,
} from './domain/news.js';
import {
  cancellationLetter,
  freshLinkLetter,
  invitationLetter,
  movedLetter,
  renumberedLetter,
  restoredLetter,
  withdrawnLetter,
  type InvitationFacts,
} from './invitation.mail.js';
import { InvitationsReader, type InviteeRow } from './invitations.reader.js';
import { LettersReader } from './letters.reader.js';
import { isOver } from './occasions.reader.js';

/** A mail whose turn has come. */
export interface DueMail {
  kind: string;
  /** Undefined unless it is about one date of a series. */
  date?: string;
  sequence: number;
}

/** Another mail in its place, of a kind and under the SEQUENCE that holds now. */
interface Instead {
  instead: string;
  sequence: number;
}

/** What is due: a letter, another mail, or nothing. */
export type Due = { letter: Letter } | Instead | undefined;

type WriteLetter = (facts: InvitationFacts) => Letter;

/** How things stand when the mail's turn has come. */
interface Standing {
  date: OccurrenceRow;
  /** The time that this person knows, where it is another. */
  before: TimeRange | undefined;
  telephoneNews: TelephoneNews;
  /** The SEQUENCE of the date for this person. */
  sequence: number;
  mails: readonly WrittenMail[];
}

/** The letters to those who are invited to one date. */
@Injectable()
export class DateLettersReader {
  constructor(
    private readonly reservations: ReservationsReader,
    private readonly invitations: InvitationsReader,
    private readonly letters: LettersReader,
    private readonly clock: Clock,
  ) {}

  /** By how the date stands now, and by what this person was really told. */
  async findDue(invitee: InviteeRow, mail: DueMail): Promise<Due> {
    const date = await this.reservations.findOccurrence(invitee.occurrenceId ?? '');
    if (!date) return undefined;
    const mails = await this.invitations.mailsTo(invitee.id);
    const { otherTime: before, numbers } = await this.invitations.findKnown(invitee.id, date);
    const telephoneNews = await this.letters.findTelephoneNews(date, numbers);
    const sequence = date.sequence + invitee.retold;
    const write = this.findWriter(mail, { date, before, telephoneNews, sequence, mails });
    if (typeof write !== 'function') return write;
    const recipient = { ...invitee, link: this.letters.linkOf(invitee) };
    const facts = await this.letters.factsOfSingle(recipient, date, mail.sequence);
    return { letter: write({ ...facts, before, telephoneNews }) };
  }

  private findWriter(mail: DueMail, standing: Standing): WriteLetter | Instead | undefined {
    const { date, mails } = standing;
    if (mail.kind in OFFERS) return findOffer(mail, standing);
    if (mail.kind === WITHDRAWN_MAIL)
      return expectedIt(mails) && !isOver(date, this.clock.now()) ? asKnown(withdrawnLetter) : undefined;
    return isOvertaken(mail, standing) ? undefined : findNews(mail, standing);
  }
}

/** Of a date that was changed since, an offer is made anew, so that the change has not to be told after it. */
function findOffer({ kind, sequence }: DueMail, standing: Standing): WriteLetter | Instead | undefined {
  if (standing.date.state !== 'planned') return undefined;
  if (sequence === standing.sequence) return OFFERS[kind];
  return isOffered(standing) ? undefined : { instead: kind, sequence: standing.sequence };
}

function findNews({ kind }: DueMail, standing: Standing): WriteLetter | Instead | undefined {
  const { date, before, telephoneNews, sequence, mails } = standing;
  const isPlanned = date.state === 'planned';
  if (kind === CANCELLATION_MAIL)
    return !isPlanned && expectsIt(mails) ? asKnown(cancellationLetter) : undefined;
  if (!isPlanned) return undefined;
  const [isElsewhere, isRenumbered] = [before !== undefined, telephoneNews !== 'nothing'];
  const news = newsFor(mails, { isElsewhere, isRenumbered });
  // A mail of its own, so that the list of invitees and the mails to come know of it.
  return news === 'invitation' ? { instead: INVITATION_MAIL, sequence } : NEWS_LETTERS[news];
}

/** What is good as long as the date takes place, whatever else somebody was told. */
const OFFERS: Record<string, WriteLetter> = {
  [INVITATION_MAIL]: invitationLetter,
  [FRESH_LINK_MAIL]: freshLinkLetter,
};

const WAITING: readonly WrittenMail['state'][] = ['queued', 'retrying'];

const NEWS_LETTERS = {
  moved: movedLetter,
  restored: restoredLetter,
  renumbered: renumberedLetter,
  nothing: undefined,
} as const;

/** The next change tells it, or an offer that waits. */
function isOvertaken({ sequence }: DueMail, standing: Standing): boolean {
  return sequence !== standing.sequence || isOffered(standing);
}

/** Whether the date is on its way to this person as it stands now. */
function isOffered({ sequence, mails }: Standing): boolean {
  return mails.some(
    (mail) => mail.kind in OFFERS && mail.sequence === sequence && WAITING.includes(mail.state),
  );
}

/** What does not take place is called by the time that somebody knows. */
function asKnown(write: WriteLetter): WriteLetter {
  return ({ before, ...facts }) => write({ ...facts, range: before ?? facts.range });
}
