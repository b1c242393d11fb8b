import type { Repeat, Weekday } from '../../api/shapes.js';
import type { Choice } from '../../parts/field.js';
import { listInWords } from '../../parts/date-words.js';
import { addDays } from '../../parts/local-time.js';
import { houseWords } from '../../words/words.js';

const words = houseWords.when;

/** How often, as chosen in the form. */
export interface RepeatDraft {
  often: 'once' | 'regularly';
  /** As chosen; the date may not offer it. */
  pattern: Pattern;
  /** For several days a week only. */
  weekdays: Weekday[];
  end: 'count' | 'until';
  /** As typed; the field may be empty for a moment. */
  count: string;
  until: string;
}

/** What people say; weekday and place in the month follow from the date. */
export type Pattern =
  'weekly1' | 'weekly2' | 'weekly3' | 'weekly4' | 'nth' | 'twice' | 'last' | 'otherWeekdays';

export const MOST_DATES = 52;
const WEEKDAYS: Weekday[] = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

interface Place {
  weekday: Weekday;
  /** 1 for the first of its weekday in the month. */
  nth: number;
}

function placeOf(date: string): Place | undefined {
  const day = new Date(Date.parse(date));
  const weekday = WEEKDAYS[day.getUTCDay()];
  return weekday && { weekday, nth: Math.ceil(day.getUTCDate() / 7) };
}

/** The patterns in words for the date typed, such as "Jeden 1. Dienstag im Monat". */
export function patternChoices(date: string): Choice[] {
  const place = placeOf(date);
  if (!place) return [];
  const weekday = words.weekdays[place.weekday];
  const weekly = [1, 2, 3, 4].map((weeks) => ({
    value: `weekly${String(weeks)}`,
    label: words.weekly(weeks, weekday),
  }));
  const monthly = monthlyPatterns(place).map((value) => {
    const nth = nthOf(value, place).map((each) => (each === 'last' ? words.last : words.nth(each)));
    return { value, label: words.monthly(listInWords(nth), weekday) };
  });
  return [...weekly, ...monthly, { value: 'otherWeekdays', label: words.otherWeekdays }];
}

/** Few months have a 5th: whoever starts on one means the last. */
const monthlyPatterns = ({ nth }: Place): ('nth' | 'twice' | 'last')[] =>
  nth > 4 ? ['last'] : ['nth', 'twice', 'last'];

function nthOf(pattern: 'nth' | 'twice' | 'last', { nth }: Place): (number | 'last')[] {
  if (pattern === 'last') return ['last'];
  if (pattern === 'nth') return [nth];
  return nth > 2 ? [nth - 2, nth] : [nth, nth + 2];
}

/** The chosen pattern without its end: "Jeden 1. Dienstag im Monat", "Jeden Montag und Donnerstag". */
export function patternInWords(draft: RepeatDraft & { date: string }): string {
  const pattern = patternOf(draft);
  const choice = patternChoices(draft.date).find(({ value }) => value === pattern);
  if (pattern !== 'otherWeekdays') return choice?.label ?? '';
  const chosen = weekdayChoices().filter(({ value }) => draft.weekdays.some((weekday) => weekday === value));
  return words.weekly(1, listInWords(chosen.map(({ label }) => label)));
}

/** The pattern that holds: with another date some are not offered, for as long as that date stands. */
export function patternOf({ date, pattern }: RepeatDraft & { date: string }): Pattern {
  const choices = patternChoices(date);
  return choices.length === 0 || choices.some(({ value }) => value === pattern) ? pattern : 'last';
}

/** Monday first. */
export function weekdayChoices(): Choice[] {
  return [...WEEKDAYS.slice(1), ...WEEKDAYS.slice(0, 1)].map((weekday) => ({
    value: weekday,
    label: words.weekdays[weekday],
  }));
}

function weekdaysFor(date: string): Weekday[] {
  const place = placeOf(date);
  return place ? [place.weekday] : [];
}

/** The rule for the house; nothing for a single date. */
export function repeatOf(draft: RepeatDraft & { date: string }, skip: string[]): Repeat | undefined {
  const place = placeOf(draft.date);
  if (draft.often === 'once' || !place) return undefined;
  const end =
    draft.end === 'until' ? { until: draft.until } : { count: Number.parseInt(draft.count, 10) || 1 };
  const skipped = skip.length > 0 ? { skip } : {};
  return { ...ruleOf({ ...draft, pattern: patternOf(draft) }, place), ...end, ...skipped };
}

function ruleOf({ pattern, weekdays }: RepeatDraft, place: Place): Repeat {
  if (pattern === 'otherWeekdays') return { kind: 'weekly', interval: 1, weekdays };
  if (pattern === 'nth' || pattern === 'twice' || pattern === 'last')
    return { kind: 'monthly', nth: nthOf(pattern, place), weekday: place.weekday };
  return { kind: 'weekly', interval: Number(pattern.slice(-1)) };
}

/** Half a year is a good first plan. */
const FIRST_PLAN_DAYS = 26 * 7;

export function startOfRepeat(date: string): RepeatDraft {
  return {
    often: 'once',
    pattern: 'weekly1',
    weekdays: weekdaysFor(date),
    end: 'count',
    count: '12',
    until: addDays(date, FIRST_PLAN_DAYS),
  };
}

/** With another date, what was not chosen on purpose follows it. */
export function followDate<T extends RepeatDraft & { date: string }>(draft: T, dateBefore: string): T {
  const { date, weekdays, until } = draft;
  if (date === dateBefore) return draft;
  const untouched = weekdays.join() === weekdaysFor(dateBefore).join();
  return {
    ...draft,
    weekdays: untouched ? weekdaysFor(date) : weekdays,
    until: until < date ? addDays(date, FIRST_PLAN_DAYS) : until,
  };
}
