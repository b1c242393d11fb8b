import type { LetterWords, Sender } from '../../contact-points/sender.reader.js';
import type { TimeRange } from '../../kernel/time-range.js';

/** Of every letter: who gets it, and whose words it speaks. */
interface LetterFacts {
  to: string;
  sender: Sender;
}

interface PersonFacts extends LetterFacts {
  name: string;
}

/** The page that people know the house by, and whom they call. */
interface HelpFacts extends PersonFacts {
  website: string;
  phone: string;
}

interface GroupFacts extends HelpFacts {
  groupLabel: string;
}

export interface GrantFacts extends GroupFacts {
  /** Local calendar days; the last one belongs to the period. */
  accessFrom: string;
  accessUntil: string | null;
  today: string;
}

export interface CodeFacts extends PersonFacts {
  /** Eight digits. */
  code: string;
  minutes: number;
}

export type AgreementFacts = HelpFacts;

export interface ClosureDatesFacts extends GroupFacts {
  /** Every room is closed for the group, not one of them. */
  isWholeHouse: boolean;
  /** What is called off, and what takes place in another room; in their order, one at least. */
  dates: readonly { state: 'cancelled' | 'planned'; range: TimeRange; roomName: string }[];
}

export interface UndeliverableFacts extends GroupFacts {
  /** Of the date; of a series, its next date. */
  range: TimeRange;
  isSeries: boolean;
  /** How many addresses got nothing. Which ones stands in the house only. */
  count: number;
}

export interface SeriesEndsFacts extends GroupFacts {
  /** The last date. */
  range: TimeRange;
}

export interface DateAheadFacts extends GroupFacts {
  range: TimeRange;
  /** Moves the date or calls it off, for whoever has it. */
  link: string;
}

export interface HandOverFacts extends GroupFacts {
  /** Who handed the group over; undefined when the contact point has. */
  from?: string;
}

export interface YearlyCheckFacts extends GroupFacts {
  /** Local calendar day until which somebody should answer. */
  answerUntil: string;
}

export interface DeletionFacts extends GroupFacts {
  /** Local calendar day. */
  deletedOn: string;
}

export interface ReminderFacts extends LetterFacts {
  name?: string;
  range: TimeRange;
  doorOpensAt: Temporal.Instant;
  link: string;
  /** Only where the group wants to be named to those it invites; never in a subject. */
  groupLabel?: string;
  /** Where one POST ends mails like this one (RFC 8058). */
  unsubscribeUrl?: string;
}

export interface NearlyFullFacts extends PersonFacts {
  /** What the operator calls the server, `main`. */
  server: string;
  /** Local calendar day `2026-12-08`. */
  date: string;
  /** Share of the capacity, `0.7`. */
  share: number;
}

/** One wording of all letters of notifications/. */
export interface NotificationWords {
  grant(facts: GrantFacts): LetterWords;
  code(facts: CodeFacts): LetterWords;
  agreement(facts: AgreementFacts): LetterWords;
  closureDates(facts: ClosureDatesFacts): LetterWords;
  undeliverable(facts: UndeliverableFacts): LetterWords;
  seriesEnds(facts: SeriesEndsFacts): LetterWords;
  dateAhead(facts: DateAheadFacts): LetterWords;
  handOver(facts: HandOverFacts): LetterWords;
  yearlyCheck(facts: YearlyCheckFacts): LetterWords;
  deletion(facts: DeletionFacts): LetterWords;
  reminder(facts: ReminderFacts): LetterWords;
  nearlyFull(facts: NearlyFullFacts): LetterWords;
}

/** Two fours are easier to keep in mind than eight digits. */
export function inFours(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

export function percentOf({ share }: NearlyFullFacts): number {
  return Math.round(share * 100);
}

/** The dates of a closure that are called off, and those that have another room. */
export function sorted({ dates }: ClosureDatesFacts) {
  return {
    cancelled: dates.filter(({ state }) => state === 'cancelled'),
    moved: dates.filter(({ state }) => state === 'planned'),
  };
}
