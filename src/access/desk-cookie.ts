import type { CookieSerializeOptions } from '@fastify/cookie';
import type { Config } from '../platform/config/config.js';

const isSecure = ({ publicUrl }: Config) => publicUrl.startsWith('https:');

/** Browsers take the `__Host-` prefix only together with Secure, so a house without TLS (development) goes without. */
export function cookieNameFor(config: Config): string {
  return isSecure(config) ? '__Host-desk' : 'desk';
}

export function cookieOptionsFor(config: Config): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure(config) };
}

/** Writes with the cookie must come from our own pages; in development this machine has several names. */
export function isOwnOrigin(origin: string | undefined, config: Config): boolean {
  if (origin === config.publicUrl) return true;
  if (config.isProduction || !origin || !URL.canParse(origin)) return false;
  const { hostname, port } = new URL(origin);
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname) && port === new URL(config.publicUrl).port;
}
