import { dateInWords, rangeInWords } from '../../kernel/local-time.js';
import {
  percentOf,
  type Closed,
  type ClosureDatesFacts,
  type NearlyFullFacts,
} from './notification-words.js';

// Parts of letters in English.

export function closedInWords({ closed, dates, groupLabel }: ClosureDatesFacts): string {
  if (closed === 'noMore')
    return `The Virtuelles Haus, or a room in it, was to be closed for some time. This no longer holds. But the changes it has made to dates of “${groupLabel}” stay.`;
  const hit = dates.length === 1 ? 'a date' : 'dates';
  return `${placeOf(closed)} closed ${daysOf(closed)}. This concerns ${hit} of “${groupLabel}”.`;
}

function placeOf({ what }: Closed): string {
  if (what === 'house') return 'The Virtuelles Haus is';
  if (what === 'contactPoint') return 'For the groups of your contact point the Virtuelles Haus is';
  return `The room “${what.room}” in the Virtuelles Haus is`;
}

/** “on 8 December 2026”, “at times from 7 December 2026 to 11 December 2026” */
function daysOf({ days, isPartOfDay }: Closed): string {
  const said = days.map(({ from, to }) =>
    from === to
      ? `on ${dateInWords(from, 'en')}`
      : `from ${dateInWords(from, 'en')} to ${dateInWords(to, 'en')}`,
  );
  return `${isPartOfDay ? 'at times ' : ''}${said.join(' and ')}`;
}

export function withRoom({ range, roomName }: ClosureDatesFacts['dates'][number]): string {
  return `${rangeInWords(range, 'en')}, in the room “${roomName}”`;
}

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
