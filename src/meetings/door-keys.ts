import * as crypto from 'node:crypto';
import { readOrCreate } from '../platform/secrets/secret-file.js';

const FILE = 'jitsi-door.pem';
const KID_FILE = 'jitsi-door.kid';

/** The RSA key that opens Jitsi's doors: made at the first start, private half only in `DATA_DIR/keys` (mode 600). */
export class DoorKeys {
  private constructor(
    readonly kid: string,
    readonly privateKey: crypto.KeyObject,
  ) {}

  static in(dataDir: string): DoorKeys {
    const pem = readOrCreate(dataDir, FILE, newPrivateKey);
    const kid = readOrCreate(dataDir, KID_FILE, () => `door-${crypto.randomBytes(12).toString('hex')}`);
    return new DoorKeys(kid, crypto.createPrivateKey(pem));
  }

  /** Jitsi asks for a key by the hash of its id; undefined for any other. SPKI in PEM, as Prosody reads it. */
  findPublicKey(hashOfKid: string): string | undefined {
    const expected = crypto.createHash('sha256').update(this.kid).digest('hex');
    if (hashOfKid !== expected) return undefined;
    return crypto.createPublicKey(this.privateKey).export({ type: 'spki', format: 'pem' });
  }
}

function newPrivateKey(): string {
  const { privateKey } = crypto.generateKeyPairSync('rsa', { modulusLength: 3072 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' });
}
