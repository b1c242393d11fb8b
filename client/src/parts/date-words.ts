import type { Period } from '../api/shapes.js';
import { commonWords as words } from '../words/words.js';
import { wallTimeOf } from './local-time.js';

const dayFormat = new Intl.DateTimeFormat(words.locale, {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** "Dienstag, 1. Dezember 2026" */
export function dayInWords(date: string): string {
  return date ? dayFormat.format(new Date(`${date}T12:00:00Z`)) : '';
}

/** The same of an instant, as clocks in the house show it. */
export const dayInWordsAt = (instant: string): string => dayInWords(wallTimeOf(instant).date);

const dateFormat = new Intl.DateTimeFormat(words.locale, {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** "1. Dezember 2026", where there is little room. */
export function dateInWords(date: string): string {
  return dateFormat.format(new Date(`${date}T12:00:00Z`));
}

const dayOfYearFormat = new Intl.DateTimeFormat(words.locale, {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
});

/** "1. Dezember", for what comes back every year. */
export function dayOfYearInWords(date: string): string {
  return dayOfYearFormat.format(new Date(`${date}T12:00:00Z`));
}

/** "17:45 Uhr" */
export function clockInWords(instant: string): string {
  return words.clock(wallTimeOf(instant).time);
}

/** "Dienstag, 1. Dezember 2026, 18:00 bis 20:00 Uhr" */
export function periodInWords({ startsAt, endsAt }: Period): string {
  const start = wallTimeOf(startsAt);
  return `${dayInWords(start.date)}, ${words.span(start.time, wallTimeOf(endsAt).time)}`;
}

/** "a, b und c" */
export function listInWords(items: string[]): string {
  const [last = ''] = items.slice(-1);
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${words.and} ${last}`;
}
