import { rangeInWords } from '../kernel/local-time.js';
import type { TimeRange } from '../kernel/time-range.js';
import type { Letter } from '../platform/mail/letter.js';
import { writeMail, type Block } from '../platform/mail/mail-text.js';

export interface ClosureDatesFacts {
  to: string;
  name: string;
  groupLabel: string;
  /** Every room is closed for the group, not one of them. */
  isWholeHouse: boolean;
  /** What is called off, and what takes place in another room; in their order, one at least. */
  dates: readonly { state: 'cancelled' | 'planned'; range: TimeRange; roomName: string }[];
  contactPoint: { name: string; website: string; phone: string; email: string };
}

const SUBJECT = 'Änderung bei Ihren Terminen im Virtuellen Haus';

/**
 * Tells a representative what a closure has done to the group's dates. The group stands in the text, not in the
 * subject; the reason of the closure nowhere, for groups do not see it.
 */
export function closureDatesLetter(facts: ClosureDatesFacts): Letter {
  const { to, name, dates, contactPoint } = facts;
  const cancelled = dates.filter(({ state }) => state === 'cancelled');
  const moved = dates.filter(({ state }) => state === 'planned');
  return {
    to,
    subject: SUBJECT,
    senderName: contactPoint.name,
    replyTo: contactPoint.email,
    ...writeMail(SUBJECT, [
      `Guten Tag ${name},`,
      occasionInWords(facts),
      ...(cancelled.length > 0 ? cancelledInWords(cancelled, contactPoint.website) : []),
      ...(moved.length > 0 ? movedInWords(moved) : []),
      'Diese Nachricht bekommen alle Ansprechpersonen der Gruppe.',
      `Bei Fragen rufen Sie gern an: ${contactPoint.phone}`,
    ]),
  };
}

function occasionInWords({ isWholeHouse, dates, groupLabel }: ClosureDatesFacts): string {
  const place = isWholeHouse ? 'das Virtuelle Haus' : 'ein Raum im Virtuellen Haus';
  const hit = dates.length === 1 ? 'einen Termin' : 'Termine';
  return `${place} ist zeitweise geschlossen. Das betrifft ${hit} von „${groupLabel}“.`;
}

function cancelledInWords(dates: ClosureDatesFacts['dates'], website: string): Block[] {
  const [title, instead] =
    dates.length === 1
      ? ['Dieser Termin ist abgesagt:', 'einen anderen Termin']
      : ['Diese Termine sind abgesagt:', 'andere Termine'];
  return [
    [title, ...dates.map(({ range }) => rangeInWords(range))].join('\n'),
    'Wer per Mail eingeladen ist, bekommt auch die Absage per Mail. Bitte sagen Sie allen anderen Bescheid, zum Beispiel durch einen Anruf.',
    { link: website, label: `So reservieren Sie ${instead}. Öffnen Sie diese Seite` },
  ];
}

function movedInWords(dates: ClosureDatesFacts['dates']): Block[] {
  const [title, these] =
    dates.length === 1
      ? ['Dieser Termin findet in einem anderen Raum statt:', 'diesen Termin']
      : ['Diese Termine finden in einem anderen Raum statt:', 'diese Termine'];
  const lines = dates.map(({ range, roomName }) => `${rangeInWords(range)}, im Raum „${roomName}“`);
  return [
    [title, ...lines].join('\n'),
    `Für ${these} brauchen Sie nichts zu tun. Tag und Uhrzeit bleiben gleich, und alle Links führen in den neuen Raum.`,
  ];
}
