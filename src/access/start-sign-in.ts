import { Inject, Injectable } from '@nestjs/common';
import { ContactPointsReader } from '../contact-points/contact-points.reader.js';
import { GroupsReader } from '../groups/groups.reader.js';
import { Clock } from '../kernel/clock.js';
import { emailKey } from '../kernel/email-address.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { RateLimits } from '../platform/rate-limit/rate-limits.js';
import { signInRequested } from './access.events.js';
import type { StartSignInRequest } from './access.requests.js';
import { AccessStore } from './access.store.js';
import { SIGN_IN_MINUTES } from './sign-in-codes.reader.js';

/** Nobody can have a stranger's mailbox filled; beyond it the answer stays the same and no mail leaves. */
const MAILS_AN_HOUR = { name: 'sign-in-mails', points: 3, seconds: 3600 };
const MAILS_A_DAY = { name: 'sign-in-mails-a-day', points: 10, seconds: 86_400 };
/** Nobody can go through a list of addresses either, and here the answer says so. */
const REQUESTS_OF_NETWORK = { name: 'sign-ins-of-network', points: 60, seconds: 3600 };

/** Somebody wants to sign in by mail. Known and unknown addresses are treated alike in answer and effort. */
@Injectable()
export class StartSignIn {
  constructor(
    private readonly contactPoints: ContactPointsReader,
    private readonly groups: GroupsReader,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly store: AccessStore,
    private readonly events: Events,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** `clientAddress` is an IP address. Throws TooManyTries after sixty requests in an hour from one network. */
  async run(
    request: StartSignInRequest,
    clientAddress: string,
  ): Promise<{ signInId: string; expiresAt: Temporal.Instant }> {
    await this.limits.requireTryOfNetwork(REQUESTS_OF_NETWORK, clientAddress);
    const contactPoint = await this.contactPoints.requireBySlug(request.contactPoint);
    const person = await this.groups.findPersonByEmail(contactPoint.id, request.email);
    const mayMail = await this.mayMail(emailKey(request.email));
    const expiresAt = this.clock.now().add({ minutes: SIGN_IN_MINUTES });
    const personId = (mayMail && person?.id) || null;

    const signInId = await this.transactions.run(async (tx) => {
      const id = await this.store.addSignIn(tx, { contactPointId: contactPoint.id, personId, expiresAt });
      await this.events.publish(tx, signInRequested, { signInId: id });
      return id;
    });
    return { signInId, expiresAt };
  }

  /** By address alone: one mailbox may be known at several contact points. */
  private async mayMail(address: string): Promise<boolean> {
    // Without a mail server all mails end in the house's own mailbox, and whoever tries the house signs in often.
    if (this.config.smtpUrl === undefined) return true;
    if (!(await this.limits.mayTry(MAILS_AN_HOUR, address))) return false;
    return this.limits.mayTry(MAILS_A_DAY, address);
  }
}
