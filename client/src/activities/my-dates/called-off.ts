import type { Occurrence, Scope } from '../../api/shapes.js';

type ListedDate = Pick<Occurrence, 'id' | 'reservationId' | 'state' | 'startsAt' | 'date'>;

/** Which of the listed dates would go if this one were cancelled, as the house counts them. */
export function calledOff<Listed extends ListedDate>(
  occurrence: ListedDate,
  scope: Scope,
  { dates, now }: { dates: readonly Listed[]; now: number },
): Listed[] {
  if (scope === 'one') return dates.filter(({ id }) => id === occurrence.id);
  const from = scope === 'following' ? Date.parse(occurrence.startsAt) : 0;
  return dates.filter(({ reservationId, state, startsAt }) => {
    const start = Date.parse(startsAt);
    return reservationId === occurrence.reservationId && state === 'planned' && start > now && start >= from;
  });
}
