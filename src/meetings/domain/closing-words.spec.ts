import { describe, expect, it } from '@jest/globals';
import { WORDINGS } from '../../kernel/wording.js';
import { warningsOf } from './closing-words.js';

const end = Temporal.Instant.from('2026-12-08T19:00:00Z');
const later = end.add({ minutes: 30 });

describe('Near the end of a meeting people read', () => {
  it('ten and five minutes before it how long there is still', () => {
    expect(warningsOf({ end, closes: end, mayExtend: false }, 'de-sie')).toEqual([
      { at: 600, message: 'Noch 10 Minuten: Das Treffen endet um 20:00 Uhr.' },
      { at: 300, message: 'Noch 5 Minuten: Das Treffen endet um 20:00 Uhr.' },
    ]);
  });

  it('the same at the same time where the door stays open, and once more before it closes', () => {
    expect(warningsOf({ end, closes: later, mayExtend: true }, 'de-du')).toEqual([
      { at: 2400, message: 'Noch 10 Minuten: Das Treffen endet um 20:00 Uhr.' },
      {
        at: 2100,
        message:
          'Noch 5 Minuten: Das Treffen endet um 20:00 Uhr. Ist der Raum danach frei, kann die Ansprechperson das Treffen um 30 Minuten verlängern.',
      },
      { at: 300, message: 'Die Zeit ist um. In 5 Minuten schließt der Raum.' },
    ]);
  });

  it.each(WORDINGS)('in the wording %s, which promises more time only if the room is free', (wording) => {
    const [ten, five] = warningsOf({ end, closes: later, mayExtend: true }, wording);
    const [, last] = warningsOf({ end, closes: later, mayExtend: false }, wording);
    expect(ten?.message).toMatch(wording === 'en' ? /8 pm/ : /20(:00)? Uhr/);
    expect(five?.message.startsWith(last?.message ?? '-')).toBe(true);
    expect(five?.message).toMatch(/(If the room is free|Raum danach frei).* 30 Min/i);
    expect(last?.message).not.toMatch(/30/);
  });
});
