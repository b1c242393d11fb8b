import { Injectable } from '@nestjs/common';
import { emailKey } from '../kernel/email-address.js';
import { toUtc } from '../kernel/time-range.js';
import type { Tx } from '../platform/database/transactions.js';
import type { TypedInvitee } from './domain/address-list.js';
import { keptUntil } from './domain/kept-until.js';

/** All writes to the lists that groups keep. */
@Injectable()
export class KeptListsStore {
  /** Two who save the list come one after the other, also the first: one that is kept no longer than now is none. */
  async lock(tx: Tx, groupId: string, now: Temporal.Instant): Promise<void> {
    await tx.query(
      `INSERT INTO kept_lists (group_id, deletes_at) VALUES ($1, $2)
       ON CONFLICT (group_id) DO UPDATE SET deletes_at = kept_lists.deletes_at`,
      [groupId, toUtc(now)],
    );
  }

  /** The list is these people from now on. Locked before. */
  async keep(tx: Tx, groupId: string, list: { items: TypedInvitee[]; now: Temporal.Instant }): Promise<void> {
    const { items, now } = list;
    await tx.query('UPDATE kept_lists SET deletes_at = $2 WHERE group_id = $1', [
      groupId,
      toUtc(keptUntil(now)),
    ]);
    await tx.query('DELETE FROM kept_invitees WHERE group_id = $1', [groupId]);
    await tx.query(
      `INSERT INTO kept_invitees (group_id, email_key, name, email, place)
       SELECT $1, n.* FROM unnest($2::text[], $3::text[], $4::text[], $5::int[]) n`,
      [
        groupId,
        items.map(({ email }) => emailKey(email)),
        items.map(({ name }) => name ?? null),
        items.map(({ email }) => email),
        items.map((_, place) => place),
      ],
    );
  }

  async forget(tx: Tx, groupId: string): Promise<void> {
    await tx.query('DELETE FROM kept_lists WHERE group_id = $1', [groupId]);
  }

  /** Takes somebody off the list, and off the one that is being saved. */
  async forgetPerson(tx: Tx, { groupId, emailKey }: { groupId: string; emailKey: string }): Promise<void> {
    // On its own: a statement does not see what was written while it waited.
    await tx.query('SELECT 1 FROM kept_lists WHERE group_id = $1 FOR UPDATE', [groupId]);
    await tx.query('DELETE FROM kept_invitees WHERE group_id = $1 AND email_key = $2', [groupId, emailKey]);
  }

  /** A list whose group invites stays on. */
  async keepLonger(tx: Tx, groupId: string, now: Temporal.Instant): Promise<void> {
    await tx.query('UPDATE kept_lists SET deletes_at = $2 WHERE group_id = $1 AND deletes_at > $3', [
      groupId,
      toUtc(keptUntil(now)),
      toUtc(now),
    ]);
  }

  /** Lists whose day has come. */
  async forgetExpired(tx: Tx, now: Temporal.Instant): Promise<void> {
    await tx.query('DELETE FROM kept_lists WHERE deletes_at <= $1', [toUtc(now)]);
  }
}
