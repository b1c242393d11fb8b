import { Injectable } from '@nestjs/common';
import { newId } from '../kernel/id.js';
import type { TimeRange } from '../kernel/time-range.js';
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

  /** Opens a session from now until its end and returns its token, which is known to nobody but the caller from then on. */
  async openSession(tx: Tx, owner: SessionOwner, { start, end }: TimeRange): Promise<OpenedSession> {
    const token = newToken();
    const [createdAt, expiresAt] = [start, end].map((at) => new Date(at.epochMilliseconds));
    await tx.insert(Session, { id: newId(), tokenHash: hashToken(token), ...owner, createdAt, expiresAt });
    return { token, expiresAt: end };
  }

  async endSession(tx: Tx, owner: SessionOwner, sessionId: string): Promise<void> {
    await tx.delete(Session, { id: sessionId, ...owner });
  }

  async endAllSessions(tx: Tx, owner: SessionOwner): Promise<void> {
    await tx.delete(Session, owner);
  }

  /** Ends sessions and sign-ins of those who represent no group any more, and what mail servers said about these. */
  async signOutFormer(tx: Tx, personIds: readonly string[]): Promise<void> {
    await tx.query(
      `WITH former AS (
         SELECT id FROM people p WHERE id = ANY ($1)
           AND NOT EXISTS (SELECT 1 FROM representatives r WHERE r.person_id = p.id)),
       signed_in AS (DELETE FROM sessions s USING former f WHERE s.person_id = f.id),
       signing_in AS (DELETE FROM sign_ins s USING former f WHERE s.person_id = f.id RETURNING s.id)
       DELETE FROM mails m USING signing_in s WHERE m.about = s.id`,
      [personIds],
    );
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
