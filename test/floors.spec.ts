import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Lock {
  packages: Record<string, { version?: string; resolved?: string; integrity?: string } | undefined>;
}

const text = readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8');
const { packages } = JSON.parse(text) as Lock;

/** Every installed version of a package, nested ones too. */
function versionsOf(name: string): string[] {
  const places = Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
  return places.map(([, entry]) => entry?.version ?? 'none');
}

const numbers = (version: string) => version.split('-')[0]?.split('.').map(Number) ?? [];

function isAtLeast(version: string, floor: string): boolean {
  const [ours, least] = [numbers(version), numbers(floor)];
  const place = least.findIndex((part, index) => (ours[index] ?? 0) !== part);
  return place === -1 || (ours[place] ?? 0) > (least[place] ?? 0);
}

describe('Dependencies stay above the versions with known holes (threats.md)', () => {
  it.each([
    ['nodemailer', '9.0.1'],
    ['typeorm', '1.1.0'],
    ['@nestjs/core', '12.0.0'],
    ['@nestjs/platform-fastify', '11.1.25'],
  ])('%s is %s or newer, wherever it is installed', (name, floor) => {
    const versions = versionsOf(name);
    expect(versions).not.toEqual([]);
    expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([]);
  });

  it.each([
    ['9.0.1', '9.0.1', true],
    ['9.0.0', '9.0.1', false],
    ['10.0.0', '9.0.1', true],
    ['8.9.9', '9.0.1', false],
    ['9.1.0', '9.0.1', true],
  ])('(%s compared with %s)', (version, floor, expected) => {
    expect(isAtLeast(version, floor)).toBe(expected);
  });

  it('pg-boss is exactly 12.35.0: later ones want a package that the registry may lack', () => {
    expect(versionsOf('pg-boss')).toEqual(['12.35.0']);
  });
});

describe('The lock file', () => {
  it('names no address, so that every registry will do', () => {
    const named = Object.entries(packages).filter(([, entry]) => entry?.resolved !== undefined);
    expect(named.map(([path]) => path)).toEqual([]);
    expect(text).not.toMatch(/"resolved"\s*:/);
  });

  it('vouches for every package by its checksum', () => {
    const unvouched = Object.entries(packages).filter(([path, entry]) => path !== '' && !entry?.integrity);
    expect(unvouched.map(([path]) => path)).toEqual([]);
  });
});
