import type { Rules, Wish } from '../../api/shapes.js';
import { minutesOf, timeOf } from '../../parts/local-time.js';
import { decisionsOf, skipOf, type Settling } from '../../parts/settling/settling.js';
import { ANY_ROOM } from '../../parts/when-fields.js';
import { commonWords } from '../../words/words.js';
import { patternInWords, repeatOf, startOfRepeat, type RepeatDraft } from './repeat-draft.js';

/** What the form holds. */
export interface Draft extends RepeatDraft {
  roomId: string;
  date: string;
  time: string;
  minutes: number;
  /** As typed; the field may be empty for a moment. */
  people: string;
}

/** Most known meetings begin between 18:00 and 20:00. */
const USUAL_START = '18:00';

export function firstDraft(date: string, rules: Rules): Draft {
  const time = USUAL_START >= rules.opensAt && USUAL_START < rules.closesAt ? USUAL_START : rules.opensAt;
  const once = { roomId: ANY_ROOM, date, time, minutes: rules.defaultMinutes, people: '8' };
  return { ...once, ...startOfRepeat(date) };
}

/** The wish as the house reads it. Nothing of the choices for a series reaches a single date. */
export function wishOf(draft: Draft, settling: Settling): Wish {
  const { roomId, date, time, minutes } = draft;
  const wish = { roomId, date, time, minutes, expectedParticipants: peopleOf(draft) };
  const repeat = repeatOf(draft, skipOf(settling));
  const decisions = decisionsOf(settling);
  if (!repeat) return wish;
  return decisions.length > 0 ? { ...wish, repeat, decisions } : { ...wish, repeat };
}

export const peopleOf = ({ people }: Draft): number => Number.parseInt(people, 10) || 1;

/** "Jeden 1. Dienstag im Monat, 18:00 bis 20:00 Uhr": what was wished, whatever becomes of single dates. */
export function usualInWords(draft: Draft): string {
  const { time, minutes } = draft;
  return `${patternInWords(draft)}, ${commonWords.span(time, timeOf(minutesOf(time) + minutes))}`;
}

/** Several weekdays were asked for and none was named. */
export const lacksWeekday = ({ often, pattern, weekdays }: Draft): boolean =>
  often === 'regularly' && pattern === 'otherWeekdays' && weekdays.length === 0;
