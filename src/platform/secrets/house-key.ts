import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readOrCreate } from './secret-file.js';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

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

  /** Hides a text that the database must keep for a while, so that a copy of the database tells nothing (AES-256-GCM). */
  seal(purpose: string, text: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.derive('seal', purpose), nonce);
    const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64');
  }

  /** The text again; throws when it was sealed for something else or with another key. */
  unseal(purpose: string, sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64');
    const decipher = createDecipheriv(CIPHER, this.derive('seal', purpose), bytes.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    return text.toString('utf8');
  }
}

/** Compares without telling by the time taken how much agreed. */
export function isSameSecret(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
