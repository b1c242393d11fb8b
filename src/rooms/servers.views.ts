import { z } from 'zod';
import { PROFILES } from '../kernel/jitsi-server.js';
import { notEnforcedBy } from './domain/server-profile.js';
import type { ServerRow } from './meeting-servers.reader.js';

export const serverView = z.strictObject({
  slug: z.string(),
  baseUrl: z.string(),
  xmppDomain: z.string(),
  mucDomain: z.string(),
  issuer: z.string(),
  audience: z.string(),
  profile: z.enum(PROFILES),
  /** How many people it carries at the same time. */
  capacity: z.int(),
  hasLobby: z.boolean(),
  dialIn: z.array(
    z.strictObject({
      countryCode: z.string(),
      formattedNumber: z.string(),
      tollFree: z.boolean(),
      default: z.boolean(),
    }),
  ),
  /** The server can prove to the house who it is. */
  hasSecret: z.boolean(),
  /** Takes new dates. */
  isOpen: z.boolean(),
  /** The configuration decides about its facts. */
  isConfigured: z.boolean(),
  /** What this server does not enforce, in whole sentences. */
  notEnforced: z.array(z.string()),
  version: z.int(),
});
export type ServerView = z.infer<typeof serverView>;

export const doorsView = z.strictObject({
  /** New dates may come to a server that lets in whoever knows the address of a meeting. */
  hasForeign: z.boolean(),
});

export const serverListView = z.strictObject({
  items: z.array(serverView),
  nextCursor: z.string().nullable(),
});

export function toServerView({ id: _, ...server }: ServerRow): ServerView {
  return { ...server, notEnforced: notEnforcedBy(server) };
}

/** `limit + 1` rows were asked for. */
export function toServerListView(rows: ServerRow[], limit: number): z.infer<typeof serverListView> {
  const items = rows.slice(0, limit).map(toServerView);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.slug ?? null) : null };
}
