import { Injectable } from '@nestjs/common';
import { emailKey } from '../kernel/email-address.js';
import { newId } from '../kernel/id.js';
import { toUtc } from '../kernel/time-range.js';
import type { Tx } from '../platform/database/transactions.js';
import { HouseKey } from '../platform/secrets/house-key.js';
import { hashToken } from '../platform/secrets/token.js';
import type { TypedInvitee } from './domain/address-list.js';
import type { Grid } from './domain/series-entry.js';

const LINK_BYTES = 24;

/** What people are invited to: one date of a reservation, or all of them. */
export interface InvitedTo {
  reservationId: string;
  /** Undefined for all. */
  occurrenceId?: string;
}

/** An invitation as it is made. */
interface Invitation extends InvitedTo {
  /** How the series lies; undefined for one date. */
  grid: Grid | undefined;
  now: Temporal.Instant;
}

interface Known {
  id: string;
  emailKey: string;
  linkVersion: number;
  isWithdrawn: boolean;
}

/** All writes of invitations/ to invitees, and the tokens of the links they stand for. */
@Injectable()
export class InvitationsStore {
  constructor(private readonly key: HouseKey) {}

  /**
   * Two who invite at the same moment wait for each other, so that the limit holds. Whoever changes a date locks its
   * reservation first, too: what they tell comes before or after this.
   */
  async lock(tx: Tx, { reservationId }: InvitedTo): Promise<void> {
    await tx.query('SELECT 1 FROM reservations WHERE id = $1 FOR NO KEY UPDATE', [reservationId]);
  }

  /** The same; false when nothing of it takes place any more. */
  async lockPlanned(tx: Tx, to: InvitedTo, now: Temporal.Instant): Promise<boolean> {
    const { reservationId, occurrenceId } = to;
    await this.lock(tx, to);
    const rows = await tx.query<unknown[]>(
      `SELECT 1 FROM occurrences WHERE reservation_id = $1 AND ($2::uuid IS NULL OR id = $2) AND state = 'planned'
         AND upper(during) > $3 LIMIT 1`,
      [reservationId, occurrenceId ?? null, toUtc(now)],
    );
    return rows.length === 1;
  }

  /**
   * Adds whoever is not invited yet, and invites again who was taken off the list, with a new link. Who is invited to all
   * dates is invited to each. Returns the ids of both, in the order given.
   */
  async addInvitees(tx: Tx, to: Invitation, invitees: TypedInvitee[]): Promise<string[]> {
    const known = await this.knownOf(tx, to, invitees);
    const invitedToAll = await this.invitedToAll(tx, to, invitees);
    const added = invitees.flatMap((invitee) => {
      const key = emailKey(invitee.email);
      const before = known.get(key);
      const isInvited = before ? !before.isWithdrawn : false;
      return isInvited || invitedToAll.has(key) ? [] : [{ ...invitee, before, id: before?.id ?? newId() }];
    });
    for (const { before, ...again } of added) {
      if (before) await this.inviteAgain(tx, to, { ...again, linkVersion: before.linkVersion + 1 });
    }
    const isNew = ({ before }: { before: Known | undefined }) => !before;
    await this.insert(tx, to, added.filter(isNew));
    return added.map(({ id }) => id);
  }

  /** People whom the fullest date is for: those invited to it alone, and those invited to all. */
  async countInvitees(tx: Tx, { reservationId, occurrenceId }: InvitedTo): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>(
      `SELECT (SELECT count(*) FROM invitees WHERE reservation_id = $1 AND withdrawn_at IS NULL)::int
         + COALESCE(max(alone.count), 0)::int AS count
       FROM (SELECT count(*) FROM invitees i JOIN occurrences o ON o.id = i.occurrence_id
         WHERE o.reservation_id = $1 AND ($2::uuid IS NULL OR o.id = $2) AND i.withdrawn_at IS NULL
         GROUP BY o.id) alone`,
      [reservationId, occurrenceId ?? null],
    );
    return row?.count ?? 0;
  }

  /** The link ends at once: returns whose it was, in its last version. Undefined when it had ended before. */
  async withdraw(
    tx: Tx,
    id: string,
    now: Temporal.Instant,
  ): Promise<{ id: string; linkVersion: number } | undefined> {
    const [row] = await tx.query<{ id: string; linkVersion: number }[]>(
      `WITH withdrawn AS (
         UPDATE invitees SET withdrawn_at = $2, retold = retold + 1 WHERE id = $1 AND withdrawn_at IS NULL
         RETURNING id, link_version)
       SELECT id, link_version AS "linkVersion" FROM withdrawn`,
      [id, toUtc(now)],
    );
    return row;
  }

  /** What is told again without a change has a SEQUENCE of its own. False for who was taken off the list. */
  async retell(tx: Tx, id: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `WITH retold AS (
         UPDATE invitees SET retold = retold + 1 WHERE id = $1 AND withdrawn_at IS NULL RETURNING id)
       SELECT id FROM retold`,
      [id],
    );
    return rows.length === 1;
  }

  /** False for who was taken off the list. */
  async setMayOpen(tx: Tx, id: string, mayOpen: boolean): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `WITH named AS (
         UPDATE invitees SET may_open = $2 WHERE id = $1 AND withdrawn_at IS NULL RETURNING id)
       SELECT id FROM named`,
      [id, mayOpen],
    );
    return rows.length === 1;
  }

  /** The token of a personal link: 192 bits that only this house can derive, the same each time for one version. */
  linkTokenOf({ id, linkVersion }: { id: string; linkVersion: number }): string {
    const subject = linkVersion === 0 ? id : `${id} ${linkVersion}`;
    return this.key.derive('invitation-link', subject).subarray(0, LINK_BYTES).toString('base64url');
  }

  private async knownOf(tx: Tx, to: InvitedTo, invitees: TypedInvitee[]): Promise<Map<string, Known>> {
    const rows = await tx.query<Known[]>(
      `SELECT id, email_key AS "emailKey", link_version AS "linkVersion", withdrawn_at IS NOT NULL AS "isWithdrawn"
       FROM invitees WHERE ${columnOf(to)} = $1 AND email_key = ANY ($2)`,
      [to.occurrenceId ?? to.reservationId, invitees.map(({ email }) => emailKey(email))],
    );
    return new Map(rows.map((row) => [row.emailKey, row]));
  }

  /** Of those who are to be invited to one date, the keys of those who are invited to its series. */
  private async invitedToAll(tx: Tx, to: InvitedTo, invitees: TypedInvitee[]): Promise<Set<string>> {
    if (to.occurrenceId === undefined) return new Set();
    const rows = await tx.query<{ emailKey: string }[]>(
      `SELECT email_key AS "emailKey" FROM invitees
       WHERE reservation_id = $1 AND withdrawn_at IS NULL AND email_key = ANY ($2)`,
      [to.reservationId, invitees.map(({ email }) => emailKey(email))],
    );
    return new Set(rows.map(({ emailKey: key }) => key));
  }

  private async inviteAgain(
    tx: Tx,
    { grid, now }: Invitation,
    { id, name, email, linkVersion }: TypedInvitee & { id: string; linkVersion: number },
  ): Promise<void> {
    const hash = hashToken(this.linkTokenOf({ id, linkVersion }));
    await tx.query(
      `UPDATE invitees SET name = $2, email = $3, ended_links = ended_links || link_hash, link_hash = $4,
         link_version = $5, retold = retold + 1, grid = $6, created_at = $7, withdrawn_at = NULL, reply = NULL,
         replied_at = NULL, may_open = false WHERE id = $1`,
      [id, name ?? null, email, hash, linkVersion, grid ?? null, toUtc(now)],
    );
  }

  private async insert(tx: Tx, to: Invitation, invitees: (TypedInvitee & { id: string })[]): Promise<void> {
    await tx.query(
      `INSERT INTO invitees (${columnOf(to)}, grid, created_at, id, name, email, email_key, link_hash)
       SELECT $1, $2, $3, n.* FROM unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::bytea[]) n`,
      [
        to.occurrenceId ?? to.reservationId,
        to.grid ?? null,
        toUtc(to.now),
        invitees.map(({ id }) => id),
        invitees.map(({ name }) => name ?? null),
        invitees.map(({ email }) => email),
        invitees.map(({ email }) => emailKey(email)),
        invitees.map(({ id }) => hashToken(this.linkTokenOf({ id, linkVersion: 0 }))),
      ],
    );
  }
}

function columnOf({ occurrenceId }: InvitedTo): 'occurrence_id' | 'reservation_id' {
  return occurrenceId === undefined ? 'reservation_id' : 'occurrence_id';
}
