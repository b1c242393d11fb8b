import { Injectable } from '@nestjs/common';
import { toUtc } from '../kernel/time-range.js';
import type { Tx } from '../platform/database/transactions.js';
import { HouseKey } from '../platform/secrets/house-key.js';
import { hashToken } from '../platform/secrets/token.js';
import { spellToken } from './domain/group-token.js';

const FIRST = 1;

/** All writes of the links of groups, and the tokens in them. */
@Injectable()
export class GroupLinksStore {
  constructor(private readonly key: HouseKey) {}

  /** The first link of each of these groups; who has one keeps it. */
  async give(tx: Tx, groupIds: readonly string[], at: Temporal.Instant): Promise<void> {
    await tx.query(
      `INSERT INTO group_links (group_id, version, token_hash, made_at)
       SELECT id, ${FIRST}, hash, $3 FROM unnest($1::uuid[], $2::bytea[]) AS given (id, hash) ON CONFLICT DO NOTHING`,
      [groupIds, groupIds.map((id) => hashToken(this.tokenOf(id, FIRST))), toUtc(at)],
    );
  }

  /** Ends the link and makes the next one. Of two who do so at once the second finds it done. */
  async renew(tx: Tx, groupId: string, at: Temporal.Instant): Promise<void> {
    const [last] = await tx.query<{ version: number }[]>(
      'UPDATE group_links SET ended_at = $2 WHERE group_id = $1 AND ended_at IS NULL RETURNING version',
      [groupId, toUtc(at)],
    );
    if (!last) return;
    const version = last.version + 1;
    await tx.query(
      'INSERT INTO group_links (group_id, version, token_hash, made_at) VALUES ($1, $2, $3, $4)',
      [groupId, version, hashToken(this.tokenOf(groupId, version)), toUtc(at)],
    );
  }

  /** The token of a link: 140 bits that only this house can derive, the same each time. */
  tokenOf(groupId: string, version: number): string {
    return spellToken(this.key.derive('group-link', `${groupId} ${version}`));
  }
}
