import { Injectable } from '@nestjs/common';
import { emailKey } from '../kernel/email-address.js';
import { newId } from '../kernel/id.js';
import type { Tx } from '../platform/database/transactions.js';
import { HouseKey } from '../platform/secrets/house-key.js';
import { hashToken } from '../platform/secrets/token.js';
import type { TypedInvitee } from './domain/address-list.js';

const LINK_BYTES = 24;

/** All writes of invitations/, and the tokens of the links they stand for. */
@Injectable()
export class InvitationsStore {
  constructor(private readonly key: HouseKey) {}

  /** Adds whoever is not invited yet and returns the ids of the new ones, in the order given. */
  async addInvitees(tx: Tx, occurrenceId: string, invitees: TypedInvitee[]): Promise<string[]> {
    const added: string[] = [];
    for (const { name = null, email } of invitees) {
      const id = newId();
      const rows = await tx.query<{ id: string }[]>(
        `INSERT INTO invitees (id, occurrence_id, name, email, email_key, link_hash) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT ON CONSTRAINT invitees_email DO NOTHING RETURNING id`,
        [id, occurrenceId, name, email, emailKey(email), hashToken(this.linkTokenOf(id))],
      );
      added.push(...rows.map((row) => row.id));
    }
    return added;
  }

  async countInvitees(tx: Tx, occurrenceId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM invitees WHERE occurrence_id = $1',
      [occurrenceId],
    );
    return row?.count ?? 0;
  }

  /**
   * Two who invite at the same moment wait for each other, so that the limit holds; and who invites while the date is
   * called off learns it: false when it is not planned any more.
   */
  async lockPlannedDate(tx: Tx, occurrenceId: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `SELECT 1 FROM occurrences WHERE id = $1 AND state = 'planned' FOR NO KEY UPDATE`,
      [occurrenceId],
    );
    return rows.length === 1;
  }

  /** The token of a personal link: 192 bits that only this house can derive, the same each time. */
  linkTokenOf(inviteeId: string): string {
    return this.key.derive('invitation-link', inviteeId).subarray(0, LINK_BYTES).toString('base64url');
  }
}
