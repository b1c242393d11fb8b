import type { DateView, Wanted } from './history.js';
import type { Town, TownGroup } from './town.js';
import { listOf } from './wishes.js';

/**
 * Moments when all want the same at once: chance alone brings them about too rarely. Each lies in a week where nobody
 * holds anything yet.
 */
export const RUSHES = ['capacity', 'rooms', 'quota', 'closure', 'change'] as const;
export type Rush = (typeof RUSHES)[number];

const FIRST_WEEK = 2;

/** All of one group change the same date, each as if nobody else did. */
export function rushChange({ id, version }: DateView, place: number): Wanted {
  const common = { about: id, path: `/api/occurrences/${id}`, ifMatch: version };
  const isMove = Math.floor(place / 3) % 2 === 0;
  if (!isMove) return { ...common, kind: 'cancel', method: 'DELETE' };
  return { ...common, kind: 'move', method: 'PATCH', body: { time: '21:00', minutes: 60 } };
}

/** What the client with this number wants in a rush. */
export function rushWish(
  rush: Exclude<Rush, 'change'>,
  town: Town,
  { group, place }: { group: TownGroup; place: number },
): Wanted {
  const date = dayOf(rush, town);
  const roomId = town.rooms[place % town.rooms.length] ?? '';
  const bodies = {
    // More people than the server carries, in rooms that are all free, on the same days in the same week.
    capacity: {
      roomId,
      date: date.toString(),
      time: '18:00',
      minutes: 60,
      expectedParticipants: 8,
      repeat: { kind: 'weekly', interval: 1, weekdays: ['MO', 'WE', 'FR'], count: 3 },
    },
    // More rooms at once than a group may hold.
    rooms: {
      roomId: 'any',
      date: date.toString(),
      time: '18:00',
      minutes: 60,
      expectedParticipants: 1,
    },
    // More hours than a group may hold, on days that nobody else wants.
    quota: {
      roomId,
      date: date.add({ days: place % 6 }).toString(),
      time: '10:00',
      minutes: 240,
      expectedParticipants: 2,
    },
    // Whatever is held before the desk closes is called off, whatever comes later is refused.
    closure: {
      roomId,
      date: date.toString(),
      time: place % 2 === 0 ? '17:00' : '19:00',
      minutes: 60,
      expectedParticipants: 4,
    },
  };
  // The first group has the rooms to itself: what it may hold must be what stops it.
  if (rush === 'rooms' && group !== town.groups[0]) return listOf({ town, group });
  const path = `/api/groups/${group.id}/reservations`;
  return { kind: 'reserve', method: 'POST', path, body: bodies[rush] };
}

/** What the desk does in the rush for what is about to be closed. */
export function rushClosure(town: Town, dates: string): Wanted {
  const date = dayOf('closure', town).toString();
  const body = { from: { date, time: '16:00' }, to: { date, time: '22:00' }, dates };
  return { kind: 'closure', method: 'POST', path: '/api/closures', body };
}

function dayOf(rush: Rush, { monday }: Town): Temporal.PlainDate {
  return monday.add({ weeks: FIRST_WEEK + RUSHES.indexOf(rush) });
}

/** Whether a date lies in the week of a rush. */
export function isOfRush(rush: Rush, town: Town, { date }: DateView): boolean {
  const from = dayOf(rush, town);
  return date >= from.toString() && date < from.add({ weeks: 1 }).toString();
}

/** Where those who have to begin together wait for each other. */
export class Meeting {
  private waiting: (() => void)[] = [];

  constructor(private readonly size: number) {}

  async meet(): Promise<void> {
    await new Promise<void>((go) => {
      this.waiting.push(go);
      if (this.waiting.length === this.size) for (const each of this.waiting.splice(0)) each();
    });
  }
}
