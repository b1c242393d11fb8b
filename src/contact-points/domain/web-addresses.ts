/**
 * Host names as the DNS knows them. The parser of a browser lets `*`, `;` and `,` pass, which in a `frame-ancestors`
 * policy would be a wildcard or the beginning of another policy (CSP 3, section 2.2.1).
 */
const HOST = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;
const THIS_MACHINE = new Set(['localhost', '127.0.0.1']);

/** The address as a browser writes it: of this machine, or with `https:`; undefined when it is none. */
export function readWebAddress(typed: string): string | undefined {
  return parse(typed)?.href;
}

/** The origin `https://example.org`, exactly as a browser names it; undefined when it is none or says more. */
export function readOrigin(typed: string): string | undefined {
  const url = parse(typed);
  const isOriginOnly = url && url.pathname === '/' && url.search === '' && url.hash === '';
  return isOriginOnly ? url.origin : undefined;
}

/** Nobody else can open such an address: it is for trying the house out. */
export function isOnThisMachine(address: string): boolean {
  return THIS_MACHINE.has(new URL(address).hostname);
}

function parse(typed: string): URL | undefined {
  const url = URL.parse(typed.trim());
  if (!url || url.username !== '' || url.password !== '') return undefined;
  if (THIS_MACHINE.has(url.hostname)) return /^https?:$/.test(url.protocol) ? url : undefined;
  return url.protocol === 'https:' && HOST.test(url.hostname) ? url : undefined;
}
