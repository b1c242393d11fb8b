/**
 * The token of a group's link stands on paper, and people type it: 140 bits in Crockford's Base32, which has no two
 * signs that look alike, in pieces of four that an eye can hold.
 */
const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz';
const BITS = 5;
const LENGTH = 28;
const TOKEN = new RegExp(`^[${SIGNS}]{${LENGTH}}$`);

/** `7k2m-9x4p-…` from bytes that nobody can guess; 18 of them at least. */
export function spellToken(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  if (bits.length < BITS * LENGTH) throw new Error('Too few bytes for a token.');
  const signs = Array.from({ length: LENGTH }, (_, place) =>
    SIGNS.charAt(Number.parseInt(bits.slice(place * BITS, (place + 1) * BITS), 2)),
  );
  return inPieces(signs.join(''));
}

/** The token as the house spells it, from what somebody typed; undefined for what can be none. */
export function readTypedToken(typed: string): string | undefined {
  if (typed.length > 4 * LENGTH) return undefined;
  const signs = typed
    .toLowerCase()
    .replace(/[\s_-]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');
  return TOKEN.test(signs) ? inPieces(signs) : undefined;
}

function inPieces(signs: string): string {
  return (signs.match(/.{4}/g) ?? []).join('-');
}
