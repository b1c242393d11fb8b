import { changesOfRoom } from './room-plan.js';
import type { Judged } from './verdicts.js';

const FIRST_OF_TWO =
  'In dieser Nacht werden die Uhren zurückgestellt, und diese Uhrzeit kommt zweimal vor. Gemeint ist das erste Mal.';

/** What the group should know about what it gets, beside the dates themselves. */
export function noticeOf(
  { isFirstOfTwo }: { isFirstOfTwo: boolean },
  judged: readonly Judged[],
): string | undefined {
  const notices = [roomsInWords(judged), isFirstOfTwo ? FIRST_OF_TWO : undefined];
  return notices.filter((notice) => notice !== undefined).join(' ') || undefined;
}

function roomsInWords(judged: readonly Judged[]): string | undefined {
  const rooms = judged.filter(({ wish }) => !wish.isLeftOut).map(({ roomId }) => roomId);
  const changes = changesOfRoom(rooms);
  if (changes === 0) return undefined;
  const times = changes === 1 ? 'einmal' : `${changes} Mal`;
  return `Nicht alle Termine finden im selben Raum statt: Der Raum wechselt ${times}.`;
}
