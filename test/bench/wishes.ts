// What is asked for: the nth request of each kind. Nothing is asked twice, but where it is meant to clash.
import {
  BUSY_DAYS,
  dayAhead,
  DAYS,
  DOOR,
  DOOR_SECRET,
  doorRoomOf,
  doorTokenOf,
  idOf,
  LARGE,
  ONE,
  scattered,
  SLOTS,
  tokenOf,
  TWENTY,
  TWO_HUNDRED,
  type Place,
} from './world.ts';

export interface Wish {
  method: string;
  path: string;
  token?: string;
  body?: unknown;
  /** The status that counts. */
  expects: number;
}

const HALF_HOURS = 12;
const SERIES_SLOTS = 1000 * 7 * 2;
const moved = new Map<number, boolean>();

/** By name: the wish with this number. */
export const wishes = {
  /** 60 minutes from 07:00 or 08:00 in one of a thousand rooms. */
  single: (n: number) => reserve(LARGE, n, single(n)),
  /** 30 minutes before 13:00 in one of a thousand rooms. */
  spread: (n: number) =>
    reserve(
      LARGE,
      n,
      half(n, (i) => i % 1000),
    ),
  /** The same in one room; every 4,000 requests another one. */
  hot: (n: number) =>
    reserve(
      LARGE,
      n,
      half(n, () => Math.floor(n / 4000) % 1000),
    ),
  /** 60 minutes in a named room of twenty. */
  ofTwenty: (n: number) => reserve(TWENTY, n, ofTwenty(n)),
  /** 60 minutes in any room of twenty. */
  any: (n: number) => reserve(TWENTY, n, { ...ofTwenty(n), roomId: 'any' }),
  series: (n: number) => reserve(LARGE, n, series(n)),
  preview: (n: number) => {
    const wish = reserve(LARGE, n, series(n));
    return { ...wish, path: `${wish.path}/preview`, expects: 200 };
  },
  /** A room that is held at that time by another group. */
  clash: (n: number) => ({ ...reserve(LARGE, n, taken(n)), expects: 409 }),
  /** The dates that each room of twenty has at 19:00. */
  clashOfTwenty: (n: number) => ({ ...reserve(TWENTY, n, takenOfTwenty(n)), expects: 409 }),
  move,
  day20: (n: number) => availability(TWENTY, n, 0),
  day200: (n: number) => availability(TWO_HUNDRED, n, 0),
  month: () => availability(ONE, 0, BUSY_DAYS - 1),
  beat,
  enter,
  bareInsert,
  bareDay20: (n: number) => bareAvailability(TWENTY, n, 0),
  bareDay200: (n: number) => bareAvailability(TWO_HUNDRED, n, 0),
  bareMonth: () => bareAvailability(ONE, 0, BUSY_DAYS - 1),
} satisfies Record<string, (n: number) => Wish>;

export type WishName = keyof typeof wishes;

/** The slot guard's heartbeat, with heads in each of the four hundred rooms that are open. */
function beat(n: number): Wish {
  const rooms = Array.from({ length: DOOR.rooms }, (_, index) => {
    return { room: doorRoomOf(index + 1), participants: 2 + ((n + index) % 8) };
  });
  return { method: 'POST', path: '/jitsi/main/slots', token: DOOR_SECRET, body: { rooms }, expects: 200 };
}

/** Somebody presses the button of their personal link. */
function enter(n: number): Wish {
  const path = `/api/links/${doorTokenOf(1 + (n % DOOR.groups))}/enter`;
  return { method: 'POST', path, body: { displayName: 'Ada' }, expects: 200 };
}

interface What {
  roomId: string;
  date: string;
  time: string;
  minutes: number;
  repeat?: unknown;
}

const day = daysAhead();

function reserve(place: Place, n: number, what: What): Wish {
  const group = place.firstGroup + (n % place.groups);
  return {
    method: 'POST',
    path: `/api/groups/${idOf('group', group)}/reservations`,
    token: tokenOf(group),
    body: { ...what, expectedParticipants: 8 },
    expects: 201,
  };
}

function single(n: number): What {
  const slot = scattered(n, SLOTS);
  const row = Math.floor(slot / 1000);
  const time = row < DAYS ? '07:00' : '08:00';
  return { roomId: idOf('room', 1 + (slot % 1000)), date: day(row % DAYS), time, minutes: 60 };
}

/** One of 4,284 half hours of a room. */
function half(n: number, roomOf: (n: number) => number): What {
  const slot = scattered(n, HALF_HOURS * DAYS);
  const minutes = 7 * 60 + 30 * Math.floor(slot / DAYS);
  return { roomId: idOf('room', 1 + roomOf(n)), date: day(slot % DAYS), time: clock(minutes), minutes: 30 };
}

function ofTwenty(n: number): What {
  const slot = scattered(n, TWENTY.rooms * DAYS * HALF_HOURS);
  const row = Math.floor(slot / TWENTY.rooms);
  const time = clock(7 * 60 + 60 * Math.floor(row / DAYS));
  const roomId = idOf('room', TWENTY.firstRoom + (slot % TWENTY.rooms));
  return { roomId, date: day(row % DAYS), time, minutes: 60 };
}

function series(n: number): What {
  const slot = scattered(n, SERIES_SLOTS);
  const row = Math.floor(slot / 1000);
  const repeat = { kind: 'weekly', interval: 1, count: 52 };
  const time = row < 7 ? '11:00' : '11:30';
  return { roomId: idOf('room', 1 + (slot % 1000)), date: day(row % 7), time, minutes: 30, repeat };
}

/** Dates to move lie between 12:00 and 13:00: see sql/fill.sql. */
function taken(n: number): What {
  const held = 1 + (scattered(n, 2000) % 2000);
  return {
    roomId: idOf('room', 1 + (held % 1000)),
    date: day((held * 5) % DAYS),
    time: '12:00',
    minutes: 60,
  };
}

function takenOfTwenty(n: number): What {
  const roomId = idOf('room', TWENTY.firstRoom + (n % TWENTY.rooms));
  return { roomId, date: day(n % BUSY_DAYS), time: '19:30', minutes: 60 };
}

/** To and fro between 12:00 and 12:30. */
function move(n: number): Wish {
  const date = 1 + (n % 2000);
  const isLate = !moved.get(date);
  moved.set(date, isLate);
  const body = { time: isLate ? '12:30' : '12:00' };
  return {
    method: 'PATCH',
    path: `/api/occurrences/${idOf('occurrence', date)}`,
    token: tokenOf(date),
    body,
    expects: 200,
  };
}

function availability({ slug }: Place, n: number, more: number): Wish {
  const first = more > 0 ? 0 : n % BUSY_DAYS;
  const query = `from=${day(first)}&to=${day(first + more)}`;
  return { method: 'GET', path: `/api/contact-points/${slug}/availability?${query}`, expects: 200 };
}

function bareAvailability({ slug }: Place, n: number, more: number): Wish {
  const first = more > 0 ? 0 : n % BUSY_DAYS;
  const query = `slug=${slug}&from=${day(first)}T00:00%2B01&to=${day(first + more + 1)}T00:00%2B01`;
  return { method: 'GET', path: `/availability?${query}`, expects: 200 };
}

/** From 09:00 on, beside the other floors. */
function bareInsert(n: number): Wish {
  const slot = scattered(n, SLOTS);
  const row = Math.floor(slot / 1000);
  const hour = row < DAYS ? 9 : 10;
  const at = (time: number) => `${day(row % DAYS)}T${clock(time * 60)}Z`;
  const body = { roomId: idOf('room', 1 + (slot % 1000)), start: at(hour), until: at(hour + 1) };
  return { method: 'POST', path: '/insert', body, expects: 201 };
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Looked up, not reckoned, while the load runs. */
function daysAhead(): (days: number) => string {
  const dates = Array.from({ length: DAYS + BUSY_DAYS }, (_, days) => dayAhead(days));
  return (days) => dates[days] ?? '';
}
