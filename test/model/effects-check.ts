import { actsOn } from './effects.js';
import { datesSeenIn, type Deed } from './history.js';
import { agrees, hasOrder } from './linearize.js';
import { contentOf, contentOfView, type Content, type StoredDate } from './stored.js';

/**
 * Every date must be explained by the acknowledged deeds alone: each took effect once, at an instant while it was asked
 * for, none that was refused did, and what was shown at a version was what stood there.
 */
export function faultsOfEffects(
  history: readonly Deed[],
  seen: readonly (readonly StoredDate[])[],
  stored: readonly StoredDate[],
): string[] {
  const contents = [
    ...history.flatMap(datesSeenIn).map((view) => ({ id: view.id, content: contentOfView(view) })),
    ...seen.flat().map((row) => ({ id: row.id, content: contentOf(row) })),
    ...stored.map((row) => ({ id: row.id, content: contentOf(row) })),
  ];
  const ofDates = Map.groupBy(contents, ({ id }) => id);
  return [...ofDates].flatMap(([id, views]) => {
    const row = stored.find((date) => date.id === id);
    if (!row) return [`date ${id} was shown and is not there`];
    return faultsOfDate(
      history,
      row,
      views.map(({ content }) => content),
    );
  });
}

function faultsOfDate(history: readonly Deed[], row: StoredDate, views: readonly Content[]): string[] {
  const known = new Map<number, Content>();
  for (const view of views) {
    const other = known.get(view.version);
    if (other && !agrees(other, view))
      return [`date ${row.id} was shown in two ways at version ${view.version}`];
    known.set(view.version, view);
  }
  const acts = actsOn(row.id, history);
  const final = contentOf(row);
  if (hasOrder(acts, known, final)) return [];
  const changes = acts.filter(({ isLook }) => !isLook).map(({ label }) => label);
  return [
    `date ${row.id} cannot have become what it is (${JSON.stringify(final)}) by ${changes.join(', ') || 'nothing'}`,
  ];
}
