import type { Letter } from '../platform/mail/letter.js';
import { writeMail } from '../platform/mail/mail-text.js';

export interface GrantFacts {
  to: string;
  name: string;
  groupLabel: string;
  contactPoint: { name: string; website: string; phone: string; email: string };
}

/** Tells a representative that the house is open to them. The group stands in the text, not in the subject. */
export function grantLetter({ to, name, groupLabel, contactPoint }: GrantFacts): Letter {
  return {
    to,
    subject: 'Ihr Zugang zum Virtuellen Haus',
    senderName: contactPoint.name,
    replyTo: contactPoint.email,
    ...writeMail('Ihr Zugang zum Virtuellen Haus', [
      `Guten Tag ${name},`,
      `die ${contactPoint.name} hat für „${groupLabel}“ das Virtuelle Haus freigeschaltet. Sie sind als Ansprechperson eingetragen und können ab jetzt Räume für Online-Treffen reservieren.`,
      { link: contactPoint.website, label: 'So geht es. Öffnen Sie diese Seite' },
      `Geben Sie dort Ihre E-Mail-Adresse ein: ${to}\nSie bekommen dann eine Mail mit einem Code aus acht Ziffern. Ein Passwort brauchen Sie nicht.`,
      `Bei Fragen rufen Sie gern an: ${contactPoint.phone}`,
    ]),
  };
}
