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
    subject: 'Ihr Code zum Anmelden',
    senderName: contactPoint.name,
    replyTo: contactPoint.email,
    ...writeMail('Ihr Code zum Anmelden', [
      `Guten Tag ${name},`,
      'hier ist Ihr Code zum Anmelden:',
      { big: `${code.slice(0, 4)} ${code.slice(4)}` },
      `Tippen Sie den Code auf der Seite ein, die Sie gerade geöffnet haben. Er gilt ${minutes} Minuten und nur dort.`,
      'Sie wollten sich gar nicht anmelden? Dann brauchen Sie nichts zu tun. Geben Sie den Code niemandem weiter.',
    ]),
  };
}
