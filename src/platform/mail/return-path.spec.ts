import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '../../kernel/id.js';
import { readConfig } from '../config/config.js';
import { HouseKey } from '../secrets/house-key.js';
import { ReturnPath } from './return-path.js';

let dataDir: string;
let key: HouseKey;
let path: ReturnPath;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'haus-return-'));
  key = HouseKey.in(dataDir);
  path = new ReturnPath(key, readConfig({ MAIL_BOUNCE: 'Zurueck_zum-Haus.123@haus.example' }));
});
afterAll(() => rmSync(dataDir, { recursive: true }));

describe('The return path of a mail', () => {
  it('names the mail, and only that', () => {
    const ids = [
      newId(),
      newId(),
      '00000000-0000-4000-8000-000000000000',
      'ffffffff-ffff-4fff-bfff-ffffffffffff',
    ];
    const addresses = ids.map((id) => path.of(id));
    expect(addresses.map((address) => path.read(address))).toEqual(ids);
    expect(new Set(addresses).size).toBe(ids.length);
  });

  it('fits an envelope: at most 64 letters before the @ (RFC 5321)', () => {
    const [mailbox = ''] = path.of(newId()).split('@');
    expect(mailbox.length).toBeLessThanOrEqual(64);
    expect(mailbox).toMatch(/^[\w.+-]+$/);
  });

  it('is known again in other letters', () => {
    const id = newId();
    expect(path.read(path.of(id).toUpperCase())).toBe(id);
  });

  it('is our own address where no other is set', () => {
    const plain = new ReturnPath(key, readConfig({ MAIL_FROM: 'post@haus.example' }));
    expect(plain.of(newId())).toBe('post@haus.example');
    expect(plain.read('post@haus.example')).toBeUndefined();
    expect(plain.read(path.of(newId()))).toBeUndefined();
  });

  it.each<[string, (address: string, other: string) => string]>([
    ['another signature', (address) => address.replace(/\.[0-9a-z]{16}@/, '.0000000000000000@')],
    ['no signature', (address) => address.replace(/\.[0-9a-z]{16}@/, '@')],
    ["another mail's signature", (address, other) => address.slice(0, 46) + other.slice(46)],
    ['another domain', (address) => address.replace('haus.example', 'evil.example')],
    ['another domain before ours', (address) => `${address}@haus.example`],
    ['another mailbox', (address) => `x${address}`],
    ['more than 128 bits', (address) => address.replace(/\+[0-9a-z]{25}/, `+${'z'.repeat(25)}`)],
    ['nothing', () => ''],
    ['the bare mailbox', () => 'zurueck_zum-haus.123@haus.example'],
  ])('is not taken with %s', (_name, forge) => {
    const forged = forge(path.of(newId()), path.of(newId()));
    expect(path.read(forged)).toBeUndefined();
  });

  it('of another house is not taken', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'haus-return-'));
    const other = new ReturnPath(
      HouseKey.in(elsewhere),
      readConfig({ MAIL_BOUNCE: 'Zurueck_zum-Haus.123@haus.example' }),
    );
    expect(path.read(other.of(newId()))).toBeUndefined();
    rmSync(elsewhere, { recursive: true });
  });
});
