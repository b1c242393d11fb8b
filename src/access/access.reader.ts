import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { toUtc } from '../kernel/time-range.js';
import { QuickLine } from '../platform/database/quick-line.js';
import { utcText } from '../platform/database/sql.js';
import { hashToken } from '../platform/secrets/token.js';
import type { SessionOwner } from './access.store.js';

type SessionRow = {
  sessionId: string;
  personId: string | null;
  staffMemberId: string | null;
  contactPointId: string | null;
  isFresh: boolean;
};

/** So long after a code somebody counts as the one who typed it. */
const FRESH_MINUTES = 15;

export type SessionListRow = { id: string; createdAt: string; expiresAt: string };

@Injectable()
export class AccessReader {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly line: QuickLine,
  ) {}

  /** Who holds this token; undefined when it is unknown or has ended. */
  async findActor(token: string): Promise<Actor | undefined> {
    const now = this.clock.now();
    const [session] = await this.line.query<SessionRow[]>(
      `SELECT s.id AS "sessionId", s.person_id AS "personId", s.staff_member_id AS "staffMemberId",
         coalesce(p.contact_point_id, m.contact_point_id) AS "contactPointId",
         s.created_at >= $3::timestamptz AS "isFresh"
       FROM sessions s LEFT JOIN people p ON p.id = s.person_id LEFT JOIN staff_members m ON m.id = s.staff_member_id
       WHERE s.token_hash = $1 AND s.expires_at > $2`,
      [hashToken(token), toUtc(now), toUtc(now.subtract({ minutes: FRESH_MINUTES }))],
    );
    return session && actorOf(session);
  }

  sessionsOf(owner: SessionOwner): Promise<SessionListRow[]> {
    const { personId = null, staffMemberId = null } = owner as { personId?: string; staffMemberId?: string };
    return this.source.query<SessionListRow[]>(
      `SELECT id, ${utcText('created_at')} AS "createdAt", ${utcText('expires_at')} AS "expiresAt"
       FROM sessions WHERE (person_id = $1 OR staff_member_id = $2) AND expires_at > $3 ORDER BY id`,
      [personId, staffMemberId, toUtc(this.clock.now())],
    );
  }

  /** The person behind a sign-in that still waits for its code. */
  async findWaitingPerson(signInId: string): Promise<string | undefined> {
    const [row] = await this.source.query<{ personId: string | null }[]>(
      `SELECT person_id AS "personId" FROM sign_ins WHERE id = $1 AND used_at IS NULL AND expires_at > $2`,
      [signInId, toUtc(this.clock.now())],
    );
    return row?.personId ?? undefined;
  }

  async hasAccepted(personId: string, version: number): Promise<boolean> {
    const rows = await this.source.query<unknown[]>(
      'SELECT 1 FROM agreement_acceptances WHERE person_id = $1 AND version = $2',
      [personId, version],
    );
    return rows.length > 0;
  }
}

function actorOf({ isFresh: hasFreshCode, ...session }: SessionRow): Actor | undefined {
  const { sessionId, personId, staffMemberId, contactPointId } = session;
  if (personId && contactPointId)
    return { kind: 'representative', sessionId, personId, contactPointId, hasFreshCode };
  if (staffMemberId && contactPointId) return { kind: 'staff', sessionId, staffMemberId, contactPointId };
  return staffMemberId ? { kind: 'operator', sessionId, staffMemberId } : undefined;
}
