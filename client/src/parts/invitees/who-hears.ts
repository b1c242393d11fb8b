import type { Reach } from '../../api/changes.js';
import { readInvitees } from '../../api/invitees.js';
import { houseWords } from '../../words/words.js';
import { invitedTo, scopesOf } from './invited-to.js';

/** Whether anybody hears of a change by mail: all who are invited, nobody, or that is not known. */
export type WhoHears = 'all' | 'nobody' | 'unknown';

/** Never in the way of the change itself: what the house does not say is not known. */
export async function whoHears({ occurrence, scope }: Reach): Promise<WhoHears> {
  const asked = scope === 'one' ? scopesOf(occurrence) : (['series'] as const);
  try {
    const lists = await Promise.all(asked.map((each) => readInvitees(invitedTo(occurrence, each))));
    return hearingOf(
      lists.map(({ length }) => length),
      scope,
    );
  } catch {
    return 'unknown';
  }
}

/** Of several dates only the list of the series was read: somebody may be invited to one of the dates alone. */
export function hearingOf(invited: number[], scope: Reach['scope']): WhoHears {
  if (invited.some((count) => count > 0)) return 'all';
  return scope === 'one' ? 'nobody' : 'unknown';
}

export const hearsInWords = (who: WhoHears): string => houseWords.invite.hears[who];
