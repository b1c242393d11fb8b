import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readOrCreate } from './secret-file.js';

/**
 * The secret of this house, 256 random bits in `DATA_DIR/keys/house.key`. What only has to be recognised again
 * (sign-in codes, link tokens) is derived from it, so that none of it is stored and any mail can be written again.
 */
export class HouseKey {
  private constructor(private readonly key: Buffer) {}

  static in(dataDir: string): HouseKey {
    const hex = readOrCreate(dataDir, 'house.key', () => randomBytes(32).toString('hex'));
    return new HouseKey(Buffer.from(hex, 'hex'));
  }

  /** 256 bits that nobody can guess without the key; `purpose` keeps the uses apart. */
  derive(purpose: string, subject: string): Buffer {
    return createHmac('sha256', this.key).update(`${purpose}\n${subject}`).digest();
  }
}

/** Compares without telling by the time taken how much agreed. */
export function isSameSecret(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
