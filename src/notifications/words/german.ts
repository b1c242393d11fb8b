import { dateInWords } from '../../kernel/local-time.js';
import type { ClosureDatesFacts, GrantFacts } from './notification-words.js';

// What German says alike to a Sie and to a du.

/** „ab jetzt bis zum 31. Dezember 2027“ */
export function periodOf({ accessFrom, accessUntil, today }: GrantFacts): string {
  const beginning = accessFrom > today ? `ab dem ${dateInWords(accessFrom)}` : 'ab jetzt';
  return accessUntil === null ? beginning : `${beginning} bis zum ${dateInWords(accessUntil)}`;
}

export function closedInWords({ isWholeHouse, dates, groupLabel }: ClosureDatesFacts): string {
  const place = isWholeHouse ? 'das Virtuelle Haus' : 'ein Raum im Virtuellen Haus';
  const hit = dates.length === 1 ? 'einen Termin' : 'Termine';
  return `${place} ist zeitweise geschlossen. Das betrifft ${hit} von „${groupLabel}“.`;
}
