import { dayInWords, rangeInWords, timeInWords } from '../kernel/local-time.js';
import type { TimeRange } from '../kernel/time-range.js';
import type { Letter } from '../platform/mail/letter.js';
import { writeMail } from '../platform/mail/mail-text.js';
import { writeCalendar, type CalendarEntry } from './invitation.calendar.js';

/** Neutral on purpose: the name of the house would tell what the mail is about. */
export const SENDER_NAME = 'Virtuelles Haus';

export interface InvitationFacts {
  to: string;
  name?: string;
  range: TimeRange;
  doorOpensAt: Temporal.Instant;
  link: string;
  organizer: { name: string; email: string };
  uid: string;
  sequence: number;
  writtenAt: Temporal.Instant;
}

/** An invitation. Subject, sender and calendar entry say nothing about the group. */
export function invitationLetter(facts: InvitationFacts): Letter {
  const when = rangeInWords(facts.range);
  const subject = `Einladung: Online-Treffen am ${dayInWords(facts.range.start)}, ${timeInWords(facts.range.start)}`;
  return {
    to: facts.to,
    subject,
    senderName: facts.organizer.name,
    ...writeMail('Einladung zu einem Online-Treffen', [
      greeting(facts.name),
      `Sie sind zu einem Online-Treffen eingeladen:\n${when}`,
      { link: facts.link, label: 'So kommen Sie hinein. Öffnen Sie diesen Link' },
      `Die Tür öffnet um ${timeInWords(facts.doorOpensAt)}. Sie brauchen kein Konto und kein Programm, nur einen Browser am Computer, Tablet oder Telefon. Ihre Kamera und Ihr Mikrofon sind am Anfang aus.`,
      'Der Link ist nur für Sie. Bitte geben Sie ihn nicht weiter.',
      'Im Anhang liegt der Termin für Ihren Kalender.',
    ]),
    calendar: { method: 'REQUEST', content: writeCalendar(entryOf(facts, 'REQUEST')) },
  };
}

/** The same date at another time; the attached file changes the entry in the calendar. */
export function movedLetter(facts: InvitationFacts): Letter {
  const subject = `Verschoben: Online-Treffen am ${dayInWords(facts.range.start)}, ${timeInWords(facts.range.start)}`;
  return {
    to: facts.to,
    subject,
    senderName: facts.organizer.name,
    ...writeMail('Ein Online-Treffen ist verschoben', [
      greeting(facts.name),
      `ein Online-Treffen, zu dem Sie eingeladen sind, hat eine neue Zeit:\n${rangeInWords(facts.range)}`,
      { link: facts.link, label: 'Ihr Link bleibt derselbe' },
      `Die Tür öffnet um ${timeInWords(facts.doorOpensAt)}.`,
      'Die Datei im Anhang ändert den Termin in Ihrem Kalender.',
    ]),
    calendar: { method: 'REQUEST', content: writeCalendar(entryOf(facts, 'REQUEST')) },
  };
}

/** A date that was called off takes place after all; the attached file brings the entry back. */
export function restoredLetter(facts: InvitationFacts): Letter {
  const subject = `Findet doch statt: Online-Treffen am ${dayInWords(facts.range.start)}, ${timeInWords(facts.range.start)}`;
  return {
    to: facts.to,
    subject,
    senderName: facts.organizer.name,
    ...writeMail('Ein Online-Treffen findet doch statt', [
      greeting(facts.name),
      `die Absage ist zurückgenommen. Dieses Online-Treffen findet doch statt:\n${rangeInWords(facts.range)}`,
      { link: facts.link, label: 'Ihr Link öffnet sich wieder' },
      `Die Tür öffnet um ${timeInWords(facts.doorOpensAt)}.`,
      'Die Datei im Anhang trägt den Termin wieder in Ihren Kalender ein.',
    ]),
    calendar: { method: 'REQUEST', content: writeCalendar(entryOf(facts, 'REQUEST')) },
  };
}

/** The same date is called off; the attached file takes the entry out of the calendar. */
export function cancellationLetter(facts: InvitationFacts): Letter {
  const subject = `Abgesagt: Online-Treffen am ${dayInWords(facts.range.start)}, ${timeInWords(facts.range.start)}`;
  return {
    to: facts.to,
    subject,
    senderName: facts.organizer.name,
    ...writeMail('Ein Online-Treffen ist abgesagt', [
      greeting(facts.name),
      `dieses Online-Treffen ist abgesagt:\n${rangeInWords(facts.range)}`,
      'Sie brauchen nichts zu tun. Der Link aus der Einladung öffnet sich nicht mehr.',
      'Die Datei im Anhang streicht den Termin aus Ihrem Kalender.',
    ]),
    calendar: { method: 'CANCEL', content: writeCalendar(entryOf(facts, 'CANCEL')) },
  };
}

function entryOf(facts: InvitationFacts, method: CalendarEntry['method']): CalendarEntry {
  const { uid, sequence, range, writtenAt, organizer, to: attendeeEmail, link } = facts;
  return {
    method,
    uid,
    sequence,
    range,
    writtenAt,
    organizer,
    attendeeEmail,
    link: method === 'CANCEL' ? undefined : link,
  };
}

function greeting(name: string | undefined): string {
  return name ? `Guten Tag ${name},` : 'Guten Tag,';
}
