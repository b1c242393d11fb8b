import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { jitsiSettings, toJitsi } from './jitsi-settings.js';

/** Injection token of the configuration. */
export const CONFIG = Symbol('CONFIG');

const NO_PORT = 'must be a port number from 1 to 65535';
const NO_RATE = 'must be a number of mails a minute, from 1 to 100000';
/** RFC 5321, 4.5.3.1.1: 64 octets before the @, of which the mark of a mail takes 43. */
const SHORT_PLAIN_MAILBOX = /^[a-z0-9._-]{1,20}@/i;

const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });
const port = z.coerce
  .number({ error: NO_PORT })
  .int({ error: NO_PORT })
  .min(1, { error: NO_PORT })
  .max(65_535, { error: NO_PORT });

/** The house answers at the root of a host of its own: what stands beyond the host would be lost without a word. */
const publicUrl = url('http:', 'https:').refine(isOriginOnly, {
  error: 'must be a host and nothing more, such as https://haus.example',
});

/** Addresses of reverse proxies, single or as networks: `127.0.0.1, 172.16.0.0/12`. */
const proxies = z.string().refine((text) => addressesIn(text).every(isAddressOrNetwork), {
  error: 'must be addresses such as 127.0.0.1 or 172.16.0.0/12, separated by commas',
});

const environmentSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  HOST: z.string().min(1).optional(),
  PORT: port.default(3000),
  DEMO_SITE_PORT: port.default(3001),
  DATA_DIR: z.string().min(1).default('.data'),
  PUBLIC_URL: publicUrl.optional(),
  TRUST_PROXY: proxies.default(''),
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  MAIL_FROM: z.email().optional(),
  MAIL_RATE: z.coerce
    .number({ error: NO_RATE })
    .int({ error: NO_RATE })
    .min(1, { error: NO_RATE })
    .max(100_000, { error: NO_RATE })
    .default(60),
  MAIL_BOUNCE: z
    .email()
    .regex(SHORT_PLAIN_MAILBOX, {
      error: 'must have at most 20 letters, digits, dots, dashes or underscores before the @',
    })
    .optional(),
  BOUNCE_IMAP_URL: url('imap:', 'imaps:').optional(),
  ...jitsiSettings,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('warn'),
});

const NEEDED_IN_PRODUCTION = ['PUBLIC_URL', 'DATABASE_URL', 'SMTP_URL'] as const;

const LOOPBACK_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

type Environment = z.infer<typeof environmentSchema>;

export type Config = ReturnType<typeof toConfig>;

/** Why the house cannot start, in one sentence for the person at the terminal. */
export class CannotStart extends Error {}

/** Reads the environment: the only place that does. Throws CannotStart with every fault at once. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given, { error: faultInEnglish });
  const faults = parsed.success
    ? faultsTogether(parsed.data)
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (faults.length > 0) throw new CannotStart(`The configuration is wrong. ${faults.join('; ')}.`);
  const settings = parsed.data as Environment;
  const missing = settings.NODE_ENV === 'production' ? missingInProduction(settings) : [];
  if (missing.length > 0) {
    throw new CannotStart(`In production these settings are needed and missing: ${missing.join(', ')}.`);
  }
  return toConfig(settings);
}

/** What is right by itself and wrong beside another setting. */
function faultsTogether(settings: Environment): string[] {
  const { MAIL_BOUNCE, BOUNCE_IMAP_URL } = settings;
  // Without a return path of its own no mail can be told from the others.
  const isMailboxUseless = BOUNCE_IMAP_URL !== undefined && MAIL_BOUNCE === undefined;
  const faults = isMailboxUseless ? ['BOUNCE_IMAP_URL: needs MAIL_BOUNCE beside it'] : [];
  return [...faults, ...faultsOfAddresses(settings)];
}

function faultsOfAddresses({ NODE_ENV, PORT, DEMO_SITE_PORT, PUBLIC_URL }: Environment): string[] {
  if (NODE_ENV !== 'production') {
    return PORT === DEMO_SITE_PORT ? ['DEMO_SITE_PORT: must be another port than PORT'] : [];
  }
  // Tried on one machine, a house in production has no certificate; anywhere else secrets would travel readable.
  const isReadable = PUBLIC_URL?.startsWith('http:') && !isThisMachine(PUBLIC_URL);
  return isReadable ? ['PUBLIC_URL: must begin with https:// in production'] : [];
}

function missingInProduction(environment: Environment): string[] {
  const missing: string[] = NEEDED_IN_PRODUCTION.filter((name) => !environment[name]);
  const { MAIL_FROM, PUBLIC_URL } = environment;
  const hasSender = MAIL_FROM ?? (!PUBLIC_URL || isThisMachine(PUBLIC_URL) || mailHost(PUBLIC_URL));
  return hasSender ? missing : [...missing, 'MAIL_FROM'];
}

function isThisMachine(url: string): boolean {
  return LOOPBACK_HOSTS.has(new URL(url).hostname);
}

function isOriginOnly(text: string): boolean {
  if (!URL.canParse(text)) return true;
  const { username, password, pathname, search, hash } = new URL(text);
  return pathname === '/' && [username, password, search, hash].every((part) => part === '');
}

function addressesIn(text: string): string[] {
  const parts = text.split(',').map((part) => part.trim());
  return parts.filter((part) => part !== '');
}

function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const most = isIP(address) === 4 ? 32 : 128;
  const isBits = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
  return isIP(address) !== 0 && isBits && more.length === 0;
}

/** Requests answer people in German; this answers whoever sits at the terminal. */
function faultInEnglish(issue: z.core.$ZodRawIssue): string {
  return issue.code === 'invalid_value' ? `must be one of ${issue.values.join(', ')}` : 'has a wrong value';
}

function toConfig(environment: Environment) {
  const isProduction = environment.NODE_ENV === 'production';
  const publicUrl = new URL(environment.PUBLIC_URL ?? `http://localhost:${environment.PORT}`).origin;
  return {
    isProduction,
    /** Development listens on this machine only: the demo's passwords are known to everybody. */
    host: environment.HOST ?? (isProduction ? '0.0.0.0' : 'localhost'),
    port: environment.PORT,
    demoSitePort: environment.DEMO_SITE_PORT,
    dataDir: resolve(environment.DATA_DIR),
    publicUrl,
    /** Reverse proxies whose word about the caller's address is taken; none unless named. */
    trustedProxies: addressesIn(environment.TRUST_PROXY),
    databaseUrl: environment.DATABASE_URL,
    smtpUrl: environment.SMTP_URL,
    mailFrom: environment.MAIL_FROM ?? `treffen@${mailHost(publicUrl) ?? 'haus.example'}`,
    /** How many mails leave in any minute, over all instances. */
    mailRate: environment.MAIL_RATE,
    /** Where bounces go; each mail adds its own mark before the @. */
    mailBounce: environment.MAIL_BOUNCE,
    bounceImapUrl: environment.BOUNCE_IMAP_URL,
    logLevel: environment.LOG_LEVEL,
    jitsi: toJitsi(environment, { isProduction }),
  };
}

/** A mail host must have a dot to be a valid address; `localhost` has none. */
function mailHost(publicUrl: string): string | undefined {
  const { hostname } = new URL(publicUrl);
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/.test(hostname) ? hostname : undefined;
}
