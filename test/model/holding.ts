import { wallTimeOf, weekOf } from './calendar.js';
import type { StoredDate } from './stored.js';
import type { Town } from './town.js';

const MINUTE = 60_000;

/** What must be true of the dates at every instant, whoever asked for what: rooms, shares and servers. */
export function faultsOfHolding(town: Town, dates: readonly StoredDate[]): string[] {
  const planned = dates.filter(({ state }) => state === 'planned');
  return [
    ...planned.flatMap((date) => faultsOfOne(town, date)),
    ...doubleBookings(planned),
    ...tooManyAtOnce(town, planned),
    ...tooManyMinutes(town, planned),
    ...tooManyPeople(town, planned),
  ];
}

function faultsOfOne({ bufferMinutes }: Town, date: StoredDate): string[] {
  const faults: string[] = [];
  if (date.heldUntil !== date.end + bufferMinutes * MINUTE) faults.push(`${said(date)}: wrong buffer`);
  if (date.serverId === null) faults.push(`${said(date)}: on no server`);
  return faults;
}

function doubleBookings(planned: readonly StoredDate[]): string[] {
  const inRooms = Map.groupBy(planned, ({ roomId }) => roomId);
  return [...inRooms.values()].flatMap((dates) => {
    const inOrder = [...dates].sort((a, b) => a.start - b.start);
    const clashing = inOrder.filter((date, index) => date.start < (inOrder[index - 1]?.heldUntil ?? 0));
    return clashing.map((date) => `${said(date)}: room held twice`);
  });
}

/** Time that was added to a running meeting is nobody's share. */
const shareOf = ({ start, end, extendedMinutes }: StoredDate) => ({
  start,
  end: end - extendedMinutes * MINUTE,
});

function tooManyAtOnce({ mostRoomsAtOnce }: Town, planned: readonly StoredDate[]): string[] {
  const ofGroups = Map.groupBy(planned, ({ groupId }) => groupId);
  return [...ofGroups.values()].flatMap((dates) =>
    dates
      .filter(({ start: at }) => {
        const atOnce = dates.filter((other) => other.start <= at && at < shareOf(other).end);
        return atOnce.length > mostRoomsAtOnce;
      })
      .map((date) => `${said(date)}: more than ${mostRoomsAtOnce} rooms at once`),
  );
}

function tooManyMinutes({ mostWeeklyMinutes }: Town, planned: readonly StoredDate[]): string[] {
  const ofWeeks = Map.groupBy(planned, ({ groupId, start }) => `${groupId} in the week of ${weekOf(start)}`);
  return [...ofWeeks].flatMap(([week, dates]) => {
    const minutes = dates.map(shareOf).reduce((sum, { start, end }) => sum + (end - start) / MINUTE, 0);
    return minutes > mostWeeklyMinutes ? [`group ${week}: ${minutes} of ${mostWeeklyMinutes} minutes`] : [];
  });
}

function tooManyPeople({ capacity }: Town, planned: readonly StoredDate[]): string[] {
  return planned.flatMap((date) => {
    const together = planned.filter(
      (other) => other.serverId === date.serverId && other.start <= date.start && date.start < other.end,
    );
    const people = together.reduce((sum, other) => sum + other.people, 0);
    return people > capacity ? [`${said(date)}: ${people} people on a server for ${capacity}`] : [];
  });
}

/** Once all jobs are done. */
export function faultsOfMeetings(dates: readonly StoredDate[]): string[] {
  return dates
    .filter(({ state, hasMeeting }) => state === 'planned' && !hasMeeting)
    .map((date) => `${said(date)}: is planned and has no meeting`);
}

function said({ id, start }: StoredDate): string {
  const { date, time } = wallTimeOf(start);
  return `date ${id} on ${date} at ${time}`;
}
