import { Injectable } from '@nestjs/common';
import { representativeVisited } from '../groups/unused-groups.events.js';
import { Clock } from '../kernel/clock.js';
import { Transactions, type Tx } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { HouseKey } from '../platform/secrets/house-key.js';
import { SignInEnded, WrongCode } from './access.errors.js';
import type { FinishSignInRequest } from './access.requests.js';
import { AccessStore, type OpenedSession } from './access.store.js';
import { isCode } from './sign-in-codes.reader.js';
import type { SignIn } from './sign-in.entity.js';

const MOST_WRONG_TRIES = 5;
const SESSION_HOURS = 12;
/** For those who asked to stay signed in. */
const LONG_SESSION_HOURS = 14 * 24;

type Outcome = 'ended' | 'wrong' | (OpenedSession & { personId: string });

/** The code from the mail, typed into the page that asked for it, opens a session. */
@Injectable()
export class FinishSignIn {
  constructor(
    private readonly key: HouseKey,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly store: AccessStore,
    private readonly events: Events,
  ) {}

  /** Throws WrongCode, and SignInEnded after five wrong tries, ten minutes or the first success. */
  async run(signInId: string, request: FinishSignInRequest): Promise<OpenedSession & { personId: string }> {
    // A wrong try must be committed, so the refusal is thrown after the transaction.
    const outcome = await this.transactions.run((tx) => this.judge(tx, signInId, request));
    if (outcome === 'ended') throw new SignInEnded();
    if (outcome === 'wrong') throw new WrongCode();
    return outcome;
  }

  private async judge(tx: Tx, signInId: string, request: FinishSignInRequest): Promise<Outcome> {
    const signIn = await this.store.lockSignIn(tx, signInId);
    if (!signIn || !this.isWaiting(signIn)) return 'ended';
    if (signIn.personId === null || !isCode(this.key, signInId, request.code)) {
      await this.store.countWrongTry(tx, signInId);
      return signIn.wrongTries + 1 >= MOST_WRONG_TRIES ? 'ended' : 'wrong';
    }
    const now = this.clock.now();
    await this.store.markUsed(tx, signInId, now);
    const { personId } = signIn;
    const hours = request.staySignedIn ? LONG_SESSION_HOURS : SESSION_HOURS;
    const session = await this.store.openSession(tx, { personId }, { start: now, end: now.add({ hours }) });
    await this.events.publish(tx, representativeVisited, { personId });
    return { ...session, personId };
  }

  private isWaiting({ usedAt, wrongTries, expiresAt }: SignIn): boolean {
    const hasTime = expiresAt.getTime() > this.clock.now().epochMilliseconds;
    return usedAt === null && wrongTries < MOST_WRONG_TRIES && hasTime;
  }
}
