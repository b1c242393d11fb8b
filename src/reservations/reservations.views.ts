import { z } from 'zod';
import { rangeInWords, wallTimeOf } from '../kernel/local-time.js';
import { toUtc, type TimeRange } from '../kernel/time-range.js';
import type { Room } from '../rooms/room.entity.js';
import type { Alternative } from './domain/alternatives.js';
import type { OccurrenceRow, TakenRow } from './reservations.reader.js';

const slotView = z.strictObject({ startsAt: z.iso.datetime(), endsAt: z.iso.datetime() });

export const availabilityView = z.strictObject({
  rooms: z.array(
    z.strictObject({
      id: z.uuid(),
      name: z.string(),
      kind: z.enum(['talk', 'group', 'information', 'practice']),
      seats: z.int(),
      taken: z.array(slotView),
      closed: z.array(slotView),
    }),
  ),
});

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
  /** A sentence to show beside the success, e.g. about an hour that happens twice. */
  notice: z.string().optional(),
  occurrences: z.array(occurrenceView),
  version: z.int(),
});

export interface ClashView {
  date: string;
  startsAt: string;
  endsAt: string;
  verdict: 'taken';
  alternatives: Alternative[];
}

export function toAvailabilityView(rooms: Room[], taken: TakenRow[]): z.infer<typeof availabilityView> {
  const ofRoom = Map.groupBy(taken, ({ roomId }) => roomId);
  return {
    rooms: rooms.map(({ id, name, kind, seats }) => ({
      id,
      name,
      kind,
      seats,
      taken: (ofRoom.get(id) ?? []).map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
      closed: [],
    })),
  };
}

/** `enterUrl` is the caller's own door; `opensAt` is when participants may come, moderators a little earlier. */
export function toOccurrenceView(
  row: OccurrenceRow,
  enterUrl: string,
  now: Temporal.Instant,
): OccurrenceView {
  const start = Temporal.Instant.from(row.startsAt);
  const end = Temporal.Instant.from(row.endsAt);
  const isPast = row.state === 'planned' && end.epochMilliseconds <= now.epochMilliseconds;
  return {
    id: row.id,
    reservationId: row.reservationId,
    groupId: row.groupId,
    room: { id: row.roomId, name: row.roomName },
    ...wallTimeOf(start),
    minutes: start.until(end).total('minutes'),
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    state: isPast ? 'past' : row.state,
    reason: row.reason ?? undefined,
    expectedParticipants: row.expectedParticipants,
    door: { opensAt: toUtc(start.subtract({ minutes: row.doorOpensMinutes })), enterUrl },
    version: row.version,
  };
}

export function toReservationView(
  reservation: { id: string; groupId: string; version: number },
  occurrences: OccurrenceView[],
  notice: string | undefined,
): z.infer<typeof reservationView> {
  const [first] = occurrences;
  const inWords = first ? rangeInWords(rangeOf(first)) : '';
  return { ...reservation, inWords, notice, occurrences };
}

function rangeOf({ startsAt, endsAt }: { startsAt: string; endsAt: string }): TimeRange {
  return { start: Temporal.Instant.from(startsAt), end: Temporal.Instant.from(endsAt) };
}
