import { HOUSE_NAME, letterOf, type LetterWords, type Sender } from '../contact-points/sender.reader.js';
import type { InEachWording } from '../kernel/wording.js';
import type { Letter } from '../platform/mail/letter.js';
import { writeCalendar, type Envelope } from './invitation.calendar.js';
import { deDu } from './words/de-du.js';
import { deLeicht } from './words/de-leicht.js';
import { deSie } from './words/de-sie.js';
import { en } from './words/en.js';
import type { DateFacts, InvitationWords } from './words/invitation-words.js';

/** Whom the calendar names as organizer: the name of the contact point would tell what the date is about. */
export const SENDER_NAME = HOUSE_NAME;

const WORDS: InEachWording<InvitationWords> = { 'de-sie': deSie, 'de-du': deDu, 'de-leicht': deLeicht, en };

/** Facts of a letter to somebody invited. Subject, sender and calendar entry say nothing about the group. */
export interface InvitationFacts extends DateFacts {
  to: string;
  /** `senderToInvitees` of the contact point: its wording, name and footer. */
  sender: Sender;
  organizer: { name: string; email: string };
  uid: string;
  sequence: number;
  writtenAt: Temporal.Instant;
  /** What goes into the calendar, where it is more than `range`: a file for `REQUEST` or `CANCEL`, as the letter is. */
  calendarFile?: string;
}

export function invitationLetter(facts: InvitationFacts): Letter {
  return write(facts, wordsFor(facts).invitation(facts), 'REQUEST');
}

/** The same date at another time; the attached file changes the entry in the calendar. */
export function movedLetter(facts: InvitationFacts): Letter {
  return write(facts, wordsFor(facts).moved(facts), 'REQUEST');
}

/** A date that was called off takes place after all; the attached file brings the entry back. */
export function restoredLetter(facts: InvitationFacts): Letter {
  return write(facts, wordsFor(facts).restored(facts), 'REQUEST');
}

/** The same date can be called under other numbers; the attached file changes the entry in the calendar. */
export function renumberedLetter(facts: InvitationFacts): Letter {
  return write(facts, wordsFor(facts).renumbered(facts), 'REQUEST');
}

/** The same to somebody whose entry in the calendar never named any, and stays as it is. */
export function renumberedReminderLetter(facts: InvitationFacts): Letter {
  const { calendar: _, ...letter } = write(
    facts,
    wordsFor(facts).renumbered({ ...facts, hasNoFile: true }),
    'REQUEST',
  );
  return letter;
}

/** The same date is called off; the attached file takes the entry out of the calendar. */
export function cancellationLetter(facts: InvitationFacts): Letter {
  return write(facts, wordsFor(facts).cancelled(facts), 'CANCEL');
}

/** One person is no longer invited; the date takes place without them. */
export function withdrawnLetter(facts: InvitationFacts): Letter {
  const { unsubscribeUrl: _, ...letter } = write(facts, wordsFor(facts).withdrawn(facts), 'CANCEL');
  return letter;
}

/** Whoever has lost a link gets another one; the attached file puts it into the entry in the calendar. */
export function freshLinkLetter(facts: InvitationFacts): Letter {
  return write(facts, wordsFor(facts).freshLink(facts), 'REQUEST');
}

function wordsFor({ sender }: InvitationFacts): InvitationWords {
  return WORDS[sender.wording];
}

function write(facts: InvitationFacts, words: LetterWords, method: 'REQUEST' | 'CANCEL'): Letter {
  const { range } = facts;
  const content = facts.calendarFile ?? writeCalendar({ ...envelopeOf(facts), method, range });
  const letter = letterOf(words, facts.to, facts.sender);
  return { ...letter, calendar: { method, content }, unsubscribeUrl: unsubscribeUrlOf(facts) };
}

/** What the calendar entry of this person says beside its times. */
export function envelopeOf(facts: InvitationFacts): Envelope {
  const { uid, sequence, writtenAt, organizer, to: attendeeEmail, link, dialIn, sender } = facts;
  return { uid, sequence, writtenAt, organizer, attendeeEmail, link, dialIn, wording: sender.wording };
}

/** Beside the page behind the link; a link that has ended needs none. */
export function unsubscribeUrlOf({ link }: { link: string }): string {
  return `${link}/unsubscribe`;
}
