import jsonwebtoken from 'jsonwebtoken';
import * as crypto from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../kernel/clock.js';
import { log } from '../platform/logging/log.js';
import { readOrCreate } from '../platform/secrets/secret-file.js';
import {
  freeSecond,
  keyInUse,
  madeAtOf,
  newKid,
  stateOf,
  type KeyState,
  type RingKey,
} from './domain/key-ring.js';

const FOLDER = 'jitsi-door';
/** Where the one key of before lay. */
const BEFORE = 'jitsi-door.pem';
/** The id of the first key, until it is made: instances that start together make one and not two. */
const FIRST_KID = 'jitsi-door.kid';
const LOOK_EVERY_MS = 60_000;

interface DoorKey extends RingKey {
  privateKey: crypto.KeyObject;
  /** SPKI in PEM, as Prosody reads it. */
  publicPem: string;
}

/**
 * The RSA keys that open Jitsi's doors, each in `DATA_DIR/keys/jitsi-door/<kid>.pem` (mode 600). All are published; one
 * signs. Files that come and go are noticed within a minute.
 */
export class DoorKeys {
  private keys = new Map<string, DoorKey>();
  private lookedAt: number | undefined;

  private constructor(
    private readonly dataDir: string,
    private readonly clock: Clock,
  ) {}

  static in(dataDir: string, clock: Clock): DoorKeys {
    const keys = new DoorKeys(dataDir, clock);
    keys.moveIn();
    if (keys.ring().length === 0) keys.makeFirst();
    return keys;
  }

  /** A token with these claims. `typ` is named because Jitsi refuses tokens without it. */
  sign(claims: object): string {
    const key = keyInUse(this.ring(), this.clock.now());
    if (!key) throw new Error(`There is no key in ${this.folder}.`);
    const header = { alg: 'RS256', typ: 'JWT', kid: key.kid } as const;
    return jsonwebtoken.sign(claims, key.privateKey, { header });
  }

  /** Jitsi asks for a key by the hash of its id; undefined for any other. */
  findPublicKey(hashOfKid: string): string | undefined {
    this.look();
    return this.keys.get(hashOfKid)?.publicPem;
  }

  /** From the oldest to the newest. */
  list(): (RingKey & { state: KeyState })[] {
    const ring = this.ring();
    const now = this.clock.now();
    return ring.map(({ kid, madeAt }) => ({ kid, madeAt, state: stateOf({ kid, madeAt }, ring, now) }));
  }

  /** A new key, which signs when it has waited long enough. Returns its id. */
  add(): string {
    const kid = this.freshKid(freeSecond(this.ring(), this.clock.now()));
    this.write(kid);
    return kid;
  }

  /** Without its file the key signs nothing more and is published no more; the last one is replaced at once. */
  drop(kid: string): void {
    fs.rmSync(join(this.folder, `${kid}.pem`), { force: true });
    this.lookedAt = undefined;
    if (this.ring().length === 0) this.add();
  }

  private get folder(): string {
    return join(this.dataDir, 'keys', FOLDER);
  }

  private ring(): DoorKey[] {
    this.look();
    return [...this.keys.values()].sort((a, b) => Temporal.Instant.compare(a.madeAt, b.madeAt));
  }

  /** Once a minute at most, whichever way the clock goes. */
  private look(): void {
    const now = this.clock.now().epochMilliseconds;
    if (this.lookedAt !== undefined && Math.abs(now - this.lookedAt) < LOOK_EVERY_MS) return;
    fs.mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const kids = fs.readdirSync(this.folder).flatMap((file) => /^([\w-]+)\.pem$/.exec(file)?.[1] ?? []);
    this.keys = new Map(kids.flatMap((kid) => this.read(kid)));
    this.lookedAt = now;
  }

  /** None for a file that is none of ours, or went this moment. */
  private read(kid: string): [hash: string, key: DoorKey][] {
    const hash = crypto.createHash('sha256').update(kid).digest('hex');
    const known = this.keys.get(hash);
    if (known) return [[hash, known]];
    try {
      const privateKey = crypto.createPrivateKey(fs.readFileSync(join(this.folder, `${kid}.pem`)));
      const publicPem = crypto.createPublicKey(privateKey).export({ type: 'spki', format: 'pem' });
      return [[hash, { kid, madeAt: madeAtOf(kid), privateKey, publicPem }]];
    } catch (error) {
      log.warn({ code: (error as { code?: string }).code }, 'a key of the door cannot be read');
      return [];
    }
  }

  /** The one key that a house had before keeps its id, which Prosody knows. */
  private moveIn(): void {
    const before = join(this.dataDir, 'keys', BEFORE);
    if (!fs.existsSync(before)) return;
    const kid = readOrCreate(this.dataDir, FIRST_KID, () => this.freshKid());
    fs.mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    fs.copyFileSync(before, join(this.folder, `${kid}.pem`));
    this.forgetBefore();
  }

  private makeFirst(): void {
    this.write(readOrCreate(this.dataDir, FIRST_KID, () => this.freshKid()));
    this.forgetBefore();
  }

  private forgetBefore(): void {
    for (const file of [BEFORE, FIRST_KID]) fs.rmSync(join(this.dataDir, 'keys', file), { force: true });
  }

  private freshKid(now = this.clock.now()): string {
    return newKid(now, crypto.randomBytes(8).toString('hex'));
  }

  private write(kid: string): void {
    fs.mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    readOrCreate(this.dataDir, join(FOLDER, `${kid}.pem`), newPrivateKey);
    this.lookedAt = undefined;
  }
}

function newPrivateKey(): string {
  const { privateKey } = crypto.generateKeyPairSync('rsa', { modulusLength: 3072 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' });
}
