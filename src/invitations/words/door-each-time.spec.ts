import { describe, expect, it } from '@jest/globals';
import { toInvitees } from '../../../test/support/letter-rules.js';
import type { Wording } from '../../kernel/wording.js';
import { invitationLetter } from '../invitation.mail.js';

const start = Temporal.Instant.from('2026-12-08T17:00:00Z');
const range = { start, end: start.add({ hours: 2 }) };

const textOf = (wording: Wording, minutes: number) =>
  invitationLetter({
    to: 'rosa@example.org',
    name: undefined,
    sender: toInvitees(wording),
    range,
    seriesDates: [range, { start: start.add({ hours: 168 }), end: start.add({ hours: 170 }) }],
    doorOpensAt: start.subtract({ minutes }),
    link: 'https://haus.example/t/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4',
    organizer: { name: 'Virtuelles Haus', email: 'treffen@haus.example' },
    uid: 'cafe@haus.example',
    sequence: 0,
    writtenAt: start,
  }).text;

const SIE = 'Die Tür öffnet jedes Mal';

describe('A letter about a series says when the door opens', () => {
  it.each<[Wording, string, string, string]>([
    ['de-sie', `${SIE} zum Beginn.`, `${SIE} 1 Minute vorher.`, `${SIE} 15 Minuten vorher.`],
    ['de-du', `${SIE} zum Beginn.`, `${SIE} 1 Minute vorher.`, `${SIE} 15 Minuten vorher.`],
    [
      'de-leicht',
      'Sie können jedes Mal zum Beginn hinein.',
      'Sie können jedes Mal 1 Minute vorher hinein.',
      'Sie können jedes Mal 15 Minuten vorher hinein.',
    ],
    [
      'en',
      'The door opens when each meeting begins.',
      'The door opens 1 minute before each meeting.',
      'The door opens 15 minutes before each meeting.',
    ],
  ])('%s', (wording, none, one, some) => {
    expect(textOf(wording, 0)).toContain(none);
    expect(textOf(wording, 1)).toContain(one);
    expect(textOf(wording, 15)).toContain(some);
  });
});
