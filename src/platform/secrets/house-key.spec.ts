import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HouseKey, isSameSecret } from './house-key.js';

describe('The key of the house', () => {
  let dataDir: string;
  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'haus-key-'));
  });
  afterAll(() => rmSync(dataDir, { recursive: true }));

  it('is made once and found again, so that links and codes survive a restart (P2)', () => {
    const first = HouseKey.in(dataDir).derive('link', '1');
    expect(HouseKey.in(dataDir).derive('link', '1')).toEqual(first);
    expect(first).toHaveLength(32);
  });

  it('is readable by our account only, and leaves no draft behind', () => {
    HouseKey.in(dataDir);
    const folder = join(dataDir, 'keys');
    expect(readdirSync(folder)).toEqual(['house.key']);
    expect(statSync(join(folder, 'house.key')).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('hides a text and finds it again, each time looking different', () => {
    const key = HouseKey.in(dataDir);
    const sealed = key.seal('answer', 'Grüße an Gruppe 17');
    expect(key.unseal('answer', sealed)).toBe('Grüße an Gruppe 17');
    expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('Gruppe');
    expect(key.seal('answer', 'Grüße an Gruppe 17')).not.toBe(sealed);
  });

  it('does not open what was sealed for something else or was changed', () => {
    const key = HouseKey.in(dataDir);
    const sealed = key.seal('answer', 'ja');
    const changed = Buffer.from(sealed, 'base64');
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(() => key.unseal('other', sealed)).toThrow();
    expect(() => key.unseal('answer', changed.toString('base64'))).toThrow();
  });

  it('keeps purposes and subjects apart', () => {
    const key = HouseKey.in(dataDir);
    const derived = [
      key.derive('link', '1'),
      key.derive('link', '2'),
      key.derive('code', '1'),
      key.derive('', 'link\n1'),
    ].map((bytes) => bytes.toString('hex'));
    expect(new Set(derived).size).toBe(derived.length);
  });

  it('is another one in another house', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'haus-key-'));
    try {
      const other = HouseKey.in(elsewhere).derive('link', '1');
      expect(isSameSecret(other, HouseKey.in(dataDir).derive('link', '1'))).toBe(false);
    } finally {
      rmSync(elsewhere, { recursive: true });
    }
  });
});

describe('Two secrets', () => {
  it.each([
    ['are the same', 'abc', 'abc', true],
    ['differ in one character', 'abc', 'abd', false],
    ['differ in length', 'abc', 'abcd', false],
    ['are compared by bytes, not by letters', 'é', 'e\u0301', false],
  ])('%s', (_, a, b, expected) => {
    expect(isSameSecret(Buffer.from(a), Buffer.from(b))).toBe(expected);
  });
});
