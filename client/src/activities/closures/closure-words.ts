import type { Closure, ClosureHit, ClosureTimes, DeskRoom } from '../../api/shapes.js';
import { dayInWords, dayOfYearInWords } from '../../parts/date-words.js';
import { addDays, minutesOf, timeOf } from '../../parts/local-time.js';
import { commonWords, deskWords } from '../../words/words.js';
import { isWholeDays } from './closure-draft.js';
import type { WriteClosureState } from './write-closure-flow.js';

const words = deskWords.closures;
const DAY_MINUTES = 24 * 60;

/** "Donnerstag, 24. Dezember 2026 bis …", or "Ab 2026 jedes Jahr vom 24. Dezember bis 1. Januar" */
export function closureInWords(closure: ClosureTimes): string {
  const { from, to, isYearly } = closure;
  const said = spanInWords(closure, isYearly ? dayOfYearInWords : dayInWords);
  if (!isYearly) return said;
  const first = from.date.slice(0, 4);
  return from.date === to.date ? words.everyYearOn(said, first) : words.everyYearFrom(said, first);
}

function spanInWords({ from, to }: ClosureTimes, inWords: (date: string) => string): string {
  const isWhole = isWholeDays({ from, to });
  const [first, last] = [inWords(from.date), inWords(to.date)];
  if (from.date === to.date) return isWhole ? first : words.at(first, commonWords.span(from.time, to.time));
  if (isWhole) return words.between(first, last);
  return words.between(
    words.at(first, commonWords.clock(from.time)),
    words.at(last, commonWords.clock(to.time)),
  );
}

/** What is closed: of a room its name. */
export function scopeInWords({ scope, roomName }: Pick<Closure, 'scope' | 'roomName'>): string {
  return roomName ? words.room(roomName) : words.scopes[scope];
}

/** What can be closed: everything, or one of the rooms. */
export interface Closable {
  scope: 'contactPoint' | 'house';
  rooms: DeskRoom[];
}

/** What would be closed by the closure that is being written. */
export function closedInWords(
  { closure, draft }: Pick<WriteClosureState, 'closure' | 'draft'>,
  { scope, rooms }: Closable,
): string {
  if (closure) return scopeInWords(closure);
  return scopeInWords({ scope, roomName: rooms.find(({ id }) => id === draft.roomId)?.name });
}

/** "18:00 bis 20:00 Uhr · Linde · Gruppe 17" */
export function hitInWords({ time, minutes, room, group }: ClosureHit): string {
  const end = timeOf((minutesOf(time) + minutes) % DAY_MINUTES);
  return words.preview.hit([commonWords.span(time, end), room.name, ...(group ? [group.label] : [])]);
}

/** What comes first stands first; what is over, last. */
export function inOrder(closures: Closure[], today: string): Closure[] {
  const keyOf = (closure: Closure): string =>
    `${isOver(closure, today) ? 1 : 0} ${nextBeginning(closure, today)}`;
  return [...closures].sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
}

export function isOver({ isYearly, to }: Closure, today: string): boolean {
  return !isYearly && to.date < today;
}

/** Of one that comes back every year: when it begins the next time, or began if it still lasts. */
function nextBeginning({ isYearly, from, to }: Closure, today: string): string {
  if (!isYearly) return from.date;
  const length = Date.parse(to.date) - Date.parse(from.date);
  const years = [-1, 0, 1].map((more) => `${Number(today.slice(0, 4)) + more}${from.date.slice(4)}`);
  return years.find((begins) => addDays(begins, length / 86_400_000) >= today) ?? from.date;
}
