import { z } from 'zod';
import { rangeInWords, wallTimeOf } from '../kernel/local-time.js';
import { RESTORE_MINUTES } from '../kernel/house-rules.js';
import { isBefore, minutesOf, rangeBetween, toUtc } from '../kernel/time-range.js';
import { reasonInWords } from './domain/reasons.js';
import { seriesInWords } from './domain/recurrence-words.js';
import type { SeriesRule } from './reservation.entity.js';
import type { OccurrenceRow } from './reservations.reader.js';

export const occurrenceView = z.strictObject({
  id: z.uuid(),
  reservationId: z.uuid(),
  groupId: z.uuid(),
  room: z.strictObject({ id: z.uuid(), name: z.string() }),
  date: z.iso.date(),
  time: z.string(),
  minutes: z.int(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  state: z.enum(['planned', 'cancelled', 'leftOut', 'past']),
  reason: z.string().optional(),
  expectedParticipants: z.int(),
  door: z.strictObject({ opensAt: z.iso.datetime(), enterUrl: z.url() }),
  version: z.int(),
  /** The day the rule gave; it stays when the date is moved. */
  seriesDate: z.iso.date(),
  isSeries: z.boolean(),
  isRunning: z.boolean(),
  /** Until when a cancellation can be taken back. */
  restorableUntil: z.iso.datetime().optional(),
  reservationVersion: z.int(),
});
export type OccurrenceView = z.infer<typeof occurrenceView>;

export const occurrenceListView = z.strictObject({
  items: z.array(occurrenceView),
  nextCursor: z.string().nullable(),
});

export const reservationView = z.strictObject({
  id: z.uuid(),
  groupId: z.uuid(),
  inWords: z.string(),
  repeat: z.looseObject({ kind: z.enum(['weekly', 'monthly']) }).optional(),
  /** A sentence to show beside the success, e.g. about an hour that happens twice. */
  notice: z.string().optional(),
  occurrences: z.array(occurrenceView),
  version: z.int(),
});
export type ReservationView = z.infer<typeof reservationView>;

const alternativeView = z.union([
  z.strictObject({ roomId: z.uuid(), roomName: z.string() }),
  z.strictObject({ time: z.string() }),
]);

export const judgedDateView = z.strictObject({
  date: z.iso.date(),
  /** Its name within the series: two dates of a series may share a day, when one of them was moved there. */
  seriesDate: z.iso.date(),
  time: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  verdict: z.enum(['free', 'taken', 'closed', 'capacity', 'quota']),
  /** Which share of the house the group would exceed. */
  quotaFault: z.enum(['tooManyRoomsAtOnce', 'tooManyHoursAWeek']).optional(),
  /** The house takes no new dates at all for now: no other room or time helps. */
  capacityFault: z.enum(['noServerOpen']).optional(),
  /** The clocks are put forward over the wished beginning: `time` is right after. */
  timeFault: z.enum(['timeDoesNotExist']).optional(),
  /** The date of the group itself that has the wished room then. */
  own: z.strictObject({ occurrenceId: z.uuid(), reservationId: z.uuid() }).optional(),
  /** Left out on purpose. */
  skipped: z.boolean().optional(),
  holiday: z.string().optional(),
  room: z.strictObject({ id: z.uuid(), name: z.string() }).optional(),
  alternatives: z.array(alternativeView),
});
export type JudgedDateView = z.infer<typeof judgedDateView>;

/** Something stands in the way of these dates, with what is free instead. */
export const clashView = z.looseObject({
  code: z.literal('roomAlreadyTaken'),
  status: z.literal(409),
  detail: z.string(),
  dates: z.array(judgedDateView),
});

export const previewView = z.strictObject({
  inWords: z.string(),
  notice: z.string().optional(),
  dates: z.array(judgedDateView),
});

/** What is shown of a stored date. */
export type ShownRow = Omit<
  OccurrenceRow,
  'contactPointId' | 'serverId' | 'heldUntil' | 'calendarUid' | 'sequence' | 'extendedMinutes'
>;

/** `enterUrl` is the caller's own door; `opensAt` is when participants may come, moderators a little earlier. */
export function toOccurrenceView(row: ShownRow, enterUrl: string, now: Temporal.Instant): OccurrenceView {
  const range = rangeBetween(row);
  const { start, end } = range;
  const isPlanned = row.state === 'planned';
  return {
    id: row.id,
    reservationId: row.reservationId,
    groupId: row.groupId,
    room: { id: row.roomId, name: row.roomName },
    ...wallTimeOf(start),
    minutes: minutesOf(range),
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    state: isPlanned && isReached(end, now) ? 'past' : row.state,
    reason: row.reason === null ? undefined : reasonInWords(row.reason),
    expectedParticipants: row.expectedParticipants,
    door: { opensAt: toUtc(start.subtract({ minutes: row.doorOpensMinutes })), enterUrl },
    version: row.version,
    seriesDate: row.seriesDate,
    isSeries: row.series !== null,
    isRunning: isPlanned && isReached(start, now) && !isReached(end, now),
    restorableUntil: restorableUntil(row, now),
    reservationVersion: row.reservationVersion,
  };
}

/** Throws when there is no date; a reservation has one at least. */
export function toReservationView(
  rows: readonly ShownRow[],
  occurrences: OccurrenceView[],
  notice: string | undefined,
): ReservationView {
  const [first] = rows;
  if (!first) throw new Error('A reservation without a date.');
  return {
    id: first.reservationId,
    groupId: first.groupId,
    inWords: inWords(
      first.series,
      first,
      occurrences.filter(({ state }) => state === 'planned'),
    ),
    repeat: first.series ? { ...first.series.repeat } : undefined,
    notice,
    occurrences,
    version: first.reservationVersion,
  };
}

/** „Jeden Dienstag, 18:00 bis 20:00 Uhr, 12 Termine“, or the one date. */
export function inWords(
  series: SeriesRule | null,
  only: { startsAt: string; endsAt: string },
  coming: readonly OccurrenceView[] = [],
): string {
  if (series) return seriesInWords(series, coming);
  return rangeInWords({
    start: Temporal.Instant.from(only.startsAt),
    end: Temporal.Instant.from(only.endsAt),
  });
}

/** What the group has not cancelled itself is not offered: it is closed then, or the group has ended. */
function restorableUntil({ state, startsAt, cancelledAt, reason }: ShownRow, now: Temporal.Instant) {
  if (state !== 'cancelled' || !cancelledAt || reason !== null) return undefined;
  const until = Temporal.Instant.from(cancelledAt).add({ minutes: RESTORE_MINUTES });
  return isReached(until, now) || isReached(Temporal.Instant.from(startsAt), now) ? undefined : toUtc(until);
}

function isReached(instant: Temporal.Instant, now: Temporal.Instant): boolean {
  return !isBefore(now, instant);
}
