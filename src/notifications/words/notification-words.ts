import type { LetterWords, Sender } from '../../contact-points/sender.reader.js';
import type { TimeRange } from '../../kernel/time-range.js';
import type { DialIn } from '../../meetings/meetings.reader.js';

/** Of every letter: who gets it, and whose words it speaks. */
interface LetterFacts {
  to: string;
  sender: Sender;
  /** Where one POST ends mails like this one (RFC 8058); for people who are invited. */
  unsubscribeUrl?: string;
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

/** What is closed, and on which days. */
export interface Closed {
  /** Every room, every room for the groups of the contact point, or the one of this name. */
  what: 'house' | 'contactPoint' | { room: string };
  /** `2026-12-07`; both days are among them. One for each year that it hits dates in. */
  days: readonly { from: string; to: string }[];
  /** Whether it is closed at some hours only of the first day or the last. */
  isPartOfDay: boolean;
}

export interface ClosureDatesFacts extends GroupFacts {
  /** What is closed for the group, if anything still is. */
  closed: Closed | 'noMore';
  /** What is called off, and what takes place in another room; in their order, one at least. Each with its room. */
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
  /** Who has named the addressee; undefined when the contact point has. */
  from?: string;
}

export interface RepresentativesFacts extends GroupFacts {
  /** Somebody else came or left, or the addressee has left and, if they represent nothing else, is forgotten. */
  change: { kind: 'came' | 'left'; who: string } | { kind: 'gone'; isForgotten: boolean };
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
  /** How to come by telephone, where that is possible and the group wants it in its mails. */
  dialIn?: DialIn | undefined;
}

export interface NearlyFullFacts extends PersonFacts {
  /** What the operator calls the server, `main`. */
  server: string;
  /** Local calendar days `2026-12-08` on which more than the share is expected, in their order; one at least. */
  days: readonly string[];
  /** Those of them on which it is more than the server carries. */
  overfull: readonly string[];
  /** Share of the capacity, `0.7`. */
  share: number;
}

/** What each letter has to know. The group stands in a text at most, never in a subject. */
export interface LettersFacts {
  /** Tells a representative that the house is open to them. */
  grant: GrantFacts;
  /** The code for the page that waits for it. No link to it: pressing one elsewhere must never sign anybody in. */
  code: CodeFacts;
  /** Tells a representative that there are new rules to agree to. */
  agreement: AgreementFacts;
  /** Tells a representative what a closure has done to the group's dates; not its reason, for groups do not see it. */
  closureDates: ClosureDatesFacts;
  /** Tells a representative that somebody invited got nothing. Who it is stands in the house, never in the mail. */
  undeliverable: UndeliverableFacts;
  /** Tells a representative that a series ends soon, while its room may still be free. */
  seriesEnds: SeriesEndsFacts;
  /** Tells a representative that a date is coming, with a link that moves it or calls it off. */
  dateAhead: DateAheadFacts;
  /** Tells somebody that they represent a group from now on. */
  handOver: HandOverFacts;
  /** Tells who represents a group that somebody else does too or no more, and whoever has left that they have. */
  representatives: RepresentativesFacts;
  /** Asks a representative whether the group still uses the house. */
  yearlyCheck: YearlyCheckFacts;
  /** Tells a representative on which day the access of the group is deleted, and how to keep it. */
  deletion: DeletionFacts;
  /** Reminds somebody who is invited. Says nothing about the group, unless the group wants it. */
  reminder: ReminderFacts;
  /** Tells the operator on which days a Jitsi server has little room left, or none; names no group and no contact point. */
  nearlyFull: NearlyFullFacts;
}

export type LetterKind = keyof LettersFacts;

/** One wording of all letters of notifications/. */
export type NotificationWords = { [Kind in LetterKind]: (facts: LettersFacts[Kind]) => LetterWords };

/** Whether the addressee represents nothing any more. */
export function isFarewell({ change }: RepresentativesFacts): boolean {
  return change.kind === 'gone' && change.isForgotten;
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
