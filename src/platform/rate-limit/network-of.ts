import { isIPv4, isIPv6 } from 'node:net';

/**
 * What counts as one client: an IPv4 address, or the /64 that an IPv6 provider gives to one household, who could
 * take a new address out of it for every try. Undefined for this machine itself: behind a reverse proxy whose word is
 * not trusted (TRUST_PROXY) everybody comes from there, and one person would use up the tries of all.
 */
export function networkOf(address = ''): string | undefined {
  const plain = (address.split('%')[0] ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (plain === '' || plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'))) return undefined;
  if (!isIPv6(plain)) return plain;
  return `${groupsOf(plain).slice(0, 4).join(':')}::/64`;
}

/** The eight groups, after `URL` has written the address in the one short way. */
function groupsOf(address: string): string[] {
  const short = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const given = short.split(':').filter((group) => group !== '');
  const whole = short.replace('::', `:${'0:'.repeat(8 - given.length)}`);
  return whole.split(':').filter((group) => group !== '');
}
