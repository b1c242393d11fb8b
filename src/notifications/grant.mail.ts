import { dateInWords } from '../kernel/local-time.js';
import type { Letter } from '../platform/mail/letter.js';
import { writeMail } from '../platform/mail/mail-text.js';

export interface GrantFacts {
  to: string;
  name: string;
  groupLabel: string;
  /** Local calendar days; the last one belongs to the period. */
  accessFrom: string;
  accessUntil: string | null;
  today: string;
  contactPoint: { name: string; website: string; phone: string; email: string };
}

/** Tells a representative that the house is open to them. The group stands in the text, not in the subject. */
export function grantLetter(facts: GrantFacts): Letter {
  const { to, name, groupLabel, contactPoint } = facts;
  return {
    to,
    subject: 'Ihr Zugang zum Virtuellen Haus',
    senderName: contactPoint.name,
    replyTo: contactPoint.email,
    ...writeMail('Ihr Zugang zum Virtuellen Haus', [
      `Guten Tag ${name},`,
      `die ${contactPoint.name} hat für „${groupLabel}“ das Virtuelle Haus freigeschaltet. Sie sind als Ansprechperson eingetragen und können Räume für Online-Treffen ${periodInWords(facts)} reservieren.`,
      { link: contactPoint.website, label: 'So geht es. Öffnen Sie diese Seite' },
      `Geben Sie dort Ihre E-Mail-Adresse ein: ${to}\nSie bekommen dann eine Mail mit einem Code aus acht Ziffern. Ein Passwort brauchen Sie nicht.`,
      `Bei Fragen rufen Sie gern an: ${contactPoint.phone}`,
    ]),
  };
}

/** „ab jetzt bis zum 31. Dezember 2027“ */
function periodInWords({ accessFrom, accessUntil, today }: GrantFacts): string {
  const beginning = accessFrom > today ? `ab dem ${dateInWords(accessFrom)}` : 'ab jetzt';
  return accessUntil === null ? beginning : `${beginning} bis zum ${dateInWords(accessUntil)}`;
}
