import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { Transactions, type Tx } from '../platform/database/transactions.js';
import { HouseKey } from '../platform/secrets/house-key.js';
import { SignInEnded, WrongCode } from './access.errors.js';
import { AccessStore, type OpenedSession } from './access.store.js';
import { isCode } from './sign-in-codes.reader.js';
import type { SignIn } from './sign-in.entity.js';

const MOST_WRONG_TRIES = 5;
const SESSION_HOURS = 12;

type Outcome = 'ended' | 'wrong' | (OpenedSession & { personId: string });

/** The code from the mail, typed into the page that asked for it, opens a session. */
@Injectable()
export class FinishSignIn {
  constructor(
    private readonly key: HouseKey,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly store: AccessStore,
  ) {}

  /** Throws WrongCode, and SignInEnded after five wrong tries, ten minutes or the first success. */
  async run(signInId: string, code: string): Promise<OpenedSession & { personId: string }> {
    // A wrong try must be committed, so the refusal is thrown after the transaction.
    const outcome = await this.transactions.run((tx) => this.judge(tx, signInId, code));
    if (outcome === 'ended') throw new SignInEnded();
    if (outcome === 'wrong') throw new WrongCode();
    return outcome;
  }

  private async judge(tx: Tx, signInId: string, code: string): Promise<Outcome> {
    const signIn = await this.store.lockSignIn(tx, signInId);
    if (!signIn || !this.isWaiting(signIn)) return 'ended';
    if (signIn.personId === null || !isCode(this.key, signInId, code)) {
      await this.store.countWrongTry(tx, signInId);
      return signIn.wrongTries + 1 >= MOST_WRONG_TRIES ? 'ended' : 'wrong';
    }
    const now = this.clock.now();
    await this.store.markUsed(tx, signInId, now);
    const { personId } = signIn;
    const session = await this.store.openSession(tx, { personId }, now.add({ hours: SESSION_HOURS }));
    return { ...session, personId };
  }

  private isWaiting({ usedAt, wrongTries, expiresAt }: SignIn): boolean {
    const hasTime = expiresAt.getTime() > this.clock.now().epochMilliseconds;
    return usedAt === null && wrongTries < MOST_WRONG_TRIES && hasTime;
  }
}
