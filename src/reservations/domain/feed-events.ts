import { dateOf, happensTwice, wallTimeOf } from '../../kernel/local-time.js';
import type { TimeRange } from '../../kernel/time-range.js';
import { timesOf, type WishedTime } from './occurrence-times.js';
import { MOST_SERIES_DATES, type SeriesRule } from './recurrence-rule.js';
import { isKnownEverywhere, rruleOf } from './recurrence-rrule.js';
import { datesOf } from './recurrence.js';

/** A date that takes place; `seriesDate` is the day the rule gave. */
export interface FeedDate {
  uid: string;
  seriesDate: string;
  range: TimeRange;
  sequence: number;
}

export interface FeedReservation {
  uid: string;
  createdAt: Temporal.Instant;
  /** Rises with every change. */
  version: number;
  series: SeriesRule | null;
  /** Those that are shown. */
  dates: readonly FeedDate[];
}

/** An entry of a calendar (VEVENT). */
export interface FeedEvent {
  uid: string;
  sequence: number;
  writtenAt: Temporal.Instant;
  range: TimeRange;
  recurrence?: { rrule: string; leftOut: Temporal.Instant[] };
  /** The start that the rule gave, for a date of a series that was moved. */
  replaces?: Temporal.Instant;
}

/** A date as the rule gives it, and what is held instead. */
interface Slot {
  day: string;
  range: TimeRange;
  regular?: FeedDate;
  moved?: FeedDate;
}

interface Series {
  /** From the first date that takes place as the rule says to the last one. */
  slots: readonly Slot[];
  /** How many dates of the rule lie before. */
  before: number;
  others: readonly FeedDate[];
}

/**
 * The entries of a reservation: together they show its dates and nothing else, however they were moved or left out. A
 * series is one entry with a rule as long as most of its dates follow it; what does not fit in has an entry of its own.
 */
export function feedEventsOf(reservation: FeedReservation): FeedEvent[] {
  const { createdAt, dates } = reservation;
  const alone = ({ uid, range, sequence }: FeedDate): FeedEvent => ({
    ...stamped(createdAt, uid, sequence),
    range,
  });
  const series = seriesIn(reservation);
  return series ? [...eventsOf(reservation, series), ...series.others.map(alone)] : dates.map(alone);
}

/** Undefined when single entries say it better, or when not every calendar program would read the rule as we do. */
function seriesIn({ series, dates }: FeedReservation): Series | undefined {
  if (!series || !isKnownEverywhere(series.repeat)) return undefined;
  const free = new Set(dates);
  const take = (fits: (date: FeedDate) => boolean) => {
    const found = [...free].find(fits);
    if (found) free.delete(found);
    return found;
  };
  const all = slotsOf(series).map((slot) => ({ ...slot, regular: take((date) => isOn(slot, date)) }));
  const regular = all.filter((slot) => slot.regular).length;
  if (regular < 2 || regular * 2 < dates.length) return undefined;
  const before = all.findIndex((slot) => slot.regular);
  const span = all.slice(before, all.findLastIndex((slot) => slot.regular) + 1);
  const slots = span.map((slot, index) => {
    const neighbours = { last: span[index - 1]?.day ?? '', next: span[index + 1]?.day ?? '' };
    return slot.regular ? slot : { ...slot, moved: take((date) => isMovedFrom(slot, date, neighbours)) };
  });
  return { slots, before, others: [...free] };
}

/** What the rule gives; nothing when the clocks change during one of its dates, or it ends at a time that comes twice: programs read these differently. */
function slotsOf({ date, time, minutes, repeat }: SeriesRule): Slot[] {
  const expanded = datesOf(Temporal.PlainDate.from(date), repeat);
  if (expanded.kind === 'refused') return [];
  const slots: Slot[] = [];
  for (const each of expanded.dates) {
    const wished = { date: each.date.toString(), time, minutes };
    const times = timesOf(wished);
    if (times.kind === 'missing' || times.isFirstOfTwo || isReadDifferently(wished, times.range)) return [];
    slots.push({ day: wished.date, range: times.range });
  }
  return slots;
}

function isReadDifferently({ date, time, minutes }: WishedTime, { end }: TimeRange): boolean {
  const onTheWall = Temporal.PlainDateTime.from(`${date}T${time}`).add({ minutes });
  const wall = wallTimeOf(end);
  const isOverClockChange = onTheWall.toString({ smallestUnit: 'minute' }) !== `${wall.date}T${wall.time}`;
  return isOverClockChange || happensTwice(end);
}

function isOn(slot: Slot, { range }: FeedDate): boolean {
  return range.start.equals(slot.range.start) && range.end.equals(slot.range.end);
}

/** A moved date stays between its neighbours: Outlook refuses one that passes or meets another of its series. */
function isMovedFrom(
  slot: Slot,
  { seriesDate, range }: FeedDate,
  { last, next }: { last: string; next: string },
): boolean {
  const day = dateOf(range.start).toString();
  return (seriesDate === slot.day || day === slot.day) && last < day && day < next;
}

function eventsOf({ uid, createdAt, version, series }: FeedReservation, found: Series): FeedEvent[] {
  const [first] = found.slots;
  if (!first || !series) return [];
  // Rises with every change, and between two changes with each date at the beginning that is shown no more.
  const sequence = (version - 1) * (MOST_SERIES_DATES + 1) + found.before;
  const stamp = stamped(createdAt, uid, sequence);
  const leftOut = found.slots.filter(({ regular, moved }) => !regular && !moved);
  const rrule = rruleOf(Temporal.PlainDate.from(first.day), series.repeat, found.slots.length);
  const moved = found.slots.flatMap((slot) =>
    slot.moved ? [{ ...stamp, range: slot.moved.range, replaces: slot.range.start }] : [],
  );
  const recurrence = { rrule, leftOut: leftOut.map(({ range }) => range.start) };
  return [{ ...stamp, range: first.range, recurrence }, ...moved];
}

/** The house does not keep when a date was changed; a second for each change makes a later version a later one. */
function stamped(createdAt: Temporal.Instant, uid: string, sequence: number) {
  return { uid, sequence, writtenAt: createdAt.add({ seconds: sequence }) };
}
