import type { Occurrence } from '../../api/shapes.js';
import { periodInWords } from '../../parts/date-words.js';
import { houseWords } from '../../words/words.js';

type Told = Pick<Occurrence, 'id' | 'startsAt' | 'endsAt' | 'room'>;

/** How a date is called among those that are listed: with its room where another is at the same time. */
export function nameAmong(dates: readonly Told[], { id, startsAt, endsAt, room }: Told): string {
  const name = periodInWords({ startsAt, endsAt });
  const isAtSameTime = (date: Told): boolean =>
    date.id !== id && date.startsAt === startsAt && date.endsAt === endsAt;
  return dates.some(isAtSameTime) ? houseWords.dates.inRoom(name, room.name) : name;
}
