import { describe, expect, it } from '@jest/globals';
import { PROFILES, type Profile } from '../../kernel/jitsi-server.js';
import { notEnforcedBy } from './server-profile.js';

const all = { hasLobby: true, hasSecret: true };

describe('What a Jitsi server does not enforce', () => {
  it('becomes less with each profile, and the last one leaves nothing open', () => {
    const counts = PROFILES.map((profile) => notEnforcedBy({ profile, ...all }).length);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts.at(-1)).toBe(0);
  });

  it.each<[Profile, RegExp, boolean]>([
    ['P0', /Keine Tür/, true],
    ['P1', /Keine Tür/, false],
    ['P1', /Ende eines Termins schließt niemand/, true],
    ['P2', /Ende eines Termins schließt niemand/, false],
    ['P2', /ausgeladen/, true],
    ['P3', /ausgeladen/, false],
  ])('%s says %s: %s', (profile, sentence, isSaid) => {
    expect(notEnforcedBy({ profile, ...all }).some((each) => sentence.test(each))).toBe(isSaid);
  });

  it('counts the lobby, and the secret where the server has to ask', () => {
    expect(notEnforcedBy({ profile: 'P3', hasLobby: false, hasSecret: true })).toHaveLength(1);
    expect(notEnforcedBy({ profile: 'P3', hasLobby: true, hasSecret: false })).toHaveLength(1);
    expect(notEnforcedBy({ profile: 'P1', hasLobby: true, hasSecret: false }).join()).not.toMatch(
      /Geheimnis/,
    );
  });
});
