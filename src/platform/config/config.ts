import { resolve } from 'node:path';
import { z } from 'zod';

/** Injection token of the configuration. */
export const CONFIG = Symbol('CONFIG');

const NO_PORT = 'must be a port number from 0 to 65535';

const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });
const port = z.coerce
  .number({ error: NO_PORT })
  .int({ error: NO_PORT })
  .min(0, { error: NO_PORT })
  .max(65_535, { error: NO_PORT });

const environmentSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  HOST: z.string().min(1).optional(),
  PORT: port.default(3000),
  DEMO_SITE_PORT: port.default(3001),
  DATA_DIR: z.string().min(1).default('.data'),
  PUBLIC_URL: url('http:', 'https:').optional(),
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  MAIL_FROM: z.email().optional(),
  JITSI_URL: url('http:', 'https:').optional(),
  JITSI_XMPP_DOMAIN: z.string().min(1).default('meet.jitsi'),
  JITSI_ISSUER: z.string().min(1).default('virtuelles-haus'),
  JITSI_AUDIENCE: z.string().min(1).default('jitsi'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('warn'),
});

const NEEDED_IN_PRODUCTION = ['PUBLIC_URL', 'DATABASE_URL', 'SMTP_URL'] as const;

export type Config = ReturnType<typeof toConfig>;

/** Why the house cannot start, in one sentence for the person at the terminal. */
export class CannotStart extends Error {}

/** Reads the environment: the only place that does. Throws CannotStart with every fault at once. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given, { error: faultInEnglish });
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new CannotStart(`The configuration is wrong. ${faults.join('; ')}.`);
  }
  const missing = NEEDED_IN_PRODUCTION.filter((name) => !parsed.data[name]);
  if (parsed.data.NODE_ENV === 'production' && missing.length > 0) {
    throw new CannotStart(`In production these settings are needed and missing: ${missing.join(', ')}.`);
  }
  return toConfig(parsed.data);
}

/** Requests answer people in German; this answers whoever sits at the terminal. */
function faultInEnglish(issue: z.core.$ZodRawIssue): string {
  return issue.code === 'invalid_value' ? `must be one of ${issue.values.join(', ')}` : 'has a wrong value';
}

function toConfig(environment: z.infer<typeof environmentSchema>) {
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
    databaseUrl: environment.DATABASE_URL,
    smtpUrl: environment.SMTP_URL,
    mailFrom: environment.MAIL_FROM ?? `treffen@${mailHost(publicUrl)}`,
    logLevel: environment.LOG_LEVEL,
    jitsi: environment.JITSI_URL
      ? {
          baseUrl: environment.JITSI_URL.replace(/\/+$/, ''),
          xmppDomain: environment.JITSI_XMPP_DOMAIN,
          issuer: environment.JITSI_ISSUER,
          audience: environment.JITSI_AUDIENCE,
        }
      : undefined,
  };
}

/** A mail host must have a dot to be a valid address; `localhost` has none. */
function mailHost(publicUrl: string): string {
  const { hostname } = new URL(publicUrl);
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/.test(hostname) ? hostname : 'haus.example';
}
