import { z } from 'zod';
import {
  asksTheHouse,
  isPlainAddress,
  PROFILES,
  readDialIn,
  USUAL_NAMES,
  usualMucDomain,
} from '../../kernel/jitsi-server.js';

const NO_COUNT = 'must be a number of people, 2 or more';
/** Everybody knows it: it is worth nothing in production. */
export const DEMO_SECRET = 'demo-secret';
/** Sent in a header (RFC 6750, 2.1), and as long as a secret has to be. */
const SECRET = /^[\w.~+/-]{20,200}=*$/;

/** The Jitsi server that the configuration names. */
export const jitsiSettings = {
  JITSI_URL: z
    .string()
    .refine(isPlainAddress, {
      error:
        'must be an address that begins with http:// or https://, without user, password, query and fragment',
    })
    .optional(),
  JITSI_XMPP_DOMAIN: z.string().min(1).default(USUAL_NAMES.xmppDomain),
  JITSI_MUC_DOMAIN: z.string().min(1).optional(),
  JITSI_ISSUER: z.string().min(1).default(USUAL_NAMES.issuer),
  JITSI_AUDIENCE: z.string().min(1).default(USUAL_NAMES.audience),
  JITSI_CAPACITY: z.coerce
    .number({ error: NO_COUNT })
    .int({ error: NO_COUNT })
    .min(2, { error: NO_COUNT })
    .default(80),
  JITSI_PROFILE: z.enum(PROFILES).default('P1'),
  JITSI_SECRET: z
    .string()
    .regex(SECRET, { error: 'must have 20 or more letters, digits or any of - . _ ~ + /' })
    .optional(),
  JITSI_DEMO_SECRET: z.string().min(1).default(DEMO_SECRET),
  JITSI_LOBBY: z.enum(['true', 'false']).optional(),
  JITSI_DIAL_IN: z
    .string()
    .refine((text) => readDialIn(text) !== undefined, {
      error: 'must be numbers such as DE +49 231 1234567, AT +43 800 1234567 free',
    })
    .default(''),
};

type Settings = z.infer<z.ZodObject<typeof jitsiSettings>>;

/** Undefined when the configuration names no server. */
export function toJitsi(settings: Settings, { isProduction }: { isProduction: boolean }) {
  if (!settings.JITSI_URL) return undefined;
  const profile = settings.JITSI_PROFILE;
  return {
    baseUrl: settings.JITSI_URL.replace(/\/+$/, ''),
    /** Its name in the table of servers. */
    slug: isProduction ? 'main' : 'demo',
    /** How many people it carries at the same time. */
    capacity: settings.JITSI_CAPACITY,
    xmppDomain: settings.JITSI_XMPP_DOMAIN,
    /** Where its rooms are. */
    mucDomain: settings.JITSI_MUC_DOMAIN ?? usualMucDomain(settings.JITSI_XMPP_DOMAIN),
    issuer: settings.JITSI_ISSUER,
    audience: settings.JITSI_AUDIENCE,
    profile,
    hasLobby: settings.JITSI_LOBBY === undefined ? asksTheHouse(profile) : settings.JITSI_LOBBY === 'true',
    dialIn: readDialIn(settings.JITSI_DIAL_IN) ?? [],
    /** What the server shows the house when it asks; undefined keeps the one that is known. */
    secret: settings.JITSI_SECRET ?? (isProduction ? undefined : settings.JITSI_DEMO_SECRET),
  };
}
