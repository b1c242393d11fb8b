import { describe, expect, it } from '@jest/globals';
import { changeOf, type ChosenFacts } from './server-form.js';

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
});
