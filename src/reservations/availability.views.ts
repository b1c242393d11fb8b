import { z } from 'zod';
import { toUtc, type TimeRange } from '../kernel/time-range.js';
import type { Room } from '../rooms/room.entity.js';
import type { TakenRow } from './reservations.reader.js';

const slotView = z.strictObject({ startsAt: z.iso.datetime(), endsAt: z.iso.datetime() });

export const availabilityView = z.strictObject({
  /** The house takes no new dates at all for now, whichever room is free. */
  noServerOpen: z.boolean(),
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

export function toAvailabilityView(
  rooms: Room[],
  taken: TakenRow[],
  closed: ReadonlyMap<string, TimeRange[]>,
): Pick<z.infer<typeof availabilityView>, 'rooms'> {
  const ofRoom = Map.groupBy(taken, ({ roomId }) => roomId);
  return {
    rooms: rooms.map(({ id, name, kind, seats }) => ({
      id,
      name,
      kind,
      seats,
      taken: (ofRoom.get(id) ?? []).map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
      closed: (closed.get(id) ?? []).map(({ start, end }) => ({
        startsAt: toUtc(start),
        endsAt: toUtc(end),
      })),
    })),
  };
}
