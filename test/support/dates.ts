import type { Answer } from './http-caller.js';
import { aWish, type Group, type RoomFacts } from './people.js';
import type { StoryHouse } from './story-house.js';

/** A date as the house shows it. */
export interface Occurrence {
  id: string;
  reservationId: string;
  room: RoomFacts;
  seriesDate: string;
  date: string;
  time: string;
  minutes: number;
  startsAt: string;
  state: 'planned' | 'cancelled' | 'leftOut' | 'past';
  reason?: string;
  expectedParticipants: number;
  restorableUntil?: string;
  version: number;
  reservationVersion: number;
}

export interface Reservation {
  id: string;
  inWords: string;
  notice?: string;
  occurrences: [Occurrence, ...Occurrence[]];
  version: number;
}

export interface JudgedDate {
  date: string;
  seriesDate: string;
  time: string;
  verdict: string;
  capacityFault?: string;
  skipped?: true;
  holiday?: string;
  own?: { occurrenceId: string; reservationId: string };
  room?: RoomFacts;
  alternatives: { roomId?: string; roomName?: string; time?: string }[];
}

export interface Problem {
  code: string;
  detail: string;
  dates?: JudgedDate[];
}

export interface Preview {
  inWords: string;
  notice?: string;
  dates: JudgedDate[];
}

export type Wish = Record<string, unknown>;

/** What the representative of a group does with dates; a refusal has a `Problem` as body. */
export function datesOf(house: StoryHouse, group: Group) {
  const [http] = house.http;
  const as = group.representative;
  const path = `/api/groups/${group.id}/reservations`;
  const send = <Body>(method: string, to: string, call: { body?: unknown; ifMatch?: number } = {}) => {
    const headers: Record<string, string> = {};
    if (call.ifMatch !== undefined) headers['if-match'] = `"${call.ifMatch}"`;
    return http.send<Body & Problem>(method, to, { as, body: call.body, headers });
  };
  return {
    reserve: (wish: Wish) => send<Reservation>('POST', path, { body: aWish(wish) }),
    preview: (wish: Wish) => send<Preview>('POST', `${path}/preview`, { body: aWish(wish) }),
    move: (id: string, body: Wish, ifMatch?: number) =>
      send<Occurrence>('PATCH', `/api/occurrences/${id}`, { body, ifMatch }),
    moveSeries: (id: string, body: Wish, { from, ifMatch }: { from?: string; ifMatch?: number } = {}) =>
      send<Reservation>('PATCH', `/api/reservations/${id}${from ? `?from=${from}` : ''}`, { body, ifMatch }),
    cancel: (id: string, ifMatch?: number) =>
      send<Occurrence>('DELETE', `/api/occurrences/${id}`, { ifMatch }),
    cancelSeries: (id: string, { from, ifMatch }: { from?: string; ifMatch?: number } = {}) =>
      send<Reservation>('DELETE', `/api/reservations/${id}${from ? `?from=${from}` : ''}`, { ifMatch }),
    restore: (id: string) => send<Occurrence>('POST', `/api/occurrences/${id}/restore`),
    restoreSeries: (id: string, body?: Wish) =>
      send<Reservation>('POST', `/api/reservations/${id}/restore`, { body }),
    extend: (id: string) => send<Occurrence>('POST', `/api/occurrences/${id}/extend`),
    takeUp: (id: string, body: Wish) =>
      send<Occurrence>('POST', `/api/reservations/${id}/occurrences`, { body }),
    show: (id: string) => send<Reservation>('GET', `/api/reservations/${id}`),
  };
}

export type Dates = ReturnType<typeof datesOf>;

/** `2026-12-08 18:00 Raum 1`, one for each date that is planned. */
export function plannedIn({ body }: Answer<Reservation>): string[] {
  const planned = body.occurrences.filter(({ state }) => state === 'planned');
  return planned.map(({ date, time, room }) => `${date} ${time} ${room.name}`);
}
