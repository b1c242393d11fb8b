import { weekdayOf, WEEKDAYS } from './calendar.js';
import type { AnswerBody, DateView, Wanted } from './history.js';
import type { Random } from './random.js';
import type { Town, TownGroup } from './town.js';

/** What a client goes by when it thinks of something to want. */
export interface Scene {
  town: Town;
  group: TownGroup;
  random: Random;
  /** Days that everybody is after. */
  days: readonly string[];
  /** The dates of the group as the client has last seen them: what it knows may be old. */
  seen: readonly DateView[];
}

type Wish = Record<string, unknown>;

const TIMES = ['16:30', '17:30', '18:00', '18:30', '19:30'];
const LENGTHS = [60, 90, 120, 120, 180];

/** Each thinks of something to want; undefined when nothing that the client has seen suits. */
export const ideas = {
  reserve: (scene: Scene): Wanted => reservation(scene, wish(scene)),
  reserveSeries: (scene: Scene): Wanted => reservation(scene, { ...wish(scene), repeat: repeat(scene) }),
  preview: (scene: Scene): Wanted => {
    const wanted = reservation(scene, { ...wish(scene), repeat: repeat(scene) });
    return { ...wanted, kind: 'preview', path: `${wanted.path}/preview` };
  },
  list: (scene: Scene): Wanted => listOf(scene),
  move: (scene: Scene): Wanted | undefined => {
    const date = pickWhere(scene, ({ state }) => state === 'planned');
    if (!date) return undefined;
    const path = `/api/occurrences/${date.id}`;
    const ifMatch = version(scene, date.version);
    return { kind: 'move', about: date.id, method: 'PATCH', path, body: change(scene, date), ifMatch };
  },
  moveSeries: (scene: Scene) => ofSeries(scene, { kind: 'moveSeries', method: 'PATCH' }, true),
  cancel: (scene: Scene): Wanted | undefined => {
    const date = pickWhere(scene, ({ state }) => state === 'planned');
    if (!date) return undefined;
    const ifMatch = version(scene, date.version);
    return { kind: 'cancel', about: date.id, method: 'DELETE', path: `/api/occurrences/${date.id}`, ifMatch };
  },
  cancelSeries: (scene: Scene) => ofSeries(scene, { kind: 'cancelSeries', method: 'DELETE' }, false),
  restore: (scene: Scene): Wanted | undefined => {
    const date = pickWhere(scene, ({ state }) => state === 'cancelled');
    return date && post('restore', date.id, `/api/occurrences/${date.id}/restore`);
  },
  restoreSeries: (scene: Scene): Wanted | undefined => {
    const date = pickWhere(scene, ({ state }) => state === 'cancelled');
    const id = date?.reservationId;
    return id === undefined ? undefined : post('restoreSeries', id, `/api/reservations/${id}/restore`);
  },
  takeUp: (scene: Scene): Wanted | undefined => {
    const date = pickWhere(scene, ({ state }) => state === 'leftOut');
    if (!date) return undefined;
    const { random, town } = scene;
    const body: Wish = { date: date.seriesDate };
    if (random.chance(0.3)) body['time'] = random.pick(TIMES);
    if (random.chance(0.5)) body['roomId'] = random.pick(town.rooms);
    return {
      ...post('takeUp', date.id, `/api/reservations/${date.reservationId}/occurrences`),
      body,
    };
  },
  extend: (scene: Scene): Wanted | undefined => {
    const date = pickWhere(scene, ({ state, isRunning }) => state === 'planned' && isRunning);
    return date && post('extend', date.id, `/api/occurrences/${date.id}/extend`);
  },
};

export type Idea = keyof typeof ideas;

/** After a refusal: the same wish with a decision about each clash. */
export function decided(wanted: Wanted, { dates = [] }: AnswerBody, random: Random): Wanted {
  const decisions = dates.map(({ date, alternatives }) => {
    const other = alternatives.length > 0 && random.chance(0.7) ? random.pick(alternatives) : {};
    if (other.roomId !== undefined) return { date, choose: 'otherRoom', roomId: other.roomId };
    if (other.time !== undefined) return { date, choose: 'otherTime', time: other.time };
    return { date, choose: 'leaveOut' };
  });
  return { ...wanted, body: { ...wanted.body, decisions } };
}

export function listOf({ town, group }: Pick<Scene, 'town' | 'group'>): Wanted {
  const from = town.monday.toString();
  return {
    kind: 'list',
    method: 'GET',
    path: `/api/groups/${group.id}/occurrences?from=${from}&limit=200`,
  };
}

function reservation({ group }: Scene, body: Wish): Wanted {
  return { kind: 'reserve', method: 'POST', path: `/api/groups/${group.id}/reservations`, body };
}

function post(kind: Wanted['kind'], about: string, path: string): Wanted {
  return { kind, about, method: 'POST', path };
}

function wish({ town, random, days }: Scene): Wish {
  return {
    roomId: random.chance(0.4) ? 'any' : random.pick(town.rooms),
    date: random.pick(days),
    time: random.pick(TIMES),
    minutes: random.pick(LENGTHS),
    expectedParticipants: random.int(4, 10),
  };
}

/** Weekly only: how other rules give their dates is a matter of unit tests. */
function repeat({ random, days, town }: Scene): Wish {
  const weekdays = random.chance(0.4)
    ? WEEKDAYS.filter(() => random.chance(0.4))
    : days.slice(0, 2).map((day) => weekdayOf(day));
  const rule: Wish = { kind: 'weekly', interval: random.int(1, 2), count: random.int(2, 4) };
  if (weekdays.length > 0 && random.chance(0.6)) rule['weekdays'] = [...new Set(weekdays)];
  if (random.chance(0.5)) rule['skip'] = [town.monday.add({ days: random.int(7, 20) }).toString()];
  if (random.chance(0.5)) rule['skip'] = [random.pick(days)];
  return rule;
}

function change({ town, random, days }: Scene, { date, expectedParticipants }: DateView): Wish {
  const body: Wish = {};
  if (random.chance(0.5)) body['time'] = random.pick(TIMES);
  if (random.chance(0.4)) body['date'] = random.pick(days);
  if (random.chance(0.4)) body['roomId'] = random.chance(0.3) ? 'any' : random.pick(town.rooms);
  if (random.chance(0.3)) body['minutes'] = random.pick(LENGTHS);
  if (random.chance(0.2)) body['expectedParticipants'] = Math.min(12, expectedParticipants + 2);
  return Object.keys(body).length > 0 ? body : { date };
}

function ofSeries(
  scene: Scene,
  { kind, method }: { kind: 'moveSeries' | 'cancelSeries'; method: string },
  isMove: boolean,
): Wanted | undefined {
  const { random } = scene;
  const date = pickWhere(scene, ({ state, isSeries }) => isSeries && state === 'planned');
  if (!date) return undefined;
  const from = random.chance(0.5) ? date.id : undefined;
  const body = isMove ? change(scene, date) : undefined;
  const ifMatch = version(scene, date.reservationVersion);
  const path = `/api/reservations/${date.reservationId}${from === undefined ? '' : `?from=${from}`}`;
  return { kind, method, path, body, ifMatch, about: date.reservationId, from };
}

/** Most clients send what they have seen, some a page that is older; a client that sends nothing takes what comes. */
function version({ random }: Scene, seen: number): number | undefined {
  if (!random.chance(0.7)) return undefined;
  return random.chance(0.15) ? Math.max(1, seen - 1) : seen;
}

function pickWhere({ seen, random }: Scene, suits: (date: DateView) => boolean): DateView | undefined {
  const suited = seen.filter(suits);
  return suited.length > 0 ? random.pick(suited) : undefined;
}
