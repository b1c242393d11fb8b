import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import type { Letter } from '../platform/mail/letter.js';
import { ReservationsReader, type OccurrenceRow } from '../reservations/reservations.reader.js';
import {
  CANCELLATION_MAIL,
  expectedIt,
  expectsIt,
  FRESH_LINK_MAIL,
  INVITATION_MAIL,
  MOVED_MAIL,
  newsFor,
  WITHDRAWN_MAIL,
  type WrittenMail,
} from './domain/news.js';
import {
  cancellationLetter,
  freshLinkLetter,
  invitationLetter,
  movedLetter,
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
    const write = this.findWriter(mail, { date, sequence: date.sequence + invitee.retold, mails });
    if (typeof write !== 'function') return write;
    const told = await this.invitations.findToldRange(invitee.id, date.id);
    const recipient = { ...invitee, link: this.letters.linkOf(invitee) };
    const facts = await this.letters.factsOfSingle(recipient, date, mail.sequence);
    return { letter: write({ ...facts, before: told && isOther(told, facts) ? told : undefined }) };
  }

  private findWriter(mail: DueMail, standing: Standing): WriteLetter | Instead | undefined {
    const { date, mails } = standing;
    if (mail.kind in OFFERS) return findOffer(mail, standing);
    if (mail.kind === WITHDRAWN_MAIL)
      return expectedIt(mails) && !isOver(date, this.clock.now()) ? withdrawnLetter : undefined;
    return isOvertaken(mail, standing) ? undefined : findNews(mail, standing);
  }
}

/** Of a date that was moved since, an offer is made anew, so that the move has not to be told after it. */
function findOffer({ kind, sequence }: DueMail, standing: Standing): WriteLetter | Instead | undefined {
  const { date, mails } = standing;
  if (date.state !== 'planned') return undefined;
  if (sequence === standing.sequence) return OFFERS[kind];
  if (isOffered(standing)) return undefined;
  const isMoved = mails.some((mail) => mail.kind === MOVED_MAIL && mail.sequence > sequence);
  return isMoved ? { instead: kind, sequence: standing.sequence } : OFFERS[kind];
}

function findNews({ kind }: DueMail, { date, sequence, mails }: Standing): WriteLetter | Instead | undefined {
  if (kind === CANCELLATION_MAIL)
    return date.state === 'cancelled' && expectsIt(mails) ? cancellationLetter : undefined;
  if (date.state !== 'planned') return undefined;
  const news = newsFor(mails);
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

function isOther(told: InvitationFacts['range'], { range }: InvitationFacts): boolean {
  return !told.start.equals(range.start) || !told.end.equals(range.end);
}
