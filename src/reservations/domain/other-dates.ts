import { dayOf } from '../../kernel/local-time.js';
import { overlaps } from '../../kernel/time-range.js';
import { busyTimes, millisOf } from './busy-times.js';
import { keepsTime } from './held.js';
import type { Occupancy } from './occupancy.js';
import { ownDate } from './quota.js';
import { withWish, type Judged } from './verdicts.js';

/**
 * What counts against one date beside what is held: the other dates of the same wish, where they are granted. For the week
 * count those before it, as when they are judged, and what the others keep.
 */
export function withOthers(around: Occupancy, judged: readonly Judged[], index: number): Occupancy {
  const date = judged[index];
  if (!date) return around;
  const others = [...judged.entries()].filter(
    ([place, { verdict, wish }]) => place !== index && verdict === 'free' && !wish.isLeftOut,
  );
  const counted = others.filter(([place, { wish }]) => place < index || keepsTime(wish));
  const day = dayOf(date.wish.range.start);
  const thatDay = others.map(([, other]) => other).filter(({ wish }) => overlaps(wish.holds, day));
  return {
    ...around,
    own: [...around.own, ...counted.map(([, { wish }]) => ownDate(wish.range))],
    taken: thatDay.reduce(withRoom, around.taken),
    servers: thatDay.reduce(
      (servers, { wish, serverId }) => withWish(servers, wish, serverId),
      around.servers,
    ),
  };
}

function withRoom(taken: Occupancy['taken'], { roomId, wish }: Judged): Occupancy['taken'] {
  if (roomId === undefined) return taken;
  return new Map(taken).set(roomId, busyTimes([...(taken.get(roomId) ?? []), millisOf(wish.holds)]));
}
