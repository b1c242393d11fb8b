import { dateInWords } from '../../kernel/local-time.js';
import {
  NTHS,
  readDate,
  WEEKDAYS,
  type MonthlyRepeat,
  type Repeat,
  type SeriesRule,
  type Weekday,
} from './recurrence-rule.js';

const weekdayNames: Record<Weekday, string> = {
  MO: 'Montag',
  TU: 'Dienstag',
  WE: 'Mittwoch',
  TH: 'Donnerstag',
  FR: 'Freitag',
  SA: 'Samstag',
  SU: 'Sonntag',
};

const list = new Intl.ListFormat('de-DE');

/** A date that is to come, by the clock on the wall. */
type ComingDate = Pick<SeriesRule, 'date' | 'time' | 'minutes'>;

/**
 * „Jeden 1. und 3. Donnerstag im Monat, 18:00 bis 20:00 Uhr, 12 Termine“, „Ab dem 3. März 2027 jeden Dienstag, …“. A rule
 * that does not hold for all dates begins with the first of the coming ones that is as it says.
 */
export function seriesInWords(rule: SeriesRule, coming: readonly ComingDate[] = []): string {
  const { time, minutes, repeat, since } = rule;
  const end = Temporal.PlainTime.from(time).add({ minutes }).toString({ smallestUnit: 'minute' });
  const said = `${daysInWords(rule)}, ${time} bis ${end} Uhr`;
  if (since === undefined) return `${said}, ${endInWords(repeat)}`;
  const first = coming.find((date) => date.date >= since && isAtUsualTime(date, rule))?.date ?? since;
  // How many dates there are in all is no news about the rest.
  const rest = repeat.count === undefined ? `, ${endInWords(repeat)}` : '';
  return `Ab dem ${dateInWords(first)} ${said.charAt(0).toLowerCase()}${said.slice(1)}${rest}`;
}

/** Whether a date begins when its rule says, and is as long. */
export function isAtUsualTime(
  date: Pick<ComingDate, 'time' | 'minutes'>,
  { time, minutes }: Pick<SeriesRule, 'time' | 'minutes'>,
): boolean {
  return date.time === time && date.minutes === minutes;
}

/** „Mittwochs, jeweils 1 Tag nach dem 1. Dienstag im Monat“: the day that people meet on, where the rule has another. */
function daysInWords({ date, repeat, movedDays = 0 }: SeriesRule): string {
  const start = Temporal.PlainDate.from(date);
  if (movedDays === 0) return repeatInWords(start, repeat);
  const count = Math.abs(movedDays);
  const moved = `jeweils ${count} ${count === 1 ? 'Tag' : 'Tage'}`;
  if (repeat.kind === 'monthly')
    return `${weekdayAfter(repeat.weekday, movedDays)}s, ${moved} ${movedDays > 0 ? 'nach' : 'vor'} dem ${placeInMonth(repeat)}`;
  return `${repeatInWords(start, repeat)}, ${moved} ${movedDays > 0 ? 'später' : 'früher'}`;
}

function weekdayAfter(weekday: Weekday, days: number): string {
  return weekdayNames[WEEKDAYS.at((WEEKDAYS.indexOf(weekday) + days) % 7) ?? weekday];
}

/** „Jeden Dienstag“, „Alle 2 Wochen am Dienstag und Donnerstag“, „Jeden letzten Montag im Monat“ */
export function repeatInWords(start: Temporal.PlainDate, repeat: Repeat): string {
  if (repeat.kind === 'monthly') return `Jeden ${placeInMonth(repeat)}`;
  const chosen = repeat.weekdays ?? WEEKDAYS.slice(start.dayOfWeek - 1, start.dayOfWeek);
  const days = list.format(
    WEEKDAYS.filter((weekday) => chosen.includes(weekday)).map((weekday) => weekdayNames[weekday]),
  );
  return repeat.interval === 1 ? `Jeden ${days}` : `Alle ${repeat.interval} Wochen am ${days}`;
}

/** „1. und 3. Dienstag im Monat“ */
function placeInMonth({ nth, weekday }: MonthlyRepeat): string {
  return `${nthInWords(nth)} ${weekdayNames[weekday]} im Monat`;
}

/** A 5th is always the last one too, so that „letzten“ says both. */
function nthInWords(nth: readonly (typeof NTHS)[number][]): string {
  const told = NTHS.filter((each) => nth.includes(each) && !(each === 5 && nth.includes('last')));
  return list.format(told.map((each) => (each === 'last' ? 'letzten' : `${each}.`)));
}

function endInWords({ count, until }: Repeat): string {
  if (count !== undefined) return count === 1 ? '1 Termin' : `${count} Termine`;
  const last = readDate(until ?? '');
  return last ? `bis zum ${dateInWords(last.toString())}` : 'ohne Ende';
}
