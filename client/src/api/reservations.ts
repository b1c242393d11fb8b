import { readAllPages } from './pages.js';
import { ApiProblem, meetPause } from './problem.js';
import { request } from './request.js';
import type { Occurrence, Preview, Reservation, Wish } from './shapes.js';

/** From today, as the house has it. */
export async function readOccurrences(
  groupId: string,
  to: string,
  signal: AbortSignal,
): Promise<Occurrence[]> {
  const url = `/api/groups/${groupId}/occurrences?to=${to}`;
  return (await readAllPages(url, signal)) as Occurrence[];
}

export async function reserve(groupId: string, wish: Wish): Promise<Reservation> {
  return (await request(`/api/groups/${groupId}/reservations`, {
    method: 'POST',
    body: wish,
  })) as Reservation;
}

/** What each date would get; nothing is stored. Refused like the wish itself where there is nothing to look at. */
export async function preview(groupId: string, wish: Wish, signal?: AbortSignal): Promise<Preview> {
  const url = `/api/groups/${groupId}/reservations/preview`;
  const call = { method: 'POST', body: wish, ...(signal ? { signal } : {}) } as const;
  const found = (await request(url, call)) as Preview;
  if (meetPause(found.dates)) throw new ApiProblem(409, { dates: found.dates });
  return found;
}
