// What the filled house looks like, known to those who fill it and to those who put load on it.

/** Kinds of rows with ids that can be told from a number: see `bench_id` in sql/fill.sql. */
const KINDS = { contactPoint: 1, room: 2, group: 3, occurrence: 8 } as const;

export function idOf(kind: keyof typeof KINDS, number: number): string {
  return `${hex(KINDS[kind], 8)}-0000-4000-8000-${hex(number, 12)}`;
}

export interface Place {
  slug: string;
  /** Number of the contact point, of its first room and of its first group. */
  number: number;
  firstRoom: number;
  rooms: number;
  firstGroup: number;
  groups: number;
}

export const LARGE = place('tausend', 1, { rooms: [1, 1000], groups: [1, 2000] });
export const TWENTY = place('zwanzig', 2, { rooms: [1001, 20], groups: [2001, 64] });
export const TWO_HUNDRED = place('zweihundert', 3, { rooms: [1021, 200], groups: [2065, 64] });
export const ONE = place('eins', 4, { rooms: [1221, 1], groups: [2129, 1] });
/** Its groups all meet at once, from an hour before the filling until eleven hours after it. */
export const DOOR = place('tuer', 5, { rooms: [1222, 400], groups: [2130, 400] });
export const PLACES = [LARGE, TWENTY, TWO_HUNDRED, ONE, DOOR];

/** Days ahead that load is put on; the last week before the horizon of twelve months stays free. */
export const DAYS = 357;
/** Rooms of the large contact point, days ahead, and two hours of each: as many dates can be held before one clashes. */
export const SLOTS = 1000 * DAYS * 2;
/** The same for the floors, two hours later. */
export const FLOOR_SLOTS = SLOTS;
/** On so many days from tomorrow on, each room of the three small contact points has one date. */
export const BUSY_DAYS = 31;

/** The bearer token of the representative of a group. */
export function tokenOf(group: number): string {
  return `bench-session-of-group-${String(group).padStart(6, '0')}`;
}

/** What the Jitsi server of the bench shows the house. */
export const DOOR_SECRET = 'bench-secret-of-the-jitsi-server';

/** The Jitsi room of the nth group at the door, and the personal link of somebody invited there: see sql/fill.sql. */
export function doorRoomOf(number: number): string {
  return `door${String(number).padStart(6, '0')}`;
}

export function doorTokenOf(number: number): string {
  return `bench-link-of-guest-${String(number).padStart(6, '0')}`;
}

/** Tomorrow and so many days on, as `2026-12-01`. */
export function dayAhead(days: number): string {
  return Temporal.Now.plainDateISO('Europe/Berlin')
    .add({ days: days + 1 })
    .toString();
}

/** A prime that divides no number of slots, so that neighbours in number are far from each other in room and time. */
const STRIDE = 433_494_437;

/** The same slots in another order, none twice: what comes one after the other lies far apart. */
export function scattered(index: number, slots: number): number {
  return ((index % slots) * STRIDE) % slots;
}

type Numbers = [first: number, count: number];

function place(slug: string, number: number, of: { rooms: Numbers; groups: Numbers }): Place {
  const [firstRoom, rooms] = of.rooms;
  const [firstGroup, groups] = of.groups;
  return { slug, number, firstRoom, rooms, firstGroup, groups };
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0');
}
