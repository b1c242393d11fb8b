import { isSameSecret, type HouseKey } from '../platform/secrets/house-key.js';

/** How long a code is good for. */
export const SIGN_IN_MINUTES = 10;

/** The 8 digits of a sign-in. Derived, so that they are stored nowhere and the mail can be written again. */
export function codeOf(key: HouseKey, signInId: string): string {
  const number = key.derive('sign-in-code', signInId).readBigUInt64BE() % 100_000_000n;
  return number.toString().padStart(8, '0');
}

/** Compares what was typed, spaces and hyphens aside, in constant time. */
export function isCode(key: HouseKey, signInId: string, typed: string): boolean {
  const digits = typed.replace(/[\s-]/g, '');
  return isSameSecret(Buffer.from(digits), Buffer.from(codeOf(key, signInId)));
}
