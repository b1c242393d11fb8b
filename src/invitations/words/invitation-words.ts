import type { LetterWords } from '../../contact-points/sender.reader.js';
import { isBefore, type TimeRange } from '../../kernel/time-range.js';
import type { DialIn } from '../../meetings/meetings.reader.js';
import type { TelephoneNews } from '../domain/news.js';

/** What a letter to somebody invited tells. */
export interface DateFacts {
  name?: string;
  range: TimeRange;
  /**
   * Only in a mail about a whole series: its dates that lie ahead, in their order, at most 52; none of a series that is
   * called off. `range` is then the next one, or was. A mail about one date of a series is like that of any other date.
   */
  seriesDates?: readonly TimeRange[];
  /** Only in a mail that tells all dates of a series anew: those ahead that are off, by the times that this person knows. */
  datesOff?: readonly TimeRange[];
  /** The same: those that were taken up since this person was told of all. */
  datesAdded?: readonly TimeRange[];
  /** Other dates of its series take place, and the link is good for them whatever becomes of this one. */
  hasOthersAhead?: boolean;
  /** The time that this person was told before, where it is another. */
  before?: TimeRange;
  doorOpensAt: Temporal.Instant;
  /** The door of this one date is open when the letter is written. */
  isDoorOpen?: boolean;
  link: string;
  /** Only where the group wants to be named to those it invites; never in a subject. */
  groupLabel?: string;
  /** Only of a single date that can be called, where the group wants it in its mails. */
  dialIn?: DialIn | undefined;
  /** What is new about that, where this person was told otherwise. */
  telephoneNews?: TelephoneNews;
  /** Nothing changes in the calendar of this person. */
  hasNoFile?: boolean;
}

/** One wording of all letters to people who are invited. */
export interface InvitationWords {
  invitation(facts: DateFacts): LetterWords;
  moved(facts: DateFacts): LetterWords;
  cancelled(facts: DateFacts): LetterWords;
  restored(facts: DateFacts): LetterWords;
  renumbered(facts: DateFacts): LetterWords;
  withdrawn(facts: DateFacts): LetterWords;
  freshLink(facts: DateFacts): LetterWords;
}

/** How long before a date its door opens. */
export function minutesAtTheDoor({ range, doorOpensAt }: DateFacts): number {
  return isBefore(doorOpensAt, range.start) ? doorOpensAt.until(range.start).total('minutes') : 0;
}

/** The dates that a letter is about, one at least. */
export function datesOf({ range, seriesDates = [] }: DateFacts): readonly TimeRange[] {
  return seriesDates.length > 0 ? seriesDates : [range];
}

/** Whether a letter speaks of several dates; a series of which one date is left is spoken of as that one. */
export function isSeries({ seriesDates }: DateFacts): boolean {
  return seriesDates !== undefined && seriesDates.length !== 1;
}

/** Whether a letter tells all dates of a series anew: some may have moved, gone or come. */
export function tellsAll({ seriesDates }: DateFacts): boolean {
  return seriesDates !== undefined;
}
