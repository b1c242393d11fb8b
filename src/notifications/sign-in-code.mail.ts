import type { Letter } from '../platform/mail/letter.js';
import { writeMail } from '../platform/mail/mail-text.js';

export interface CodeFacts {
  to: string;
  name: string;
  /** Eight digits. */
  code: string;
  minutes: number;
  contactPoint: { name: string; email: string };
}

/** The code for the page that waits for it. No link: pressing one elsewhere must never sign anybody in. */
export function codeLetter({ to, name, code, minutes, contactPoint }: CodeFacts): Letter {
  return {
    to,
    subject: 'Ihre Zahl zum Anmelden',
    senderName: contactPoint.name,
    replyTo: contactPoint.email,
    ...writeMail('Ihre Zahl zum Anmelden', [
      `Guten Tag ${name},`,
      'hier ist Ihre Zahl zum Anmelden:',
      { big: `${code.slice(0, 4)} ${code.slice(4)}` },
      `Tippen Sie die Zahl auf der Seite ein, die Sie gerade geöffnet haben. Sie gilt ${minutes} Minuten und nur dort.`,
      'Sie wollten sich gar nicht anmelden? Dann brauchen Sie nichts zu tun. Geben Sie die Zahl niemandem weiter.',
    ]),
  };
}
