import { Injectable } from '@nestjs/common';
import { newId } from '../kernel/id.js';
import { toUtc } from '../kernel/time-range.js';
import type { Tx } from '../platform/database/transactions.js';
import { HouseKey } from '../platform/secrets/house-key.js';
import { hashToken } from '../platform/secrets/token.js';

/** Whose calendar of which group. */
export interface FeedOwner {
  groupId: string;
  personId: string;
}

const TOKEN_BYTES = 24;

/** All writes of calendar subscriptions, and the tokens of their addresses. */
@Injectable()
export class CalendarFeedsStore {
  constructor(private readonly key: HouseKey) {}

  /**
   * One row for each group and person: the new id makes a new token, and the old one is found no more. None for somebody
   * who has just ceased to represent the group.
   */
  async renew(tx: Tx, { groupId, personId }: FeedOwner, at: Temporal.Instant): Promise<void> {
    const id = newId();
    await tx.query(
      `INSERT INTO calendar_feeds (id, group_id, person_id, token_hash, created_at)
       SELECT $1::uuid, r.group_id, r.person_id, $4::bytea, $5::timestamptz FROM representatives r
       WHERE r.group_id = $2 AND r.person_id = $3 FOR KEY SHARE
       ON CONFLICT ON CONSTRAINT calendar_feeds_once DO UPDATE
         SET id = excluded.id, token_hash = excluded.token_hash, created_at = excluded.created_at`,
      [id, groupId, personId, hashToken(this.tokenOf(id)), toUtc(at)],
    );
  }

  async end(tx: Tx, { groupId, personId }: FeedOwner): Promise<void> {
    await tx.query('DELETE FROM calendar_feeds WHERE group_id = $1 AND person_id = $2', [groupId, personId]);
  }

  /** The token of an address: 192 bits that only this house can derive, the same each time. */
  tokenOf(feedId: string): string {
    return this.key.derive('calendar-feed', feedId).subarray(0, TOKEN_BYTES).toString('base64url');
  }
}
