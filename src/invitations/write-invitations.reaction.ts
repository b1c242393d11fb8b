import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Clock } from '../kernel/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events, type EventType } from '../platform/events/events.js';
import type { Letter } from '../platform/mail/letter.js';
import { Mails } from '../platform/mail/mails.js';
import { datesCancelled, datesMoved, datesRestored } from '../reservations/reservations.events.js';
import { ReservationsReader, type OccurrenceRow } from '../reservations/reservations.reader.js';
import {
  cancellationLetter,
  invitationLetter,
  movedLetter,
  restoredLetter,
  SENDER_NAME,
  type InvitationFacts,
} from './invitation.mail.js';
import { inviteesAdded } from './invitations.events.js';
import {
  CANCELLATION_MAIL,
  INVITATION_MAIL,
  InvitationsReader,
  MOVED_MAIL,
  RESTORED_MAIL,
  type InviteeRow,
} from './invitations.reader.js';
import { InvitationsStore } from './invitations.store.js';

interface LaterMail {
  earlier: string;
  makesSense: (occurrence: OccurrenceRow) => boolean;
  write: (facts: InvitationFacts) => Letter;
}

const isPlanned = ({ state }: OccurrenceRow) => state === 'planned';

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
    this.writeAfter(MOVED_MAIL, { earlier: INVITATION_MAIL, makesSense: isPlanned, write: movedLetter });
    this.writeAfter(CANCELLATION_MAIL, {
      earlier: INVITATION_MAIL,
      makesSense: ({ state }) => state === 'cancelled',
      write: cancellationLetter,
    });
    this.writeAfter(RESTORED_MAIL, {
      earlier: CANCELLATION_MAIL,
      makesSense: isPlanned,
      write: restoredLetter,
    });
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

  /**
   * Nobody hears of a change before, or without, having heard what it changes. A mail that was overtaken by the next
   * change is not sent.
   */
  private writeAfter(kind: string, mail: LaterMail): void {
    this.mails.writeWith(kind, async ({ about, sequence }) => {
      if (!(await this.hasHeard(about, mail.earlier))) return undefined;
      const facts = await this.factsOf(about, (date) => mail.makesSense(date) && date.sequence === sequence);
      return facts && mail.write(facts);
    });
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
