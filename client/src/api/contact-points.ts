import { ApiProblem, problemOf } from './problem.js';
import type { ContactPoint, RoomAvailability } from './shapes.js';

/**
 * Public reads, also used on foreign sites (`house` is then the origin of the house): plain GETs without any
 * header of ours, so that the browser asks no permission first.
 */
async function read(url: string, signal?: AbortSignal): Promise<unknown> {
  const response = await fetch(url, { credentials: 'omit', signal: signal ?? null }).catch(
    (caught: unknown) => {
      if (signal?.aborted) throw caught;
      throw new ApiProblem(0);
    },
  );
  if (!response.ok) throw await problemOf(response);
  return response.json();
}

export interface ContactPointAddress {
  house: string;
  slug: string;
}

const pathOf = ({ house, slug }: ContactPointAddress): string =>
  `${house}/api/contact-points/${encodeURIComponent(slug)}`;

export async function readContactPoint(at: ContactPointAddress, signal?: AbortSignal): Promise<ContactPoint> {
  return (await read(pathOf(at), signal)) as ContactPoint;
}

export interface DayOfRooms {
  date: string;
  rooms: RoomAvailability[];
  /** The house takes no new dates at all for now, whichever room is free. */
  noServerOpen: boolean;
}

export async function readDay(
  at: ContactPointAddress,
  date: string,
  signal?: AbortSignal,
): Promise<DayOfRooms> {
  const answer = await read(`${pathOf(at)}/availability?from=${date}&to=${date}`, signal);
  return { date, ...(answer as Omit<DayOfRooms, 'date'>) };
}
