import { randomInt, randomUUIDv7 } from 'node:crypto';

const LARGEST_STEP = 2 ** 32;

let last = '';

/**
 * A new identifier: UUID version 7, so that rows made later sort later; within this process also those made in the
 * same millisecond, which step on from the one before by a random amount (RFC 9562, section 6.2, method 2).
 */
export function newId(): string {
  const fresh: string = randomUUIDv7();
  last = fresh > last ? fresh : stepOn(last);
  return last;
}

function stepOn(id: string): string {
  const next = BigInt(`0x${id.replaceAll('-', '')}`) + BigInt(randomInt(1, LARGEST_STEP));
  const digits = next.toString(16).padStart(32, '0');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
