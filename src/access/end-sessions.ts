import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';
import { AccessStore, type SessionOwner } from './access.store.js';

/** Signs out: one session of one's own, or all of them. What is not one's own stays untouched and unmentioned. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: AccessStore,
  ) {}

  one(owner: SessionOwner, sessionId: string): Promise<void> {
    return this.transactions.run((tx) => this.store.endSession(tx, owner, sessionId));
  }

  all(owner: SessionOwner): Promise<void> {
    return this.transactions.run((tx) => this.store.endAllSessions(tx, owner));
  }
}
