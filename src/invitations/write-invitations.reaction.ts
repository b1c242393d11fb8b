import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Clock } from '../kernel/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events, type EventType } from '../platform/events/events.js';
import type { Letter, MailSubject } from '../platform/mail/letter.js';
import { Mails } from '../platform/mail/mails.js';
import { datesCancelled, datesMoved, datesRestored } from '../reservations/reservations.events.js';
import { ReservationsReader, type OccurrenceRow } from '../reservations/reservations.reader.js';
import { CANCELLATION_MAIL, INVITATION_MAIL, MOVED_MAIL, newsFor, RESTORED_MAIL } from './domain/news.js';
import {
  cancellationLetter,
  invitationLetter,
  movedLetter,
  restoredLetter,
  SENDER_NAME,
  type InvitationFacts,
} from './invitation.mail.js';
import { inviteesAdded } from './invitations.events.js';
import { InvitationsReader, type InviteeRow } from './invitations.reader.js';
import { InvitationsStore } from './invitations.store.js';

const isPlanned = ({ state }: OccurrenceRow) => state === 'planned';
const isCancelled = ({ state }: OccurrenceRow) => state === 'cancelled';

/** Everybody newly invited gets a mail, everybody invited gets word when the date is moved, called off or restored. */
@Injectable()
export class WriteInvitations implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly mails: Mails,
    private readonly transactions: Transactions,
    private readonly reservations: ReservationsReader,
    private readonly invitations: InvitationsReader,
    private readonly store: InvitationsStore,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.events.on(inviteesAdded, 'write-invitations', ({ inviteeIds }) =>
      this.queue(
        INVITATION_MAIL,
        inviteeIds.map((about) => ({ about })),
      ),
    );
    this.tell(datesCancelled, CANCELLATION_MAIL);
    this.tell(datesMoved, MOVED_MAIL);
    this.tell(datesRestored, RESTORED_MAIL);
    this.mails.writeWith(INVITATION_MAIL, async ({ about }) => {
      const facts = await this.factsOf(about, isPlanned);
      return facts && invitationLetter(facts);
    });
    this.mails.writeWith(CANCELLATION_MAIL, (mail) => this.writeCancellation(mail));
    this.mails.writeWith(MOVED_MAIL, (mail) => this.writeNews(mail));
    this.mails.writeWith(RESTORED_MAIL, (mail) => this.writeNews(mail));
  }

  /** Everybody invited to one of the dates hears of a change, once for each version of the date. */
  private tell(event: EventType<{ occurrenceIds: string[] }>, kind: string): void {
    this.events.on(event, `write-${kind}`, async ({ occurrenceIds }) => {
      for (const occurrenceId of occurrenceIds) {
        const occurrence = await this.reservations.findOccurrence(occurrenceId);
        const invitees = await this.invitations.inviteesOf(occurrenceId);
        const { sequence } = occurrence ?? {};
        await this.queue(
          kind,
          invitees.map(({ id }) => ({ about: id, sequence })),
        );
      }
    });
  }

  /** Nobody hears that a date is off before, or without, having heard of it. */
  private async writeCancellation({ about, sequence }: MailSubject): Promise<Letter | undefined> {
    if (!(await this.hasHeard(about, INVITATION_MAIL))) return undefined;
    const facts = await this.factsAt(about, sequence, isCancelled);
    return facts && cancellationLetter(facts);
  }

  /**
   * A date that takes place was moved or restored. What that means depends on what somebody knows: mails before may
   * have been dropped, because the date was off or had changed again when their turn came.
   */
  private async writeNews({ about, sequence }: MailSubject): Promise<Letter | undefined> {
    // What was overtaken goes at once: the mails it would wait for may be later ones.
    if (!(await this.factsAt(about, sequence, isPlanned))) return undefined;
    await this.hasHeard(about, INVITATION_MAIL);
    await this.hasHeard(about, CANCELLATION_MAIL);
    const facts = await this.factsAt(about, sequence, isPlanned);
    if (!facts) return undefined;
    const news = newsFor(await this.invitations.mailsTo(about));
    if (news === 'restored') return restoredLetter(facts);
    if (news === 'moved') return movedLetter(facts);
    // A row of its own, so that the list of invitees and the mails to come know of it.
    if (news === 'invitation') await this.queue(INVITATION_MAIL, [{ about, sequence }]);
    return undefined;
  }

  /** A mail that is leaving right now is waited for; after that the job comes back later. */
  private async hasHeard(inviteeId: string, kind: string): Promise<boolean> {
    for (let wait = 0; wait < 30; wait++) {
      const state = await this.invitations.findMailState(inviteeId, kind);
      if (state === 'sent') return true;
      if (state === 'dropped' || state === 'undeliverable') return false;
      if (state === undefined && kind !== INVITATION_MAIL) return false;
      await sleep(100);
    }
    throw new Error('The mail before is still on its way.');
  }

  private queue(kind: string, mails: { about: string; sequence?: number }[]): Promise<void> {
    return this.transactions.run(async (tx) => {
      for (const mail of mails) await this.mails.queue(tx, { kind, ...mail });
    });
  }

  /** Undefined also when the next change has overtaken the mail. */
  private factsAt(inviteeId: string, sequence: number, makesSense: (occurrence: OccurrenceRow) => boolean) {
    return this.factsOf(inviteeId, (date) => makesSense(date) && date.sequence === sequence);
  }

  /** Undefined when the mail has lost its sense: the invitee is gone, or the date has changed its state. */
  private async factsOf(
    inviteeId: string,
    makesSense: (occurrence: OccurrenceRow) => boolean,
  ): Promise<InvitationFacts | undefined> {
    const invitee = await this.invitations.findInvitee(inviteeId);
    const occurrence = invitee && (await this.reservations.findOccurrence(invitee.occurrenceId));
    if (!invitee || !occurrence || !makesSense(occurrence)) return undefined;
    return this.toFacts(invitee, occurrence);
  }

  private toFacts(invitee: InviteeRow, occurrence: OccurrenceRow): InvitationFacts {
    const start = Temporal.Instant.from(occurrence.startsAt);
    return {
      to: invitee.email,
      name: invitee.name ?? undefined,
      range: { start, end: Temporal.Instant.from(occurrence.endsAt) },
      doorOpensAt: start.subtract({ minutes: occurrence.doorOpensMinutes }),
      link: `${this.config.publicUrl}/t/${this.store.linkTokenOf(invitee.id)}`,
      organizer: { name: SENDER_NAME, email: this.config.mailFrom },
      uid: occurrence.calendarUid,
      sequence: occurrence.sequence,
      writtenAt: this.clock.now(),
    };
  }
}
