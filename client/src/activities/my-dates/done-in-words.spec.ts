import { describe, expect, it } from '@jest/globals';
import type { Clash, Occurrence } from '../../api/shapes.js';
import { cancelledInWords, othersRestoredInWords, restoredInWords } from './done-in-words.js';

const times = { startsAt: '2026-12-08T17:00:00Z', endsAt: '2026-12-08T19:00:00Z' };
const occurrence = { id: 'o1', date: '2026-12-08', ...times } as Occurrence;
const when = 'Dienstag, 8. Dezember 2026, 18:00 bis 20:00 Uhr';
const taken: Clash = { date: '2026-12-08', ...times, verdict: 'taken', alternatives: [] };

describe('What is said once it is done', () => {
  it('names who hears of a cancellation', () => {
    expect(cancelledInWords({ occurrence, scope: 'one' }, 'all')).toBe(
      `Der Termin am ${when} ist abgesagt. Alle Eingeladenen bekommen eine Mail.`,
    );
    expect(cancelledInWords({ occurrence, scope: 'one' }, 'nobody')).toContain(
      'Bitte sagen Sie selbst Bescheid.',
    );
  });

  it('says of a date that takes place again that only those hear of it who believe that it is off', () => {
    const heard = 'Wer schon eine Absage bekommen hat, bekommt wieder eine Mail.';
    expect(restoredInWords({ occurrence, scope: 'one' }, 'all')).toBe(
      `Die Absage ist zurückgenommen. Der Termin am ${when} findet statt. ${heard}`,
    );
    expect(restoredInWords({ occurrence, scope: 'all' }, 'unknown')).toContain(heard);
    expect(restoredInWords({ occurrence, scope: 'one' }, 'nobody')).toContain('Es ist niemand eingeladen.');
  });

  it('names the dates of a series that stay cancelled', () => {
    const said = othersRestoredInWords(3, [taken], 'all');
    expect(said).toContain('3 Termine finden wieder statt.');
    expect(said).toContain(`Abgesagt bleibt, was nicht mehr frei ist: ${when}.`);
  });
});
