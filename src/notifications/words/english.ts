import { dateInWords } from '../../kernel/local-time.js';
import { percentOf, type NearlyFullFacts } from './notification-words.js';

// Parts of letters in English.

/** Subject and title. */
export function howFull({ days, overfull }: NearlyFullFacts): { subject: string; title: string } {
  return overfull.length > 0
    ? { subject: `Video server overbooked ${onDays(overfull)}`, title: 'A video server is overbooked' }
    : { subject: `Video server nearly full ${onDays(days)}`, title: 'A video server is nearly full' };
}

export function fullDaysInWords(facts: NearlyFullFacts): string[] {
  const { server, days, overfull } = facts;
  return [
    `At times the video server “${server}” expects more than ${percentOf(facts)} percent of the people it can carry: ${onDays(days)}.`,
    ...(overfull.length > 0
      ? [
          `At times it is even more than it can carry: ${onDays(overfull)}. Picture and sound may falter then. The dates stay as they are.`,
        ]
      : []),
    'As soon as it is full, the house puts no more dates on it for that time. If no other video server has room, it suggests other times.',
  ];
}

/** “on 8 December 2026”, “on 12 days, first on 8 December 2026” */
function onDays(days: readonly string[]): string {
  const first = `on ${dateInWords(days[0] ?? '', 'en')}`;
  return days.length === 1 ? first : `on ${days.length} days, first ${first}`;
}
