import type { Deed } from './history.js';

/** What a run must have met at least once, each as kind and status or verdict. */
const NEEDED = [
  ...['reserve', 'takeUp', 'closure', 'pause', 'resume'].map((kind) => `${kind} done`),
  ...['move', 'moveSeries', 'cancel', 'cancelSeries'].map((kind) => `${kind} done`),
  ...['restore', 'restoreSeries', 'extend'].map((kind) => `${kind} done`),
  ...['taken', 'closed', 'capacity', 'quota'].map((verdict) => `verdict ${verdict}`),
  ...['403', '409', '412', '422'].map((status) => `status ${status}`),
  'retried and done',
];

/** How often everything happened, and what never did. */
export function tally(history: readonly Deed[]): { counts: Map<string, number>; missing: string[] } {
  const counts = new Map<string, number>();
  const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
  for (const { kind, attempts } of history) {
    const isDone = attempts.some(({ status }) => status < 300);
    if (isDone) count(`${kind} done`);
    if (isDone && attempts.length > 1) count('retried and done');
    for (const { status, body } of attempts) {
      count(`status ${status}`);
      for (const { verdict } of body.dates ?? []) count(`verdict ${verdict}`);
    }
  }
  return { counts, missing: NEEDED.filter((what) => !counts.has(what)) };
}
