import { Injectable } from '@nestjs/common';
import { ContactPointsReader } from '../contact-points/contact-points.reader.js';
import { Clock } from '../kernel/clock.js';
import { emailKey } from '../kernel/email-address.js';
import { Transactions } from '../platform/database/transactions.js';
import { RateLimits } from '../platform/rate-limit/rate-limits.js';
import { isPassword } from '../platform/secrets/password.js';
import { WrongPassword } from './access.errors.js';
import type { StaffSignInRequest } from './access.requests.js';
import { AccessStore, type OpenedSession } from './access.store.js';

const SESSION_HOURS = 8;
const WRONG_PASSWORDS = { name: 'staff-sign-ins', points: 10, seconds: 900 };
/** One password tried on many addresses. */
const WRONG_OF_NETWORK = { name: 'staff-sign-ins-of-network', points: 30, seconds: 900 };

/** A staff member or the operator signs in with address and password on our own pages. */
@Injectable()
export class SignInStaff {
  constructor(
    private readonly contactPoints: ContactPointsReader,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly store: AccessStore,
  ) {}

  /**
   * `clientAddress` is an IP address. Throws WrongPassword alike for unknown addresses, TooManyTries after ten wrong ones in a quarter of an hour, or
   * thirty from one network.
   */
  async run({ email, password }: StaffSignInRequest, clientAddress: string): Promise<OpenedSession> {
    const member = await this.contactPoints.findStaffByEmail(email);
    await this.limits.requireTryOfNetwork(WRONG_OF_NETWORK, clientAddress);
    await this.limits.requireTry(WRONG_PASSWORDS, emailKey(email));
    if (!(await isPassword(password, member?.passwordHash)) || !member) throw new WrongPassword();
    await this.limits.giveBack(WRONG_PASSWORDS, emailKey(email));
    await this.limits.giveBackToNetwork(WRONG_OF_NETWORK, clientAddress);
    const start = this.clock.now();
    const range = { start, end: start.add({ hours: SESSION_HOURS }) };
    return this.transactions.run((tx) => this.store.openSession(tx, { staffMemberId: member.id }, range));
  }
}
