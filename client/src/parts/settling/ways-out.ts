import type { Alternative, Clash } from '../../api/shapes.js';
import { minutesOf, wallTimeOf } from '../local-time.js';

/** More buttons than this are harder to choose from than a form. */
const MOST_ROOMS = 3;
const MOST_TIMES = 2;

/** What a way out changes in a form. */
export function changeOf(alternative: Alternative): { time: string } | { roomId: string } {
  return 'time' in alternative ? { time: alternative.time } : { roomId: alternative.roomId };
}

/** The few ways out of a clash worth offering: some other rooms, and the times nearest to the wished one. */
export function waysOut({ startsAt, alternatives }: Clash): Alternative[] {
  const wished = minutesOf(wallTimeOf(startsAt).time);
  const distance = ({ time }: { time: string }): number => Math.abs(minutesOf(time) - wished);
  const rooms = alternatives.filter((alternative) => !('time' in alternative));
  const times = alternatives.filter((alternative) => 'time' in alternative);
  return [
    ...rooms.slice(0, MOST_ROOMS),
    ...[...times].sort((a, b) => distance(a) - distance(b)).slice(0, MOST_TIMES),
  ];
}
