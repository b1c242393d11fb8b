import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeProtectedHeader, importSPKI, jwtVerify } from 'jose';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clock } from '../kernel/clock.js';
import { claimsOf, type ServerIdentity } from './domain/door-token.js';
import { DoorKeys } from './door-keys.js';

class Watch extends Clock {
  instant = Temporal.Instant.from('2026-12-08T12:00:00Z');
  now() {
    return this.instant;
  }
  pass(minutes: number) {
    this.instant = this.instant.add({ minutes });
  }
}

let dataDir: string;
let watch: Watch;
let keys: DoorKeys;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'haus-door-'));
  watch = new Watch();
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const folder = () => join(dataDir, 'keys', 'jitsi-door');
const hashOf = (kid: string) => createHash('sha256').update(kid).digest('hex');
const kidOf = (jwt: string) => String(decodeProtectedHeader(jwt).kid);
const signedBy = (ring = keys) => kidOf(ring.sign({ exp: 1 }));

describe('The keys of the door', () => {
  beforeEach(() => {
    keys = DoorKeys.in(dataDir, watch);
  });

  it('are one at the first start, for our account only, and the same at the next', () => {
    const [key] = keys.list();
    expect(readdirSync(folder())).toEqual([`${key?.kid}.pem`]);
    expect(statSync(join(folder(), `${key?.kid}.pem`)).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(dataDir, 'keys'))).toEqual(['jitsi-door']);
    expect(DoorKeys.in(dataDir, watch).list()).toEqual(keys.list());
  });

  it('are all published, by the hash of their ids and by nothing else', () => {
    const second = keys.add();
    for (const kid of [signedBy(), second])
      expect(keys.findPublicKey(hashOf(kid))).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
    expect(keys.findPublicKey(second)).toBeUndefined();
    expect(keys.findPublicKey(hashOf('door-x'))).toBeUndefined();
  });

  it('are told apart, also those of one second', () => {
    const first = signedBy();
    const others = [keys.add(), keys.add(), keys.add()];
    expect(signedBy()).toBe(first);
    expect(keys.list().map(({ kid }) => kid)).toEqual([first, ...others]);
  });

  it('take turns: a new one signs after ten minutes', () => {
    const first = signedBy();
    watch.pass(1);
    const second = keys.add();
    expect(signedBy()).toBe(first);
    watch.pass(10);
    expect(signedBy()).toBe(second);
    expect(keys.list().map(({ state }) => state)).toEqual(['resting', 'inUse']);
  });

  it('are noticed by an instance that runs, within a minute, and so is their end', () => {
    const other = DoorKeys.in(dataDir, watch);
    signedBy();
    const kid = other.add();
    expect(keys.findPublicKey(hashOf(kid))).toBeUndefined();
    watch.pass(1);
    expect(keys.findPublicKey(hashOf(kid))).toContain('PUBLIC KEY');
    other.drop(kid);
    watch.pass(1);
    expect(keys.findPublicKey(hashOf(kid))).toBeUndefined();
  });

  it('are never none: the last one that goes is replaced', () => {
    const gone = signedBy();
    keys.drop(gone);
    expect(signedBy()).not.toBe(gone);
    expect(keys.list()).toHaveLength(1);
  });

  it('survive a file that is no key', () => {
    writeFileSync(join(folder(), 'door-kaputt.pem'), 'nichts');
    writeFileSync(join(folder(), '..pem'), 'nichts');
    watch.pass(1);
    expect(keys.list()).toHaveLength(1);
    expect(signedBy()).toBe(keys.list()[0]?.kid);
  });
});

it('The key of a house of before moves in and keeps its id', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  mkdirSync(join(dataDir, 'keys'));
  writeFileSync(join(dataDir, 'keys', 'jitsi-door.pem'), pem, { mode: 0o600 });
  writeFileSync(join(dataDir, 'keys', 'jitsi-door.kid'), 'door-0123456789abcdef01234567', { mode: 0o600 });
  keys = DoorKeys.in(dataDir, watch);
  expect(signedBy()).toBe('door-0123456789abcdef01234567');
  expect(readdirSync(join(dataDir, 'keys'))).toEqual(['jitsi-door']);
  expect(statSync(join(folder(), 'door-0123456789abcdef01234567.pem')).mode & 0o777).toBe(0o600);
  expect(DoorKeys.in(dataDir, watch).list()).toHaveLength(1);
});

describe('A token, read by another library', () => {
  const server: ServerIdentity = {
    profile: 'P3',
    issuer: 'virtuelles-haus',
    audience: 'jitsi',
    xmppDomain: 'meet.jitsi',
  };
  const range = {
    start: Temporal.Instant.from('2026-12-08T12:00:00Z'),
    end: Temporal.Instant.from('2026-12-08T14:00:00Z'),
  };

  async function read(isModerator: boolean) {
    keys = DoorKeys.in(dataDir, watch);
    const entrant = { displayName: 'Rosa', isModerator, participantId: 'f00d' };
    const entry = { roomName: 'a1b2c3', range, earlyMinutes: 15, mayExtend: true, now: watch.now() };
    const jwt = keys.sign(claimsOf(server, entrant, entry));
    const key = await importSPKI(keys.findPublicKey(hashOf(kidOf(jwt))) ?? '', 'RS256');
    return jwtVerify(jwt, key, {
      algorithms: ['RS256'],
      typ: 'JWT',
      audience: 'jitsi',
      issuer: 'virtuelles-haus',
      subject: 'meet.jitsi',
      requiredClaims: ['exp', 'nbf', 'room'],
      currentDate: new Date(watch.now().epochMilliseconds),
    });
  }

  it('has what Prosody refuses tokens without', async () => {
    const { protectedHeader, payload } = await read(false);
    expect(protectedHeader).toEqual({ alg: 'RS256', typ: 'JWT', kid: keys.list()[0]?.kid });
    expect(payload.aud).toBe('jitsi');
    expect(payload).toMatchObject({ room: 'a1b2c3', exp: range.start.epochMilliseconds / 1000 + 12 * 3600 });
  });

  it.each([true, false])('makes a moderator by a boolean and by nothing else (%s)', async (isModerator) => {
    const { payload } = await read(isModerator);
    const { user, ...rest } = payload['context'] as { user: Record<string, unknown> };
    expect(user['moderator']).toBe(isModerator || undefined);
    expect(Object.keys(user)).not.toEqual(expect.arrayContaining(['email', 'avatar', 'affiliation']));
    expect(Object.keys(rest)).toEqual(['features']);
  });

  it('holds at its last second and not at the next', async () => {
    watch.pass(12 * 60);
    await expect(read(false)).rejects.toMatchObject({ code: 'ERR_JWT_EXPIRED' });
  });
});
