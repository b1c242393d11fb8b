import { describe, expect, it } from '@jest/globals';
import type { Scope } from '../../api/shapes.js';
import { hearingOf, hearsInWords } from './who-hears.js';

const saidOf = (scope: Scope, ...invited: number[]) => hearsInWords(hearingOf(invited, scope));

describe('Who hears of a change', () => {
  it('is everybody invited, to the date or to its series', () => {
    expect(saidOf('one', 0, 1)).toBe('Alle Eingeladenen bekommen eine Mail.');
    expect(saidOf('all', 3)).toBe('Alle Eingeladenen bekommen eine Mail.');
  });

  it('is nobody where nobody is invited, so that somebody takes the telephone', () => {
    expect(saidOf('one', 0)).toBe('Es ist niemand eingeladen. Bitte sagen Sie selbst Bescheid.');
    expect(saidOf('one', 0, 0)).toBe(saidOf('one', 0));
  });

  it.each(['following', 'all'] as const)(
    'stays open for several dates, to which single ones may be: %s',
    (scope) => {
      expect(saidOf(scope, 0)).toBe(
        'Wer eingeladen ist, bekommt eine Mail. Allen anderen sagen Sie bitte selbst Bescheid.',
      );
    },
  );
});
