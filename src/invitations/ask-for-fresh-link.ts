import { Injectable } from '@nestjs/common';
import { emailKey } from '../kernel/email-address.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { RateLimits } from '../platform/rate-limit/rate-limits.js';
import { linksLost } from './invitations.events.js';
import { LostLinksReader } from './lost-links.reader.js';

/** Nobody can have a stranger's mailbox filled; beyond it the answer stays the same and no mail leaves. */
const MAILS_A_DAY = { name: 'fresh-links-a-day', points: 3, seconds: 86_400 };
/** Nobody can go through a list of addresses either, and here the answer says so. */
const REQUESTS_OF_NETWORK = { name: 'lost-links-of-network', points: 60, seconds: 3600 };

/** Somebody has lost a link. Known and unknown addresses are treated alike in answer and effort. */
@Injectable()
export class AskForFreshLink {
  constructor(
    private readonly lostLinks: LostLinksReader,
    private readonly limits: RateLimits,
    private readonly transactions: Transactions,
    private readonly events: Events,
  ) {}

  /** `clientAddress` is an IP address. Throws TooManyTries after sixty requests in an hour from one network. */
  async run(email: string, clientAddress: string): Promise<void> {
    await this.limits.requireTryOfNetwork(REQUESTS_OF_NETWORK, clientAddress);
    const held = await this.lostLinks.heldBy(email);
    const mayMail = await this.limits.mayTry(MAILS_A_DAY, emailKey(email));
    const links = mayMail ? held : [];
    await this.transactions.run((tx) => this.events.publish(tx, linksLost, { links }));
  }
}
