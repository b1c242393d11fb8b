import { readAllPages } from './pages.js';
import { request } from './request.js';
import type { Closure, ClosureHits, ClosureTimes, ClosureWish, DeskRoom, Treatment } from './shapes.js';

export async function readClosures(signal: AbortSignal): Promise<Closure[]> {
  return (await readAllPages('/api/closures?limit=200', signal)) as Closure[];
}

/** The dates that a closure would hit; nothing is stored. */
export async function previewClosure(wish: ClosureWish): Promise<ClosureHits> {
  return (await request('/api/closures/preview', { method: 'POST', body: wish })) as ClosureHits;
}

/** Answers the dates it hits: since the preview there may be others. */
export async function addClosure(wish: ClosureWish, dates: Treatment): Promise<ClosureHits> {
  return (await request('/api/closures', { method: 'POST', body: { ...wish, dates } })) as ClosureHits;
}

/** What it closes stays; without a reason the old one goes. Answers the dates it hits now. */
export async function changeClosure(
  { id, version }: Pick<Closure, 'id' | 'version'>,
  { from, to, isYearly, reason = null }: ClosureTimes & { reason?: string | null },
  dates: Treatment,
): Promise<ClosureHits> {
  const body = { from, to, isYearly, reason, dates };
  return (await request(`/api/closures/${id}`, { method: 'PATCH', body, version })) as ClosureHits;
}

/** The rooms that whoever asks may close; the practice room needs no reservation and is never closed. */
export async function readRoomsToClose(signal: AbortSignal): Promise<DeskRoom[]> {
  const rooms = (await readAllPages('/api/rooms?limit=200', signal)) as DeskRoom[];
  return rooms.filter(({ isOwn, kind }) => isOwn && kind !== 'practice');
}

export async function removeClosure({ id, version }: Closure): Promise<void> {
  await request(`/api/closures/${id}`, { method: 'DELETE', version });
}
