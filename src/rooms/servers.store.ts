import { Injectable } from '@nestjs/common';
import type { DialInNumber, Profile } from '../kernel/jitsi-server.js';
import { newId } from '../kernel/id.js';
import type { Tx } from '../platform/database/transactions.js';
import { hashToken } from '../platform/secrets/token.js';

/** What the house has to know of a Jitsi server. */
export interface ServerFacts {
  baseUrl: string;
  xmppDomain: string;
  mucDomain: string;
  issuer: string;
  audience: string;
  profile: Profile;
  /** How many people it carries at the same time. */
  capacity: number;
  hasLobby: boolean;
  dialIn: DialInNumber[];
}

const FACTS = `base_url, xmpp_domain, muc_domain, issuer, audience, profile, capacity_participants, has_lobby, dial_in`;

/** All writes to the Jitsi servers. */
@Injectable()
export class ServersStore {
  /**
   * The server of the configuration as it stands there; without a secret it keeps the one that is known. It takes new
   * dates unless the operator closed it while it was configured already. Servers that the configuration named before
   * take none from now on; dates on them stay where they are. Returns its id if it is open.
   */
  async configure(
    tx: Tx,
    server: ServerFacts & { slug: string; secret?: string | undefined },
  ): Promise<string | undefined> {
    await tx.query(
      'UPDATE meeting_servers SET is_open = false, is_configured = false WHERE is_configured AND slug <> $1',
      [server.slug],
    );
    const secretHash = server.secret === undefined ? null : hashToken(server.secret);
    const [row] = await tx.query<{ id: string; isOpen: boolean }[]>(
      `INSERT INTO meeting_servers AS s (id, slug, is_configured, secret_hash, ${FACTS})
       VALUES ($1, $2, true, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       ON CONFLICT ON CONSTRAINT meeting_servers_slug DO UPDATE SET (${FACTS}) = ROW ($4, $5, $6, $7, $8, $9, $10, $11, $12::jsonb),
         secret_hash = coalesce($3, s.secret_hash), is_open = s.is_open OR NOT s.is_configured, is_configured = true
       RETURNING id, is_open AS "isOpen"`,
      [newId(), server.slug, secretHash, ...valuesOf(server)],
    );
    return row?.isOpen ? row.id : undefined;
  }

  /** The configuration names no server: those that it named take no new dates. */
  async closeConfigured(tx: Tx): Promise<void> {
    await tx.query('UPDATE meeting_servers SET is_open = false, is_configured = false WHERE is_configured');
  }

  /** Undefined when the name is taken. */
  async add(tx: Tx, server: ServerFacts & { slug: string }): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }[]>(
      `INSERT INTO meeting_servers (id, slug, ${FACTS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       ON CONFLICT ON CONSTRAINT meeting_servers_slug DO NOTHING RETURNING id`,
      [newId(), server.slug, ...valuesOf(server)],
    );
    return row?.id;
  }

  /** What is not named stays. False when it is not the version that somebody expects. */
  async change(
    tx: Tx,
    id: string,
    {
      isOpen,
      expectedVersion,
      ...facts
    }: Partial<ServerFacts> & { isOpen?: boolean; expectedVersion?: number },
  ): Promise<boolean> {
    const [$base, $xmpp, $muc, $issuer, $audience, $profile, $capacity, $lobby, $dialIn] = valuesOf(facts);
    const rows = await tx.query<unknown[]>(
      `WITH changed AS (
         UPDATE meeting_servers SET version = version + 1, is_open = coalesce($3, is_open),
           base_url = coalesce($4, base_url), xmpp_domain = coalesce($5, xmpp_domain),
           muc_domain = coalesce($6, muc_domain), issuer = coalesce($7, issuer), audience = coalesce($8, audience),
           profile = coalesce($9, profile), capacity_participants = coalesce($10, capacity_participants),
           has_lobby = coalesce($11, has_lobby), dial_in = coalesce($12, dial_in)
         WHERE id = $1 AND ($2::int IS NULL OR version = $2) RETURNING id)
       SELECT id FROM changed`,
      [
        ...[id, expectedVersion ?? null, isOpen ?? null, $base, $xmpp, $muc, $issuer, $audience],
        ...[$profile, $capacity, $lobby, $dialIn],
      ],
    );
    return rows.length === 1;
  }

  /** From now on the server has to show this one. */
  async setSecret(tx: Tx, id: string, secret: string): Promise<void> {
    await tx.query('UPDATE meeting_servers SET secret_hash = $2, version = version + 1 WHERE id = $1', [
      id,
      hashToken(secret),
    ]);
  }

  /** Whichever server has this one has none from now on. */
  async dropSecret(tx: Tx, secret: string): Promise<void> {
    await tx.query(
      'UPDATE meeting_servers SET secret_hash = NULL, version = version + 1 WHERE secret_hash = $1',
      [hashToken(secret)],
    );
  }
}

/** In the order of FACTS; null for what is not named. */
function valuesOf(facts: Partial<ServerFacts>): unknown[] {
  const { baseUrl, xmppDomain, mucDomain, issuer, audience, profile, capacity, hasLobby, dialIn } = facts;
  const plain = [baseUrl, xmppDomain, mucDomain, issuer, audience, profile, capacity, hasLobby];
  return [...plain.map((value) => value ?? null), dialIn ? JSON.stringify(dialIn) : null];
}
