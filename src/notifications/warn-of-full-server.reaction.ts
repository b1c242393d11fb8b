import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContactPointsReader } from '../contact-points/contact-points.reader.js';
import { SENDER_TO_OPERATORS } from '../contact-points/sender.reader.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { log } from '../platform/logging/log.js';
import { Mails } from '../platform/mail/mails.js';
import { NEARLY_FULL, serverNearlyFull } from '../reservations/reservations.events.js';
import { MeetingServersReader } from '../rooms/meeting-servers.reader.js';
import { dayOf, sequenceOfDay } from './domain/sequences.js';
import { letter } from './words/all-wordings.js';

const KIND = 'serverNearlyFull';

/** When a booking brings a Jitsi server near its capacity, each operator gets one mail for that server and day. */
@Injectable()
export class WarnOfFullServer implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly mails: Mails,
    private readonly transactions: Transactions,
    private readonly contactPoints: ContactPointsReader,
    private readonly servers: MeetingServersReader,
  ) {}

  onModuleInit(): void {
    this.events.on(serverNearlyFull, 'warn-operator', async ({ servers }) => {
      log.warn({ servers }, 'meeting servers come near their capacity');
      const operators = await this.contactPoints.operators();
      await this.transactions.run(async (tx) => {
        for (const { id: about } of operators) {
          for (const { serverId: concerning, date } of servers) {
            // The day is the sequence: the mail is queued once for each day, however many bookings follow.
            const sequence = sequenceOfDay(Temporal.PlainDate.from(date));
            await this.mails.queue(tx, { kind: KIND, about, concerning, sequence });
          }
        }
      });
    });
    this.mails.writeWith(KIND, async ({ about, concerning, sequence }) => {
      const server = await this.servers.findSlug(concerning);
      if (server === undefined) return undefined;
      const { name, email } = await this.contactPoints.requireStaffMember(about);
      return letter('nearlyFull', {
        to: email,
        sender: SENDER_TO_OPERATORS,
        name,
        server,
        date: dayOf(sequence).toString(),
        share: NEARLY_FULL,
      });
    });
  }
}
