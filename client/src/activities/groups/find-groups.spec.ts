import { describe, expect, it } from '@jest/globals';
import type { Group } from '../../api/shapes.js';
import { findGroups } from './find-groups.js';

const group = (label: string, name: string): Group => ({
  id: label,
  label,
  state: 'active',
  representatives: [{ id: name, name, email: `${name}@example.org`, hasCome: true }],
});
const groups = [group('Gruppe 17', 'Jörg'), group('Dienstagsrunde', 'Maria')];
const found = (typed: string): string[] => findGroups(groups, typed).map(({ label }) => label);

describe('findGroups', () => {
  it('finds by label, name and address', () => {
    expect(found('gruppe')).toEqual(['Gruppe 17']);
    expect(found('MARIA')).toEqual(['Dienstagsrunde']);
    expect(found('jörg@')).toEqual(['Gruppe 17']);
  });

  it('shows all while nothing is typed', () => {
    expect(found('  ')).toHaveLength(2);
    expect(found('xyz')).toEqual([]);
  });
});
