import { describe, expect, it } from '@jest/globals';
import { leftOutReason, reasonInWords } from './reasons.js';

describe('A reason', () => {
  it.each([
    ['skipped', 'Diesen Termin haben Sie ausgelassen.'],
    ['closed', 'Zu dieser Zeit ist geschlossen.'],
    [
      'roomClosed',
      'Der Raum ist zu dieser Zeit geschlossen. Das Treffen findet in einem anderen Raum statt.',
    ],
    ['Der Strom ist weg.', 'Der Strom ist weg.'],
  ])('%s is shown as a sentence', (reason, sentence) => {
    expect(reasonInWords(reason)).toBe(sentence);
  });

  it('is the verdict, or the wish of the group where nothing stood in the way', () => {
    expect(leftOutReason('free')).toBe('skipped');
    expect(leftOutReason('capacity')).toBe('capacity');
  });
});
