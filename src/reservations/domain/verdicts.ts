import { overlaps, type TimeRange } from '../../kernel/time-range.js';
import { chooseServer, withPeople, type CapacityFault } from './capacity.js';
import { isBusy } from './busy-times.js';
import { addedIn, addedOnServer, carrierOf, keepsTime, serverAtStart, type Held } from './held.js';
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
  /** Whichever room is free, not one by name. */
  isAnyRoom?: boolean;
  people: number;
  held?: Held | undefined;
  /** Where it met before it was called off: people know that server's telephone numbers. */
  serverBefore?: string | null;
  /** People are there already: it can go to no other server. */
  isRunning?: boolean;
  /** Left out on purpose: belongs to the series and holds nothing. */
  isLeftOut: boolean;
  /** Left out because of what stands in the way. */
  isGivenUp?: boolean;
  /** The clocks are put forward over its beginning, so that nobody can come. */
  isMissing: boolean;
}

export interface Judged {
  wish: DateWish;
  verdict: Verdict;
  /** Which share of the house would be too large. */
  quotaFault?: QuotaFault;
  /** The house takes no new dates at all, however few people meet. */
  capacityFault?: CapacityFault;
  /** The group itself has the wished room then. */
  isOwn?: boolean;
  /** Where a free date is held. */
  roomId?: string;
  serverId?: string;
}

/** What each date would get, one after the other: a date that is granted counts against the next ones. */
export function judge(wishes: readonly DateWish[], occupancy: Occupancy, quota: Quota): Judged[] {
  const free = wishes.map((wish) => freeRoomsOf(wish, occupancy));
  const plan = planRooms(free.map((rooms, index) => (wishes[index]?.isLeftOut ? [] : rooms)));
  // What dates keep counts from the first one on, whichever is asked about first.
  const kept = wishes.filter((wish) => !wish.isLeftOut && keepsTime(wish));
  const own = [...occupancy.own, ...kept.map(({ range }) => ownDate(range))];
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
      if (!keepsTime(wish)) own.push(ownDate(wish.range));
      granted.push(judged);
    }
    return withOwn(judged, occupancy.own);
  });
}

function withOwn(judged: Judged, own: readonly OwnDate[]): Judged {
  const isOwn = judged.roomId === undefined && isHeldByGroup(judged.wish, own);
  return isOwn ? { ...judged, isOwn } : judged;
}

/** The group has the one wished room already, at some of that time. */
export function isHeldByGroup({ roomIds, range }: DateWish, own: readonly OwnDate[]): boolean {
  return (
    roomIds.length === 1 && own.some((date) => date.roomId === roomIds[0] && overlaps(date.range, range))
  );
}

function withCarried(servers: readonly ServerLoad[], wish: DateWish): readonly ServerLoad[] {
  return wish.isLeftOut ? servers : withWish(servers, wish, carrierOf(wish));
}

function withGranted(servers: readonly ServerLoad[], { serverId, wish }: Judged): readonly ServerLoad[] {
  return carrierOf(wish) === undefined ? withWish(servers, wish, serverId) : servers;
}

/** The load with one date more. */
export function withWish(
  servers: readonly ServerLoad[],
  { range, people }: DateWish,
  serverId: string | undefined,
) {
  return servers.map((server) => (server.id === serverId ? withPeople(server, range, people) : server));
}

/** The dates that stand in the way of storing: not free and not left out. */
export function clashesIn(judged: readonly Judged[]): Judged[] {
  return judged.filter(({ verdict, wish }) => verdict !== 'free' && !wish.isLeftOut);
}

function judgeOne(
  wish: DateWish,
  roomId: string | undefined,
  against: { occupancy: Occupancy; own: OwnDate[]; quota: Quota },
): Judged {
  const { occupancy, own, quota } = against;
  // Said first: no other room, day or length would help.
  if (findsNoneOpen(wish, occupancy.servers))
    return { wish, verdict: 'capacity', capacityFault: 'noServerOpen' };
  if (roomId === undefined && isClosed(wish, occupancy)) return { wish, verdict: 'closed' };
  // Said before a taken room: no other room would help.
  const quotaFault = keepsTime(wish) ? undefined : quotaFaultOf(wish.range, own, quota);
  if (quotaFault) return { wish, verdict: 'quota', quotaFault };
  return roomId === undefined ? { wish, verdict: 'taken' } : judgeIn(roomId, wish, occupancy.servers);
}

/** What a date would get in a room that is free. */
function judgeIn(roomId: string, wish: DateWish, servers: readonly ServerLoad[]): Judged {
  const serverId = carrierOf(wish);
  if (serverId !== undefined) return { wish, verdict: 'free', roomId, serverId };
  if (servers.length === 0) return { wish, verdict: 'free', roomId };
  const chosen = serverFor(wish, servers);
  return chosen === undefined
    ? { wish, verdict: 'capacity' }
    : { wish, verdict: 'free', roomId, serverId: chosen };
}

/** No server takes new dates, and none carries this one already. Who meets already is not asked to go to another one. */
function findsNoneOpen(wish: DateWish, servers: readonly ServerLoad[]): boolean {
  if (servers.length === 0 || servers.some(({ isOpen }) => isOpen) || wish.isRunning) return false;
  return carrierOf(wish) === undefined && serverFor(wish, servers) === undefined;
}

/** The server where people wait for the date already, while it carries them; otherwise one that takes new dates, the former first. */
function serverFor(wish: DateWish, servers: readonly ServerLoad[]): string | undefined {
  const among = (isMeant: (server: ServerLoad) => boolean, ranges = [wish.range]) =>
    chooseServer(servers.filter(isMeant), ranges, wish.people);
  const current = serverAtStart(wish);
  const same = current === undefined ? undefined : among(({ id }) => id === current, addedOnServer(wish));
  if (same !== undefined || (current !== undefined && wish.isRunning)) return same;
  const former = among(({ id, isOpen }) => isOpen && id === wish.serverBefore);
  return former ?? among(({ isOpen }) => isOpen);
}

/** The wished rooms that are neither held nor closed, whatever else stands in the way. */
function freeRoomsOf(wish: DateWish, occupancy: Occupancy): string[] {
  if (wish.isMissing) return [];
  return wish.roomIds.filter(
    (id) => !isBusy(occupancy.taken.get(id), wish.holds) && !isClosedIn(id, wish, occupancy),
  );
}

/** Closed says more than taken only when no room at all is open. */
function isClosed(wish: DateWish, occupancy: Occupancy): boolean {
  return wish.isMissing || wish.roomIds.every((id) => isClosedIn(id, wish, occupancy));
}

/** A closure that has left a date standing does not ask it to go when something else about it changes. */
function isClosedIn(roomId: string, wish: DateWish, { closed }: Occupancy): boolean {
  return addedIn(roomId, wish).some((range) => isBusy(closed.get(roomId), range));
}
