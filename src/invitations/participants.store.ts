import { Injectable } from '@nestjs/common';
import { toUtc } from '../kernel/time-range.js';
import type { Tx } from '../platform/database/transactions.js';
import { hashToken } from '../platform/secrets/token.js';
import { InvitationsStore } from './invitations.store.js';
import { KeptListsStore } from './kept-lists.store.js';

/** What people who are invited change themselves. */
@Injectable()
export class ParticipantsStore {
  constructor(
    private readonly invitations: InvitationsStore,
    private readonly keptLists: KeptListsStore,
  ) {}

  async setReply(
    tx: Tx,
    id: string,
    { reply, now }: { reply: 'yes' | 'no'; now: Temporal.Instant },
  ): Promise<void> {
    await tx.query('UPDATE invitees SET reply = $2, replied_at = $3 WHERE id = $1 AND withdrawn_at IS NULL', [
      id,
      reply,
      toUtc(now),
    ]);
  }

  /**
   * Empties every row of this person in the same group, also of other dates and of the list that the group keeps. The
   * rows stay without a word in them, so that their links say that they have ended. Returns their ids, and who has seen
   * them.
   */
  async forget(
    tx: Tx,
    inviteeId: string,
    now: Temporal.Instant,
  ): Promise<{ inviteeIds: string[]; seenBy: string[] }> {
    await this.lockGroupOf(tx, inviteeId);
    const rows = await tx.query<{ id: string; groupId: string; emailKey: string; seenBy: string[] }[]>(
      `WITH me AS (
         SELECT i.email_key, d.group_id FROM invitees i
         JOIN occurrences d ON d.id = i.occurrence_id OR d.reservation_id = i.reservation_id
         WHERE i.id = $1 LIMIT 1),
       gone AS (
         UPDATE invitees i SET name = NULL, email = '', email_key = i.id::text, reply = NULL, replied_at = NULL,
           may_open = false, withdrawn_at = COALESCE(i.withdrawn_at, $2)
         FROM me WHERE i.email_key = me.email_key AND EXISTS (
           SELECT 1 FROM occurrences d
           WHERE d.group_id = me.group_id AND (d.id = i.occurrence_id OR d.reservation_id = i.reservation_id))
         RETURNING i.id)
       SELECT gone.id, me.group_id AS "groupId", me.email_key AS "emailKey",
         ARRAY(SELECT person_id FROM representatives r WHERE r.group_id = me.group_id) AS "seenBy"
       FROM gone CROSS JOIN me`,
      [inviteeId, toUtc(now)],
    );
    if (rows[0]) await this.keptLists.forgetPerson(tx, rows[0]);
    return { inviteeIds: rows.map(({ id }) => id), seenBy: rows[0]?.seenBy ?? [] };
  }

  /** A fresh link instead of this version of it. False when somebody was faster. */
  async renewLink(tx: Tx, { id, linkVersion }: { id: string; linkVersion: number }): Promise<boolean> {
    const next = linkVersion + 1;
    const hash = hashToken(this.invitations.linkTokenOf({ id, linkVersion: next }));
    const rows = await tx.query<unknown[]>(
      `WITH renewed AS (
         UPDATE invitees SET ended_links = ended_links || link_hash, link_hash = $3, link_version = $4, retold = retold + 1
         WHERE id = $1 AND link_version = $2 AND withdrawn_at IS NULL RETURNING id)
       SELECT id FROM renewed`,
      [id, linkVersion, hash, next],
    );
    return rows.length === 1;
  }

  /** Whoever invites for the group at this moment is done before, or reads the list when this person has gone from it. */
  private async lockGroupOf(tx: Tx, inviteeId: string): Promise<void> {
    await tx.query(
      `SELECT 1 FROM reservations WHERE id IN (
         SELECT reservation_id FROM occurrences WHERE group_id = (
           SELECT d.group_id FROM invitees i
           JOIN occurrences d ON d.id = i.occurrence_id OR d.reservation_id = i.reservation_id
           WHERE i.id = $1 LIMIT 1))
       ORDER BY id FOR NO KEY UPDATE`,
      [inviteeId],
    );
  }
}
