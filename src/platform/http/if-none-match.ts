import { createHash } from 'node:crypto';

/** A strong ETag (RFC 9110, 8.8.3): the same for the same bytes and for no others. */
export function etagOf(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url')}"`;
}

/** Whether the caller has it already. Proxies that compress weaken the ETag by `W/`, which says the same here (13.1.2). */
export function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  const known = (ifNoneMatch ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return known.includes('*') || known.includes(etag);
}
