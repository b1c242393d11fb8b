import type { OccurrenceState } from './changes.js';
import type { CapacityFault } from './capacity.js';
import type { Judged, Verdict } from './verdicts.js';

/** Why nobody meets on a date, as it is stored: a wish of the group, what stood in the way, or a closure since. */
export type LeftOutReason =
  'skipped' | 'own' | Exclude<Verdict, 'free'> | CapacityFault | typeof NO_SUCH_HOUR;

/** The clocks are put forward over its beginning. */
export const NO_SUCH_HOUR = 'timeDoesNotExist';

/** Why a date was called off that its group has not called off itself. */
export type CalledOffReason = 'closed' | 'accessEnded';

/** A planned date that is not where the group has put it is so because of a closure. */
type Reason = LeftOutReason | CalledOffReason | 'roomClosed';

/** The saving of a closure that has called a date off or given it another room. The closure may be gone since. */
export interface ClosedBy {
  closureId: string;
  version: number;
}

/** When its group itself called a date off. What a closure has called off, it had not left standing. */
export function calledOffAt(date: {
  cancelledAt: string | null;
  reason: string | null;
}): Temporal.Instant | undefined {
  if (date.cancelledAt === null || date.reason !== null) return undefined;
  return Temporal.Instant.from(date.cancelledAt);
}

/** Also the first half of the refusal. */
export const TIME_DOES_NOT_EXIST =
  'Diese Uhrzeit gibt es an diesem Tag nicht: Die Uhren werden auf Sommerzeit vorgestellt.';

const sentences: Record<Reason, string> = {
  skipped: 'Diesen Termin haben Sie ausgelassen.',
  own: 'Diesen Raum hatte Ihre Gruppe zu dieser Zeit schon reserviert.',
  taken: 'Der Raum war zu dieser Zeit schon belegt.',
  closed: 'Der Raum war zu dieser Zeit geschlossen.',
  capacity: 'Zu dieser Zeit war das Haus voll.',
  timeDoesNotExist: TIME_DOES_NOT_EXIST,
  noServerOpen: 'Das Haus nahm damals keine neuen Termine an.',
  accessEnded: 'Die Freischaltung Ihrer Gruppe ist beendet.',
  quota: 'Das wäre mehr gewesen, als Ihre Gruppe gleichzeitig oder in einer Woche reservieren darf.',
  roomClosed: 'Ihr Raum war zu dieser Zeit geschlossen. Das Treffen findet in einem anderen Raum statt.',
};

/** How a new date is stored, and the room it is in: for one that is left out, where it would have been. */
export function newDate({ wish, verdict, roomId = wish.roomIds[0] ?? '', ...judged }: Judged): {
  state: OccurrenceState;
  reason: LeftOutReason | null;
  roomId: string;
} {
  if (!wish.isLeftOut) return { state: 'planned', reason: null, roomId };
  if (wish.isMissing) return { state: 'leftOut', reason: NO_SUCH_HOUR, roomId };
  const isInTheWay = wish.isGivenUp === true && verdict !== 'free';
  return { state: 'leftOut', reason: isInTheWay ? obstacleOf(verdict, judged) : 'skipped', roomId };
}

/** As it was said when the group was asked what was to become of the date. */
function obstacleOf(
  verdict: Exclude<Verdict, 'free'>,
  { isOwn, capacityFault }: Pick<Judged, 'isOwn' | 'capacityFault'>,
): LeftOutReason {
  return isOwn ? 'own' : (capacityFault ?? verdict);
}

/** The sentence for a stored reason; one that is not known here is shown as it stands. */
export function reasonInWords(reason: string): string {
  return Object.hasOwn(sentences, reason) ? sentences[reason as Reason] : reason;
}
