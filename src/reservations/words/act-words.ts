import type { BookingFault, BookingRules } from '../domain/booking-rules.js';
import type { CapacityFault } from '../domain/capacity.js';
import type { QuotaFault } from '../domain/quota.js';
import type { DateEnded } from '../reservations.errors.js';
import type { JudgedDateView } from '../reservations.views.js';

/** What stands in the way of a move. */
export type Obstacle = Exclude<JudgedDateView['verdict'], 'free'> | QuotaFault | CapacityFault;

/** Why nothing was changed; whole sentences. */
export interface ActRefusals {
  ended: Readonly<Record<DateEnded['why'], string>>;
  /** By their codes. */
  others: Readonly<
    Record<'accessRests' | 'outsideAccess' | 'sameTime' | 'noSuchTime' | 'timeDoesNotExist', string>
  >;
  obstacles: Readonly<Record<Obstacle, string>>;
  rules(rules: BookingRules): Readonly<Record<BookingFault, string>>;
}

/** One wording of the pages behind the link in a representative's mail. A new line in a text is one on the page. */
export interface ActWords {
  title: string;
  help: string;
  keep: { title: string; button: string };
  move: { title: string; day: string; time: string; button: string; asksAgain: string };
  cancel: { title: string; button: string; asksAgain: string };
  kept: { title: string; done: string; change: string };
  askMove: { title: string; before: string; after: string; means: string; yes: string };
  askCancel: { title: string; means: string; yes: string };
  back: string;
  moved: { title: string; done: string; change: string };
  cancelled: {
    title: string;
    done: string;
    /** How long it can be taken back, and where; below it the way there. */
    takeBack(minutes: number): string;
    house: string;
  };
  refused: {
    /** After the reason. */
    unchanged: string;
    /** `day` and `time` as the wording says them. */
    freeOn(day: string): string;
    at(time: string, roomName?: string): string;
    /** Somebody else was quicker; this page shows the date as it is now. */
    outdated: string;
  };
  ended: string;
  /** Undefined where it is the house's own wording, in which every refusal is written. */
  refusals: ActRefusals | undefined;
}
