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
import { isToCome } from './occasions.reader.js';

/** A mail whose turn has come. */
export interface DueMail {
  kind: string;
  /** Undefined unless it is about one date of a series. */
  date?: string;
  sequence: number;
}

/** What is due: a letter, another mail in its place, or nothing. */
export type Due = { letter: Letter } | { instead: string } | undefined;

type WriteLetter = (facts: InvitationFacts) => Letter;

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
    const write = await this.findWriter(mail, date, invitee);
    if (!write) return undefined;
    if (write === 'invitation') return { instead: INVITATION_MAIL };
    const told = await this.invitations.findToldRange(invitee.id, date.id);
    const recipient = { ...invitee, link: this.letters.linkOf(invitee) };
    const facts = await this.letters.factsOf(recipient, date, mail.sequence);
    return { letter: write({ ...facts, before: told && isOther(told, facts) ? told : undefined }) };
  }

  private async findWriter(
    mail: DueMail,
    date: OccurrenceRow,
    invitee: InviteeRow,
  ): Promise<WriteLetter | 'invitation' | undefined> {
    const mails = await this.invitations.mailsTo(invitee.id);
    const offer = OFFERS[mail.kind];
    if (offer) return date.state === 'planned' ? offer : undefined;
    if (mail.kind === WITHDRAWN_MAIL)
      return expectedIt(mails) && isToCome(date, this.clock.now()) ? withdrawnLetter : undefined;
    return isOvertaken(mail, date, invitee) ? undefined : findNewsWriter(mail, date, mails);
  }
}

function findNewsWriter({ kind }: DueMail, { state }: OccurrenceRow, mails: readonly WrittenMail[]) {
  if (kind === CANCELLATION_MAIL)
    return state === 'cancelled' && expectsIt(mails) ? cancellationLetter : undefined;
  return state === 'planned' ? NEWS_LETTERS[newsFor(mails)] : undefined;
}

/** What is good as long as the date takes place, whatever else somebody was told. */
const OFFERS: Record<string, WriteLetter | undefined> = {
  [INVITATION_MAIL]: invitationLetter,
  [FRESH_LINK_MAIL]: freshLinkLetter,
};

/** An invitation is a mail of its own, so that the list of invitees and the mails to come know of it. */
const NEWS_LETTERS = {
  invitation: 'invitation',
  moved: movedLetter,
  restored: restoredLetter,
  nothing: undefined,
} as const;

/** The next change tells it. */
function isOvertaken(mail: DueMail, date: OccurrenceRow, { retold }: InviteeRow): boolean {
  return date.sequence + retold !== mail.sequence;
}

function isOther(told: InvitationFacts['range'], { range }: InvitationFacts): boolean {
  return !told.start.equals(range.start) || !told.end.equals(range.end);
}
