import type { Occurrence } from '../../api/shapes.js';

/** More cards than this at once hide what comes below them. */
const FIRST_DATES = 8;

/** As many as hold the first dates that may take place: those that are called off between them hide none. */
export function firstDates<Date extends Pick<Occurrence, 'state'>>(dates: readonly Date[]): readonly Date[] {
  const next = dates.filter(({ state }) => state !== 'cancelled')[FIRST_DATES];
  return next ? dates.slice(0, dates.indexOf(next)) : dates;
}
