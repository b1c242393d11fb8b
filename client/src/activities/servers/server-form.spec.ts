import { describe, expect, it } from '@jest/globals';
import type { Server } from '../../api/servers.js';
import { changeOf, isChanged, type ChosenFacts } from './server-form.js';

describe('A change of a server', () => {
  it.each<[ChosenFacts, object]>([
    [{}, {}],
    [{ hasLobby: false }, { hasLobby: false }],
    [{ capacity: '40' }, { capacity: 40 }],
    [
      { capacity: '12', profile: 'P2' },
      { capacity: 12, profile: 'P2' },
    ],
  ])('%j sends what was chosen, and nothing else', (chosen, sent) => {
    expect(changeOf(chosen)).toEqual(sent);
  });

  it('is done where everything stands as it was to become, though no answer came', () => {
    const server = { slug: 'demo', capacity: 40, profile: 'P2', hasLobby: true, isOpen: false } as Server;
    expect(isChanged(server, { isOpen: false })).toBe(true);
    expect(isChanged(server, { capacity: 40, profile: 'P2' })).toBe(true);
    expect(isChanged(server, { capacity: 40, profile: 'P1' })).toBe(false);
  });
});
