import { request } from './request.js';
import type { Rules } from './shapes.js';

/** As the house has them (`kernel/wording.ts`). */
export type Wording = 'de-sie' | 'de-du' | 'de-leicht' | 'en';

/** What a contact point says about itself, and the rules it sets; for its own team. */
export interface Settings {
  name: string;
  town: string;
  land: string;
  phone: string;
  email: string;
  openingHours: string;
  /** How mails and the pages behind their links speak. */
  wording: Wording;
  website: string;
  imprintUrl: string;
  privacyUrl: string;
  /** Web sites that may show the house, as `https://example.org`. */
  origins: string[];
  rules: SettingsRules;
  sender: { name?: string; replyTo?: string; signature?: string };
  version: number;
}

export interface SettingsRules extends Rules {
  bufferMinutes: number;
  mostRoomsAtOnce: number;
  mostWeeklyMinutes: number;
  doorOpensMinutes: number;
  allowsInformation: boolean;
}

/** What changes; the rest stays. Null takes away. */
export type SettingsChange = Partial<Omit<Settings, 'rules' | 'sender' | 'version'>> & {
  rules?: Partial<SettingsRules>;
  sender?: { name?: string | null; replyTo?: string | null; signature?: string | null };
};

const pathOf = (slug: string): string => `/api/contact-points/${encodeURIComponent(slug)}/settings`;

export async function readSettings(slug: string): Promise<Settings> {
  return (await request(pathOf(slug))) as Settings;
}

/** `version` is the one that the person saw. */
export async function changeSettings(
  slug: string,
  change: SettingsChange,
  version: number,
): Promise<Settings> {
  return (await request(pathOf(slug), { method: 'PATCH', body: change, version })) as Settings;
}
