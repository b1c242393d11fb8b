import { dayInWords, rangeInWords, timeInWords } from '../../kernel/local-time.js';
import { numbersAndPin } from '../../meetings/meetings.reader.js';
import type { TelephoneNews } from '../domain/news.js';
import { datesOf, isSeries, minutesAtTheDoor, type DateFacts } from './invitation-words.js';

// What German says alike to a Sie and to a du.

/** „am Dienstag, 8. Dezember 2026, 18:00 Uhr“ */
export function startOf(facts: DateFacts): string {
  const { start } = facts.range;
  return `${isSeries(facts) ? 'ab' : 'am'} ${dayInWords(start)}, ${timeInWords(start)}`;
}

export function of({ groupLabel }: DateFacts): string {
  return groupLabel ? ` von „${groupLabel}“` : '';
}

/** What is called off: what is listed, or what begins with the one date that is. */
export function allOf(facts: DateFacts): string {
  return facts.seriesDates?.length
    ? `diese Online-Treffen${of(facts)}`
    : `alle Online-Treffen${of(facts)} ab diesem Termin`;
}

/** What takes place of a series beside what was told of it before. */
export function added({ datesAdded = [] }: DateFacts): string[] {
  if (datesAdded.length === 0) return [];
  const sentence =
    datesAdded.length === 1
      ? 'Dieser Termin findet jetzt auch statt'
      : 'Diese Termine finden jetzt auch statt';
  return [`${sentence}:\n${datesAdded.map((range) => rangeInWords(range)).join('\n')}`];
}

/** What is off of a series of which something takes place. */
export function off({ datesOff = [] }: DateFacts): string[] {
  if (datesOff.length === 0) return [];
  const sentence = datesOff.length === 1 ? 'Dieser Termin fällt aus' : 'Diese Termine fallen aus';
  return [`${sentence}:\n${datesOff.map((range) => rangeInWords(range)).join('\n')}`];
}

export function linesOf(facts: DateFacts): string {
  return datesOf(facts)
    .map((range) => rangeInWords(range))
    .join('\n');
}

/** Of a date that takes place after all, but at another time. */
export function otherTime({ before }: DateFacts): string[] {
  return before ? [`Die Zeit ist neu. Bisher: ${rangeInWords(before)}`] : [];
}

/** Under a sentence that it is possible, and what is new about it: how to come by telephone. */
export function telephone(
  { dialIn, doorOpensAt, telephoneNews = 'nothing' }: DateFacts,
  call: Record<TelephoneNews, string>,
): string[] {
  if (telephoneNews === 'gone') return [call.gone];
  if (!dialIn) return [];
  return [`${call[telephoneNews]}, ab ${timeInWords(doorOpensAt)}:\n${numbersAndPin(dialIn)}`];
}

export function door(facts: DateFacts): string {
  if (isSeries(facts)) return doorEachTime(minutesAtTheDoor(facts));
  return facts.isDoorOpen
    ? 'Die Tür ist schon offen.'
    : `Die Tür öffnet um ${timeInWords(facts.doorOpensAt)}.`;
}

export function doorEachTime(minutesBefore: number): string {
  if (minutesBefore === 0) return 'Die Tür öffnet jedes Mal zum Beginn.';
  return `Die Tür öffnet jedes Mal ${minutesInWords(minutesBefore)} vorher.`;
}

export function minutesInWords(minutes: number): string {
  return minutes === 1 ? '1 Minute' : `${minutes} Minuten`;
}
