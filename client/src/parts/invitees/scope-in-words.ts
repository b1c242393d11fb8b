import type { Occurrence } from '../../api/shapes.js';
import { houseWords } from '../../words/words.js';
import { dayInWordsAt } from '../date-words.js';
import type { InviteScope } from './invited-to.js';

const words = houseWords.invite;

/** What people can be invited to. One date of a series is named by its day. */
export function scopeInWords(scope: InviteScope, { startsAt }: Occurrence): string {
  return scope === 'series' ? words.scopes.series : words.scopes.date(dayInWordsAt(startsAt));
}

/** What those in a list are invited to. */
export function listTitleOf(scope: InviteScope, { isSeries, startsAt }: Occurrence): string {
  if (!isSeries) return words.listTitles.single;
  return scope === 'series' ? words.listTitles.series : words.listTitles.date(dayInWordsAt(startsAt));
}
