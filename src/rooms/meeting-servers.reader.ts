import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NotFound } from '../kernel/domain-error.js';
import { withoutControlCharacters } from '../kernel/plain-text.js';
import { isSameSecret } from '../platform/secrets/house-key.js';
import { hashToken, newToken } from '../platform/secrets/token.js';
import type { ServerFacts } from './servers.store.js';

export interface ServerRow extends ServerFacts {
  id: string;
  slug: string;
  hasSecret: boolean;
  /** Takes new dates. */
  isOpen: boolean;
  isConfigured: boolean;
  version: number;
}

const SERVER = `
  SELECT id, slug, base_url AS "baseUrl", xmpp_domain AS "xmppDomain", muc_domain AS "mucDomain", issuer, audience,
    profile, capacity_participants AS capacity, has_lobby AS "hasLobby", dial_in AS "dialIn",
    secret_hash IS NOT NULL AS "hasSecret", is_open AS "isOpen", is_configured AS "isConfigured", version`;

/** Compared with what is shown in the name of a server that there is not: as long as with any other. */
const NOBODYS_SECRET = hashToken(newToken());

/** The Jitsi servers of the house. */
@Injectable()
export class MeetingServersReader {
  constructor(private readonly source: DataSource) {}

  /** By name; `after` is the name of the last one seen. */
  list(page: { limit: number; after?: string | undefined }): Promise<ServerRow[]> {
    return this.source.query<ServerRow[]>(
      `${SERVER} FROM meeting_servers WHERE slug > $1 ORDER BY slug LIMIT $2`,
      [page.after ?? '', page.limit],
    );
  }

  async find(slug: string): Promise<ServerRow | undefined> {
    const [server] = await this.source.query<ServerRow[]>(`${SERVER} FROM meeting_servers WHERE slug = $1`, [
      withoutControlCharacters(slug),
    ]);
    return server;
  }

  /** What operators call the server. */
  async findSlug(id: string): Promise<string | undefined> {
    const [server] = await this.source.query<{ slug: string }[]>(
      'SELECT slug FROM meeting_servers WHERE id = $1',
      [id],
    );
    return server?.slug;
  }

  /** Throws NotFound. */
  async require(slug: string): Promise<ServerRow> {
    const server = await this.find(slug);
    if (!server) throw new NotFound();
    return server;
  }

  /** The server that shows its secret; undefined for any other, and the time taken does not tell why. */
  async findCaller(slug: string, secret: string): Promise<ServerRow | undefined> {
    const [row] = await this.source.query<(ServerRow & { secretHash: Buffer | null })[]>(
      `${SERVER}, secret_hash AS "secretHash" FROM meeting_servers WHERE slug = $1`,
      [withoutControlCharacters(slug)],
    );
    const isKnown = isSameSecret(hashToken(secret), row?.secretHash ?? NOBODYS_SECRET);
    if (!row || !isKnown) return undefined;
    const { secretHash: _, ...server } = row;
    return server;
  }

  /** Where dates meet: the server that a date was put on, or for one without the first that takes new dates. */
  async findForDate(serverId: string | null): Promise<ServerRow | undefined> {
    const [server] = await this.source.query<ServerRow[]>(
      `${SERVER} FROM meeting_servers WHERE base_url <> '' AND CASE WHEN $1::uuid IS NULL THEN is_open ELSE id = $1 END
       ORDER BY slug LIMIT 1`,
      [serverId],
    );
    return server;
  }

  /** Whether new dates may come to a foreign server, which lets in whoever knows the address of a meeting. */
  async hasForeign(): Promise<boolean> {
    const rows = await this.source.query<unknown[]>(
      `SELECT 1 FROM meeting_servers WHERE profile = 'P0' AND is_open AND base_url <> '' LIMIT 1`,
    );
    return rows.length > 0;
  }

  /** All addresses that the pages of the house may send people to. */
  async baseUrls(): Promise<string[]> {
    const rows = await this.source.query<{ baseUrl: string }[]>(
      `SELECT DISTINCT base_url AS "baseUrl" FROM meeting_servers WHERE base_url <> '' ORDER BY 1`,
    );
    return rows.map(({ baseUrl }) => baseUrl);
  }
}
