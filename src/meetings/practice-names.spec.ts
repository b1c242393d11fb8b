import { describe, expect, it } from '@jest/globals';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HouseKey } from '../platform/secrets/house-key.js';
import { PracticeNames } from './practice-names.js';

const aHouse = () => new PracticeNames(HouseKey.in(mkdtempSync(join(tmpdir(), 'practice-'))));
const at = (time: string) => Temporal.Instant.from(`2026-12-01T${time}Z`);

describe('The name of a practice room', () => {
  const names = aHouse();
  const early = names.of('a', at('09:00:00'));

  it('has 160 bits that Jitsi takes', () => {
    expect(early.current).toMatch(/^[0-9a-f]{40}$/);
  });

  it.each([
    ['the same within the hour', names.of('a', at('09:59:59')).current, true],
    ['known in the hour after', names.of('a', at('10:00:00')).before, true],
    ['another one in the hour after', names.of('a', at('10:00:00')).current, false],
    ['forgotten an hour later', names.of('a', at('11:00:00')).before, false],
    ['another one of another link', names.of('b', at('09:00:00')).current, false],
    ['another one in another house', aHouse().of('a', at('09:00:00')).current, false],
  ])('is %s', (_, name, isSame) => {
    expect(name === early.current).toBe(isSame);
  });
});
