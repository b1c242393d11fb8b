import { describe, expect, it } from '@jest/globals';
import type { Guest } from './guests.reader.js';
import { ENDED_BECAUSE } from './invitations.errors.js';
import { participantPage } from './participant.page.js';

const range = {
  start: Temporal.Instant.from('2026-12-08T17:00:00Z'),
  end: Temporal.Instant.from('2026-12-08T19:00:00Z'),
};
const opensAt = range.start.subtract({ minutes: 15 });

function wordsFor(guest: Pick<Guest, 'door' | 'isModerator'>, hasServer = true): string {
  const facts = { token: 'A'.repeat(32), hasServer, now: Temporal.Instant.from('2026-12-08T16:00:00Z') };
  return participantPage({ ...facts, guest: { range, ...guest } as Guest }).body.text.replace(/\s+/g, ' ');
}

const INVITER = 'die Person, die Sie eingeladen hat';

describe('The page behind a link names somebody who can help', () => {
  const doors: [string, Guest['door'], boolean][] = [
    ['too early', { kind: 'tooEarly', opensAt }, true],
    ['open', { kind: 'open' }, true],
    ['open without a video server', { kind: 'open' }, false],
    ['cancelled', { kind: 'cancelled' }, true],
    ['over', { kind: 'over' }, true],
  ];

  it.each(doors)('%s: the person who invited, to those who were invited', (_, door, hasServer) => {
    const words = wordsFor({ door, isModerator: false }, hasServer);
    expect(words).toContain(INVITER);
    expect(words).not.toContain('Kontaktstelle');
  });

  it.each(doors)('%s: the contact point, to a representative, whom nobody invited', (_, door, hasServer) => {
    const words = wordsFor({ door, isModerator: true }, hasServer);
    expect(words).toContain('Ihre Kontaktstelle');
    expect(words).not.toContain('eingeladen');
  });
});

describe('The page of a link that has ended', () => {
  it.each(['cancelled', 'over'] as const)('says the same as the refusal: %s', (kind) => {
    expect(wordsFor({ door: { kind }, isModerator: false })).toContain(`<h1>${ENDED_BECAUSE[kind]}</h1>`);
  });
});
