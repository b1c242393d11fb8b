import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** OWASP Password Storage Cheat Sheet: scrypt with N = 2^16, r = 8, p = 2; needs 64 MiB for a moment. */
const COST = { N: 2 ** 16, r: 8, p: 2, maxmem: 80 * 1024 * 1024 };
const LENGTH = 32;

let turn: Promise<unknown> = Promise.resolve();

/** One after the other: many tries at once must not take the memory and the cores that everybody else needs. */
function deriveInTurn(password: string, salt: Buffer): Promise<Buffer> {
  const mine = turn.then(() => derive(password.normalize('NFKC'), salt, LENGTH, COST));
  turn = mine.catch(() => undefined);
  return mine;
}

/** `scrypt$<salt>$<hash>` in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await deriveInTurn(password, salt);
  return ['scrypt', salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Takes the same time whether the person exists (`stored`) or not. */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [, salt = '', hash = ''] = (stored ?? '').split('$');
  const expected = Buffer.from(hash, 'base64url');
  const given = await deriveInTurn(password, Buffer.from(salt, 'base64url'));
  return expected.length === LENGTH && timingSafeEqual(given, expected);
}
