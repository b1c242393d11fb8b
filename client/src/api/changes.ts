import { request } from './request.js';
import type { Move, NamedDate, Occurrence, Reservation, Scope } from './shapes.js';

export interface Reach {
  occurrence: Occurrence;
  scope: Scope;
}

/** The date or dates that a change is about, with the version that the person saw. */
function resourceOf({ occurrence, scope }: Reach): { url: string; version: number } {
  if (scope === 'one') return { url: `/api/occurrences/${occurrence.id}`, version: occurrence.version };
  const from = scope === 'following' ? `?from=${occurrence.id}` : '';
  return {
    url: `/api/reservations/${occurrence.reservationId}${from}`,
    version: occurrence.reservationVersion,
  };
}

export async function cancelDates(reach: Reach): Promise<void> {
  const { url, version } = resourceOf(reach);
  await request(url, { method: 'DELETE', version });
}

/** Answers the one date, or the whole series. */
export async function moveDates(reach: Reach, move: Move): Promise<Occurrence | Reservation> {
  const { url, version } = resourceOf(reach);
  return (await request(url, { method: 'PATCH', body: move, version })) as Occurrence | Reservation;
}

/** Takes back the last cancellation: of one date, or of all dates that were cancelled together but for some. */
export async function restoreDates({ occurrence, scope }: Reach, leaveOut: NamedDate[] = []): Promise<void> {
  const { url } = resourceOf({ occurrence, scope: scope === 'one' ? 'one' : 'all' });
  const but = leaveOut.map(({ date, seriesDate }) => ({ date, seriesDate }));
  await request(`${url}/restore`, { method: 'POST', ...(but.length > 0 && { body: { leaveOut: but } }) });
}

export async function readOccurrence(id: string): Promise<Occurrence> {
  return (await request(`/api/occurrences/${id}`)) as Occurrence;
}

export async function readReservation(id: string): Promise<Reservation> {
  return (await request(`/api/reservations/${id}`)) as Reservation;
}

export interface TakenUp {
  date: string;
  time?: string;
  roomId?: string;
}

/** Takes a date up again that was left out of its series. */
export async function takeUp(reservationId: string, date: TakenUp): Promise<Occurrence> {
  const url = `/api/reservations/${reservationId}/occurrences`;
  return (await request(url, { method: 'POST', body: date })) as Occurrence;
}

/** Another Jitsi room: what strangers know of the old one leads nowhere. */
export async function changeRoom(occurrenceId: string): Promise<void> {
  await request(`/api/occurrences/${occurrenceId}/change-room`, { method: 'POST' });
}

export async function extend(occurrenceId: string): Promise<Occurrence> {
  return (await request(`/api/occurrences/${occurrenceId}/extend`, { method: 'POST' })) as Occurrence;
}
