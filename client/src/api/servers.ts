import { readAllPages } from './pages.js';
import { request } from './request.js';

export type Profile = 'P0' | 'P1' | 'P2' | 'P3';

/** A Jitsi server, as whoever runs the house sees it. */
export interface Server {
  slug: string;
  baseUrl: string;
  profile: Profile;
  /** How many people it carries at the same time. */
  capacity: number;
  hasLobby: boolean;
  dialIn: { formattedNumber: string }[];
  /** Takes new dates. */
  isOpen: boolean;
  /** The configuration decides about its facts. */
  isConfigured: boolean;
  /** What it does not enforce, in whole sentences. */
  notEnforced: string[];
  version: number;
}

export type ServerChange = Partial<Pick<Server, 'isOpen' | 'hasLobby' | 'capacity' | 'profile'>>;

export async function readServers(signal: AbortSignal): Promise<Server[]> {
  return (await readAllPages('/api/servers?limit=200', signal)) as Server[];
}

/** Whether meetings may run where whoever knows the address gets in. */
export async function readHasForeign(): Promise<boolean> {
  return ((await request('/api/servers/doors')) as { hasForeign: boolean }).hasForeign;
}

/** As the person saw it. */
export async function changeServer({ slug, version }: Server, change: ServerChange): Promise<void> {
  await request(`/api/servers/${encodeURIComponent(slug)}`, { method: 'PATCH', body: change, version });
}
