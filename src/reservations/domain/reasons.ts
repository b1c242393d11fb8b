import type { Verdict } from './verdicts.js';

/** Why nobody meets on a date, as it is stored: a wish of the group, what stood in the way, or a closure since. */
export type LeftOutReason = 'skipped' | Exclude<Verdict, 'free'>;

/** Why a planned date is not where the group has put it. */
export type PlannedReason = 'roomClosed';

type Reason = LeftOutReason | PlannedReason;

const sentences: Record<Reason, string> = {
  skipped: 'Diesen Termin haben Sie ausgelassen.',
  taken: 'Der Raum war zu dieser Zeit schon belegt.',
  closed: 'Zu dieser Zeit ist geschlossen.',
  capacity: 'Zu dieser Zeit war das Haus voll.',
  quota: 'Mehr als diese Zeit kann Ihre Gruppe nicht auf einmal halten.',
  roomClosed: 'Der Raum ist zu dieser Zeit geschlossen. Das Treffen findet in einem anderen Raum statt.',
};

export function leftOutReason(verdict: Verdict): LeftOutReason {
  return verdict === 'free' ? 'skipped' : verdict;
}

/** The sentence for a stored reason; what somebody wrote in their own words stays as it is. */
export function reasonInWords(reason: string): string {
  return reason in sentences ? sentences[reason as Reason] : reason;
}
