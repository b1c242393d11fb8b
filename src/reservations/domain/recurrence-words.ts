import { dateInWords } from '../../kernel/local-time.js';
import { NTHS, readDate, WEEKDAYS, type Repeat, type SeriesRule, type Weekday } from './recurrence-rule.js';

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

/** „Jeden 1. und 3. Donnerstag im Monat, 18:00 bis 20:00 Uhr, 12 Termine“, „Ab dem 3. März 2027 jeden Dienstag, …“ */
export function seriesInWords({ date, time, minutes, repeat, movedDays = 0, since }: SeriesRule): string {
  const end = Temporal.PlainTime.from(time).add({ minutes }).toString({ smallestUnit: 'minute' });
  const days = `${repeatInWords(Temporal.PlainDate.from(date), repeat)}${movedInWords(movedDays)}`;
  const said = `${days}, ${time} bis ${end} Uhr`;
  if (since === undefined) return `${said}, ${endInWords(repeat)}`;
  // How many dates there are in all is no news about the rest.
  const rest = repeat.count === undefined ? `, ${endInWords(repeat)}` : '';
  return `Ab dem ${dateInWords(since)} ${said.charAt(0).toLowerCase()}${said.slice(1)}${rest}`;
}

/** „, jeweils 1 Tag später“ */
function movedInWords(days: number): string {
  if (days === 0) return '';
  const count = Math.abs(days);
  return `, jeweils ${count} ${count === 1 ? 'Tag' : 'Tage'} ${days > 0 ? 'später' : 'früher'}`;
}

/** „Jeden Dienstag“, „Alle 2 Wochen am Dienstag und Donnerstag“, „Jeden letzten Montag im Monat“ */
export function repeatInWords(start: Temporal.PlainDate, repeat: Repeat): string {
  if (repeat.kind === 'monthly')
    return `Jeden ${nthInWords(repeat.nth)} ${weekdayNames[repeat.weekday]} im Monat`;
  const chosen = repeat.weekdays ?? WEEKDAYS.slice(start.dayOfWeek - 1, start.dayOfWeek);
  const days = list.format(
    WEEKDAYS.filter((weekday) => chosen.includes(weekday)).map((weekday) => weekdayNames[weekday]),
  );
  return repeat.interval === 1 ? `Jeden ${days}` : `Alle ${repeat.interval} Wochen am ${days}`;
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
