import { overlaps, type TimeRange } from '../../kernel/time-range.js';
import { chooseServer, withPeople } from './capacity.js';
import { isBusy } from './busy-times.js';
import type { Occupancy, OwnDate, ServerLoad } from './occupancy.js';
import { ownDate, quotaFaultOf, type Quota, type QuotaFault } from './quota.js';
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
  /** The Jitsi server it has to be, for a meeting that runs: a running one cannot move. */
  serverId?: string | undefined;
  /** The Jitsi server that carries at least as many people at that time for it already: nothing more is asked of it. */
  carriedBy?: string | undefined;
  /** Left out on purpose: belongs to the series and holds nothing. */
  isLeftOut: boolean;
  /** The clocks are put forward over its beginning, so that nobody can come. */
  isMissing: boolean;
}

export interface Judged {
  wish: DateWish;
  verdict: Verdict;
  /** Which share of the house would be too large. */
  quotaFault?: QuotaFault;
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
  const granted: Judged[] = [];
  const carried = wishes.reduce(withCarried, occupancy.servers);
  return wishes.map((wish, index) => {
    // Two dates of one series can meet when one of them was moved to the day of the other.
    const beside = granted.filter((other) => overlaps(other.wish.holds, wish.holds));
    const isLeft = (id: string | undefined) => beside.every((other) => other.roomId !== id);
    const planned = plan[index];
    const roomId = planned && isLeft(planned) ? planned : free[index]?.find(isLeft);
    const servers = beside.reduce(withGranted, carried);
    const judged = judgeOne(wish, roomId, {
      occupancy: { ...occupancy, servers },
      own,
      quota,
    });
    if (judged.roomId !== undefined && !wish.isLeftOut) {
      own.push(ownDate(wish.range));
      granted.push(judged);
    }
    return judged;
  });
}

/** What a server carries already counts from the first date on, whichever date is asked about first. */
function withCarried(servers: readonly ServerLoad[], wish: DateWish): readonly ServerLoad[] {
  return wish.isLeftOut ? servers : withWish(servers, wish, wish.carriedBy);
}

function withGranted(servers: readonly ServerLoad[], { serverId, wish }: Judged): readonly ServerLoad[] {
  return wish.carriedBy === undefined ? withWish(servers, wish, serverId) : servers;
}

function withWish(servers: readonly ServerLoad[], { range, people }: DateWish, serverId: string | undefined) {
  return servers.map((server) => (server.id === serverId ? withPeople(server, range, people) : server));
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
  const quotaFault = quotaFaultOf(wish.range, held.own, held.quota);
  if (quotaFault) return { wish, verdict: 'quota', quotaFault };
  const { serverId: fixed, carriedBy } = wish;
  if (carriedBy !== undefined) return { wish, verdict: 'free', roomId, serverId: carriedBy };
  const servers = held.occupancy.servers.filter(({ id, isOpen }) =>
    fixed === undefined ? isOpen : id === fixed,
  );
  const choice = chooseServer(servers, wish.range, wish.people);
  if (choice.kind === 'full') return { wish, verdict: 'capacity' };
  if (choice.kind === 'none') return { wish, verdict: 'free', roomId };
  return { wish, verdict: 'free', roomId, serverId: choice.serverId, isNearlyFull: choice.isNearlyFull };
}

/** The wished rooms that are neither held nor closed, whatever else stands in the way. */
export function freeRoomsOf(
  { roomIds, range, holds, isMissing }: DateWish,
  { taken, closed }: Occupancy,
): string[] {
  if (isMissing) return [];
  return roomIds.filter((id) => !isBusy(taken.get(id), holds) && !isBusy(closed.get(id), range));
}

/** Closed says more than taken only when no room at all is open. */
function isClosed({ roomIds, range, isMissing }: DateWish, { closed }: Occupancy): boolean {
  return isMissing || roomIds.every((id) => isBusy(closed.get(id), range));
}
