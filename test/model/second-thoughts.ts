import type { DateView, Wanted } from './history.js';
import type { Town, TownGroup } from './town.js';

/**
 * What some do after each other, in a week and at hours of their own: it would be luck if chance alone brought about
 * that a date is left out and taken up, or a series called off and back within minutes. Others of the group may hear of
 * these dates and change them too.
 */
export interface Thinker {
  town: Town;
  group: TownGroup;
  /** The how-manieth of those who think so, from 0: hours and room are its own. */
  place: number;
  seen: readonly DateView[];
}

const WEEK = 7;

export const SECOND_THOUGHTS: readonly ((thinker: Thinker) => Wanted | undefined)[] = [
  reserveWithout,
  takeUpAfterAll,
  (thinker) => ofSeries(thinker, { kind: 'moveSeries', method: 'PATCH', body: { minutes: 75 } }),
  moveWithout,
  takeUpAfterAll,
  (thinker) => ofSeries(thinker, { kind: 'cancelSeries', method: 'DELETE' }),
  (thinker) => restore(thinker, 'restoreSeries'),
  cancelOne,
  (thinker) => restore(thinker, 'restore'),
];

/** Monday and Wednesday, the Monday left out. */
function reserveWithout({ town, group, place }: Thinker): Wanted {
  const date = mondayOf(town).toString();
  const body = {
    roomId: town.rooms[place % town.rooms.length] ?? '',
    date,
    time: ['09:00', '12:00', '15:00'][place % 3],
    minutes: 60,
    expectedParticipants: 2,
    repeat: { kind: 'weekly', interval: 1, weekdays: ['MO', 'WE'], count: 2, skip: [date] },
  };
  return { kind: 'reserve', method: 'POST', path: `/api/groups/${group.id}/reservations`, body };
}

/** Half an hour long from now on, one date left out. */
function moveWithout(thinker: Thinker): Wanted | undefined {
  const decisions = [{ date: find(thinker, 'planned')?.date, choose: 'leaveOut' }];
  return ofSeries(thinker, { kind: 'moveSeries', method: 'PATCH', body: { minutes: 30, decisions } });
}

function takeUpAfterAll(thinker: Thinker): Wanted | undefined {
  const date = find(thinker, 'leftOut');
  if (!date) return undefined;
  const path = `/api/reservations/${date.reservationId}/occurrences`;
  return { kind: 'takeUp', about: date.id, method: 'POST', path, body: { date: date.seriesDate } };
}

function ofSeries(thinker: Thinker, wanted: Pick<Wanted, 'kind' | 'method' | 'body'>): Wanted | undefined {
  const about = find(thinker, 'planned')?.reservationId;
  return about === undefined ? undefined : { ...wanted, about, path: `/api/reservations/${about}` };
}

function cancelOne(thinker: Thinker): Wanted | undefined {
  const id = find(thinker, 'planned')?.id;
  return id === undefined
    ? undefined
    : { kind: 'cancel', about: id, method: 'DELETE', path: `/api/occurrences/${id}` };
}

function restore(thinker: Thinker, kind: 'restore' | 'restoreSeries'): Wanted | undefined {
  const date = find(thinker, 'cancelled');
  if (!date) return undefined;
  const about = kind === 'restore' ? date.id : date.reservationId;
  const path = `/api/${kind === 'restore' ? 'occurrences' : 'reservations'}/${about}/restore`;
  return { kind, about, method: 'POST', path };
}

function find({ town, seen }: Thinker, state: DateView['state']): DateView | undefined {
  const from = mondayOf(town).toString();
  return seen.find((date) => date.state === state && date.seriesDate >= from);
}

function mondayOf({ monday }: Town): Temporal.PlainDate {
  return monday.add({ weeks: WEEK });
}
