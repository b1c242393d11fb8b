import { z } from 'zod';
import type { Room } from './room.entity.js';

export const roomView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(['talk', 'group', 'information', 'practice']),
  seats: z.int(),
  /** Belongs to who asks: they may close it. */
  isOwn: z.boolean(),
});

export const roomListView = z.strictObject({ items: z.array(roomView), nextCursor: z.string().nullable() });

/** For a contact point, or for the operator (null); `limit + 1` rows were asked for. */
export function toRoomListView(
  rooms: Room[],
  contactPointId: string | null,
  limit: number,
): z.infer<typeof roomListView> {
  const items = rooms.slice(0, limit).map(({ id, name, kind, seats, contactPointId: owner }) => {
    return { id, name, kind, seats, isOwn: owner === contactPointId };
  });
  return { items, nextCursor: rooms.length > limit ? (items.at(-1)?.id ?? null) : null };
}
