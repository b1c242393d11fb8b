import { overlaps, type TimeRange } from '../../kernel/time-range.js';
import { chooseServer } from './capacity.js';
import { meets, type Occupancy, type OwnDate } from './occupancy.js';
import { ownDate, quotaFaultOf, type Quota } from './quota.js';
import { planRooms } from './room-plan.js';

export type Verdict = 'free' | 'taken' | 'closed' | 'capacity' | 'quota';

/** What a group wishes for one date of a reservation. */
export interface DateWish {
  /** The local day the rule gave: the name of the date within its series. */
  seriesDate: string;
  range: TimeRange;
  /** The range and the buffer after it. */
  holds: TimeRange;
  /** The rooms that would do, the preferred ones first. */
  roomIds: readonly string[];
  people: number;
  /** Left out on purpose: belongs to the series and holds nothing. */
  isLeftOut: boolean;
  /** The clocks are put forward over its beginning, so that nobody can come. */
  isMissing: boolean;
}

export interface Judged {
  wish: DateWish;
  verdict: Verdict;
  /** Where a free date is held. */
  roomId?: string;
  serverId?: string;
  /** Its server comes near its capacity. */
  isNearlyFull?: boolean;
}

/** What each date would get, one after the other: a date that is granted counts against the next ones. */
export function judge(wishes: readonly DateWish[], occupancy: Occupancy, quota: Quota): Judged[] {
  const free = wishes.map((wish) => freeRoomsOf(wish, occupancy));
  const plan = planRooms(free.map((rooms, index) => (wishes[index]?.isLeftOut ? [] : rooms)));
  const own = [...occupancy.own];
  const granted: { roomId: string; holds: TimeRange }[] = [];
  return wishes.map((wish, index) => {
    const roomId = plan[index] ?? free[index]?.[0];
    // Two dates of one series can meet on a day when one of them was moved there.
    const isOurs = granted.some((other) => other.roomId === roomId && overlaps(other.holds, wish.holds));
    const judged = judgeOne(wish, isOurs ? undefined : roomId, { occupancy, own, quota });
    if (judged.roomId !== undefined && !wish.isLeftOut) {
      own.push(ownDate(wish.range));
      granted.push({ roomId: judged.roomId, holds: wish.holds });
    }
    return judged;
  });
}

/** The dates that stand in the way of storing: not free and not left out. */
export function clashesIn(judged: readonly Judged[]): Judged[] {
  return judged.filter(({ verdict, wish }) => verdict !== 'free' && !wish.isLeftOut);
}

function judgeOne(
  wish: DateWish,
  roomId: string | undefined,
  held: { occupancy: Occupancy; own: OwnDate[]; quota: Quota },
): Judged {
  if (roomId === undefined) return { wish, verdict: isClosed(wish, held.occupancy) ? 'closed' : 'taken' };
  if (quotaFaultOf(wish.range, held.own, held.quota)) return { wish, verdict: 'quota' };
  const choice = chooseServer(held.occupancy.servers, wish.range, wish.people);
  if (choice.kind === 'full') return { wish, verdict: 'capacity' };
  if (choice.kind === 'none') return { wish, verdict: 'free', roomId };
  return { wish, verdict: 'free', roomId, serverId: choice.serverId, isNearlyFull: choice.isNearlyFull };
}

function freeRoomsOf({ roomIds, range, holds, isMissing }: DateWish, { taken, closed }: Occupancy): string[] {
  if (isMissing) return [];
  return roomIds.filter((id) => !meets(taken.get(id), holds) && !meets(closed.get(id), range));
}

/** Closed says more than taken only when no room at all is open. */
function isClosed({ roomIds, range, isMissing }: DateWish, { closed }: Occupancy): boolean {
  return isMissing || roomIds.every((id) => meets(closed.get(id), range));
}
