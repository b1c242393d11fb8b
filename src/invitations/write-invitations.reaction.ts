import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Clock } from '../kernel/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { Mails } from '../platform/mail/mails.js';
import { occurrenceCancelled } from '../reservations/reservations.events.js';
import { ReservationsReader, type OccurrenceRow } from '../reservations/reservations.reader.js';
import {
  cancellationLetter,
  invitationLetter,
  SENDER_NAME,
  type InvitationFacts,
} from './invitation.mail.js';
import { inviteesAdded } from './invitations.events.js';
import {
  CANCELLATION_MAIL,
  INVITATION_MAIL,
  InvitationsReader,
  type InviteeRow,
} from './invitations.reader.js';
import { InvitationsStore } from './invitations.store.js';

/** Everybody newly invited gets a mail, everybody invited gets word when the date is called off. */
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
      this.queue(INVITATION_MAIL, inviteeIds),
    );
    this.events.on(occurrenceCancelled, 'write-cancellations', async ({ occurrenceId }) => {
      const invitees = await this.invitations.inviteesOf(occurrenceId);
      await this.queue(
        CANCELLATION_MAIL,
        invitees.map(({ id }) => id),
      );
    });
    this.mails.writeWith(INVITATION_MAIL, async ({ about }) => {
      const facts = await this.factsOf(about, (occurrence) => occurrence.state === 'planned');
      return facts && invitationLetter(facts);
    });
    this.mails.writeWith(CANCELLATION_MAIL, async ({ about }) => {
      if (!(await this.wasInvited(about))) return undefined;
      const facts = await this.factsOf(about, (occurrence) => occurrence.state === 'cancelled');
      return facts && cancellationLetter(facts);
    });
  }

  /**
   * Nobody hears that a date is off before, or without, having heard of it. An invitation that is leaving right now
   * is waited for; after that the job comes back later.
   */
  private async wasInvited(inviteeId: string): Promise<boolean> {
    for (let wait = 0; wait < 30; wait++) {
      const state = await this.invitations.findInvitationState(inviteeId);
      if (state === 'sent') return true;
      if (state === 'dropped' || state === 'undeliverable') return false;
      await sleep(100);
    }
    throw new Error('The invitation is still on its way.');
  }

  private queue(kind: string, inviteeIds: string[]): Promise<void> {
    return this.transactions.run(async (tx) => {
      for (const about of inviteeIds) await this.mails.queue(tx, { kind, about });
    });
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
