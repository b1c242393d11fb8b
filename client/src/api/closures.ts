import { readAllPages } from './pages.js';
import { request } from './request.js';
import type { Closure, ClosureHit, ClosureWish, Treatment } from './shapes.js';

export async function readClosures(signal: AbortSignal): Promise<Closure[]> {
  return (await readAllPages('/api/closures?limit=200', signal)) as Closure[];
}

/** The dates that a closure would hit; nothing is stored. */
export async function previewClosure(wish: ClosureWish): Promise<ClosureHit[]> {
  const answer = await request('/api/closures/preview', { method: 'POST', body: wish });
  return (answer as { hits: ClosureHit[] }).hits;
}

/** Answers the dates it hits: since the preview there may be others. */
export async function addClosure(wish: ClosureWish, dates: Treatment): Promise<ClosureHit[]> {
  const answer = await request('/api/closures', { method: 'POST', body: { ...wish, dates } });
  return (answer as { hits: ClosureHit[] }).hits;
}

export async function removeClosure({ id, version }: Closure): Promise<void> {
  await request(`/api/closures/${id}`, { method: 'DELETE', version });
}
