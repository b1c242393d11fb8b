import { Injectable } from '@nestjs/common';
import { newId } from '../kernel/id.js';
import type { Tx } from '../platform/database/transactions.js';
import { hashToken, newToken } from '../platform/secrets/token.js';
import { AgreementAcceptance } from './agreement-acceptance.entity.js';
import { Session } from './session.entity.js';
import { SignIn } from './sign-in.entity.js';

export type SessionOwner = { personId: string } | { staffMemberId: string };
export type OpenedSession = { token: string; expiresAt: Temporal.Instant };

/** All writes of access/. */
@Injectable()
export class AccessStore {
  async addSignIn(
    tx: Tx,
    signIn: { contactPointId: string; personId: string | null; expiresAt: Temporal.Instant },
  ) {
    const id = newId();
    const expiresAt = new Date(signIn.expiresAt.epochMilliseconds);
    await tx.insert(SignIn, { id, ...signIn, expiresAt });
    return id;
  }

  /** Locks the row: two tries at once count as two. */
  lockSignIn(tx: Tx, id: string): Promise<SignIn | null> {
    return tx.findOne(SignIn, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async countWrongTry(tx: Tx, id: string): Promise<void> {
    await tx.increment(SignIn, { id }, 'wrongTries', 1);
  }

  async markUsed(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
    await tx.update(SignIn, { id }, { usedAt: new Date(at.epochMilliseconds) });
  }

  /** Opens a session and returns its token, which is known to nobody but the caller from then on. */
  async openSession(tx: Tx, owner: SessionOwner, expiresAt: Temporal.Instant): Promise<OpenedSession> {
    const token = newToken();
    const expires = new Date(expiresAt.epochMilliseconds);
    await tx.insert(Session, { id: newId(), tokenHash: hashToken(token), ...owner, expiresAt: expires });
    return { token, expiresAt };
  }

  async endSession(tx: Tx, owner: SessionOwner, sessionId: string): Promise<void> {
    await tx.delete(Session, { id: sessionId, ...owner });
  }

  async endAllSessions(tx: Tx, owner: SessionOwner): Promise<void> {
    await tx.delete(Session, owner);
  }

  async acceptAgreement(tx: Tx, personId: string, version: number): Promise<void> {
    await tx
      .createQueryBuilder()
      .insert()
      .into(AgreementAcceptance)
      .values({ personId, version })
      .orIgnore()
      .execute();
  }
}
