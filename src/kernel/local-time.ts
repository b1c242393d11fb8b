import type { TimeRange } from './time-range.js';
import type { InEachWording, Wording } from './wording.js';

/** Wall time as people read and type it. Nothing else in the house converts between wall time and UTC. */
export const HOUSE_TIME_ZONE = 'Europe/Berlin';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Two years of hours: as far as anybody reserves. */
const MOST_REMEMBERED = 20_000;

export type WallTime = { date: string; time: string };

export type Settled =
  | { kind: 'exact'; instant: Temporal.Instant }
  /** The clocks go back: the wall time happens twice. `instant` is the first of the two. */
  | { kind: 'twice'; instant: Temporal.Instant }
  /** The clocks go forward: the wall time does not exist. */
  | { kind: 'missing' };

/** Which instant a wall time (`2026-12-01`, `18:00`) means in the house's time zone. */
export function settle({ date, time }: WallTime): Settled {
  const wall = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  const earlier = wall.toZonedDateTime(HOUSE_TIME_ZONE, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(HOUSE_TIME_ZONE, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) {
    return { kind: 'exact', instant: earlier.toInstant() };
  }
  const exists = earlier.toPlainDateTime().equals(wall);
  return exists ? { kind: 'twice', instant: earlier.toInstant() } : { kind: 'missing' };
}

/** When the clocks of the house show a wall time: the first time if twice, right after the change if never. */
export function instantAt(wall: Temporal.PlainDateTime): Temporal.Instant {
  return wall.toZonedDateTime(HOUSE_TIME_ZONE, { disambiguation: 'compatible' }).toInstant();
}

/** The same for a day and a time that may be `24:00`, the end of the day. */
export function instantOf({ date, time }: WallTime): Temporal.Instant {
  return time === '24:00' ? dayFrom(date).end : instantFrom(`${date}T${time}`);
}

const instantFrom = remembered((wall: string) => instantAt(Temporal.PlainDateTime.from(wall)));

/** The whole local day of an instant. */
export function dayOf(instant: Temporal.Instant): TimeRange {
  return dayFrom(wallTimeOf(instant).date);
}

/** The whole local week of an instant, from Monday to Sunday. */
export function weekOf(instant: Temporal.Instant): TimeRange {
  return weekFrom(mondayOf(instant));
}

const dayFrom = remembered((date: string) => daysFrom(date, 1));
const weekFrom = remembered((monday: string) => daysFrom(monday, 7));

function daysFrom(date: string, days: number): TimeRange {
  const first = Temporal.PlainDate.from(date);
  return { start: startOfDay(first), end: startOfDay(first.add({ days })) };
}

export function wallTimeOf(instant: Temporal.Instant): WallTime {
  const [date = '', time = ''] = new Date(wallMillisOf(instant)).toISOString().split('T');
  return { date, time: time.slice(0, 5) };
}

/** What the clocks show, in milliseconds since they showed the beginning of 1970. */
function wallMillisOf({ epochMilliseconds }: Temporal.Instant): number {
  return epochMilliseconds + offsetOf(Math.floor(epochMilliseconds / HOUR_MS));
}

/** By hour since 1970: the clocks of the house have changed at full hours of UTC only, since 1893. */
const offsetOf = remembered((hour: number) => {
  const instant = Temporal.Instant.fromEpochMilliseconds(hour * HOUR_MS);
  return instant.toZonedDateTimeISO(HOUSE_TIME_ZONE).offsetNanoseconds / 1_000_000;
});

/** For what is asked again and again: a Temporal value for each date costs more than all else that is done with it. */
function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(key, made);
    return made;
  };
}

/** Whether the clocks show the wall time of this instant twice, in the night when they go back. */
export function happensTwice(instant: Temporal.Instant): boolean {
  return hourOfTwo(instant) !== undefined;
}

/** Which of the two hours that the clocks show alike; they go back by one. */
function hourOfTwo({ epochMilliseconds }: Temporal.Instant): 'summer' | 'winter' | undefined {
  const hour = Math.floor(epochMilliseconds / HOUR_MS);
  if (offsetOf(hour + 1) < offsetOf(hour)) return 'summer';
  return offsetOf(hour - 1) > offsetOf(hour) ? 'winter' : undefined;
}

export function dateOf(instant: Temporal.Instant): Temporal.PlainDate {
  return Temporal.PlainDate.from(wallTimeOf(instant).date);
}

/** The Monday of the local week that an instant belongs to, `2026-12-07`. */
export function mondayOf(instant: Temporal.Instant): string {
  const day = Math.floor(wallMillisOf(instant) / DAY_MS);
  // 1970 began with a Thursday.
  const daysSinceMonday = (((day + 3) % 7) + 7) % 7;
  return new Date((day - daysSinceMonday) * DAY_MS).toISOString().slice(0, 10);
}

/** The first instant of a calendar day in the house's time zone. */
export function startOfDay(date: Temporal.PlainDate): Temporal.Instant {
  return date.toZonedDateTime(HOUSE_TIME_ZONE).toInstant();
}

interface TimeWords {
  day: Intl.DateTimeFormat;
  date: Intl.DateTimeFormat;
  /** Of hour and minute as the clock shows them. */
  time: (hour: number, minute: number) => string;
  range: (start: string, end: string) => string;
  /** Which of the two hours is meant in the night in which the clocks go back. */
  summer: string;
  winter: string;
}

const two = (number: number) => String(number).padStart(2, '0');

/** Made once: making one takes a hundred times as long as using it. */
const dateWords = (locale: string) => ({
  day: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: HOUSE_TIME_ZONE }),
  date: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: HOUSE_TIME_ZONE }),
});
const inGerman = dateWords('de-DE');

const german: TimeWords = {
  ...inGerman,
  time: (hour, minute) => `${two(hour)}:${two(minute)} Uhr`,
  range: (start, end) => `${start.replace(' Uhr', '')} bis ${end}`,
  summer: 'Sommerzeit',
  winter: 'Winterzeit',
};
const TIME_WORDS: InEachWording<TimeWords> = {
  'de-sie': german,
  'de-du': german,
  // Full hours without minutes, and "von … bis" (Netzwerk Leichte Sprache, rules for numbers and times).
  'de-leicht': {
    ...inGerman,
    time: (hour, minute) => (minute === 0 ? `${hour} Uhr` : `${hour}:${two(minute)} Uhr`),
    range: (start, end) => `von ${start} bis ${end}`,
    summer: 'Sommer-Zeit',
    winter: 'Winter-Zeit',
  },
  en: {
    ...dateWords('en-GB'),
    time: englishTime,
    // Not everybody who reads English is in Germany.
    range: (start, end) => `${start} to ${end}, German time`,
    summer: 'summer time',
    winter: 'winter time',
  },
};

/** „Dienstag, 1. Dezember 2026“ */
export function dayInWords(instant: Temporal.Instant, wording: Wording = 'de-sie'): string {
  return TIME_WORDS[wording].day.format(instant.epochMilliseconds);
}

/** „1. Januar 2027“, from a calendar day `2027-01-01`. */
export function dateInWords(date: string, wording: Wording = 'de-sie'): string {
  return TIME_WORDS[wording].date.format(startOfDay(Temporal.PlainDate.from(date)).epochMilliseconds);
}

/** „18:00 Uhr“, “6 pm”; „02:30 Uhr (Sommerzeit)“ where the clocks show it twice. */
export function timeInWords(instant: Temporal.Instant, wording: Wording = 'de-sie'): string {
  const [hour, minute] = wallTimeOf(instant).time.split(':').map(Number) as [number, number];
  const words = TIME_WORDS[wording];
  const said = words.time(hour, minute);
  const which = hourOfTwo(instant);
  return which ? `${said} (${words[which]})` : said;
}

/** „Dienstag, 1. Dezember 2026, 18:00 bis 20:00 Uhr“, “Tuesday, 1 December 2026, 6 pm to 8 pm, German time” */
export function rangeInWords({ start, end }: TimeRange, wording: Wording = 'de-sie'): string {
  const hours = TIME_WORDS[wording].range(timeInWords(start, wording), timeInWords(end, wording));
  return `${dayInWords(start, wording)}, ${hours}`;
}

/** “6 pm”, “6:30 pm”; twelve o’clock is named, because few are sure which one 12 pm is. */
function englishTime(hour: number, minute: number): string {
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'midnight' : 'midday';
  const minutes = minute === 0 ? '' : `:${two(minute)}`;
  return `${hour % 12 || 12}${minutes} ${hour < 12 ? 'am' : 'pm'}`;
}
