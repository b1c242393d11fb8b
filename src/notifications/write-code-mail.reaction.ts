import { Injectable, type OnModuleInit } from '@nestjs/common';
import { signInRequested } from '../access/access.events.js';
import { AccessReader } from '../access/access.reader.js';
import { codeOf, SIGN_IN_MINUTES } from '../access/sign-in-codes.reader.js';
import { ContactPointsReader } from '../contact-points/contact-points.reader.js';
import { senderToRepresentatives } from '../contact-points/sender.reader.js';
import { GroupsReader } from '../groups/groups.reader.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import type { Letter } from '../platform/mail/letter.js';
import { Mails } from '../platform/mail/mails.js';
import { HouseKey } from '../platform/secrets/house-key.js';
import { letter } from './words/all-wordings.js';

const KIND = 'signInCode';

/** Whoever asked to sign in with a known address gets the code; for an unknown one nothing leaves. */
@Injectable()
export class WriteCodeMail implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly mails: Mails,
    private readonly transactions: Transactions,
    private readonly contactPoints: ContactPointsReader,
    private readonly groups: GroupsReader,
    private readonly access: AccessReader,
    private readonly key: HouseKey,
  ) {}

  onModuleInit(): void {
    this.events.on(signInRequested, 'write-code-mail', async ({ signInId }) => {
      const personId = await this.access.findWaitingPerson(signInId);
      if (!personId) return;
      await this.transactions.run((tx) => this.mails.queue(tx, { kind: KIND, about: signInId }));
    });
    this.mails.writeWith(KIND, ({ about }) => this.write(about), 'atOnce');
  }

  private async write(signInId: string): Promise<Letter | undefined> {
    const personId = await this.access.findWaitingPerson(signInId);
    if (!personId) return undefined;
    const { email, name, contactPointId } = await this.groups.requirePerson(personId);
    const sender = senderToRepresentatives(await this.contactPoints.requireById(contactPointId));
    const code = codeOf(this.key, signInId);
    return letter('code', { to: email, name, code, minutes: SIGN_IN_MINUTES, sender });
  }
}
