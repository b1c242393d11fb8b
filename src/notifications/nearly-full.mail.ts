import { dateInWords } from '../kernel/local-time.js';
import type { Letter } from '../platform/mail/letter.js';
import { writeMail } from '../platform/mail/mail-text.js';

export interface NearlyFullFacts {
  to: string;
  name: string;
  /** What the operator calls the server, `main`. */
  server: string;
  /** Local calendar day `2026-12-08`. */
  date: string;
  /** Share of the capacity, `0.7`. */
  share: number;
}

/** Tells the operator that a Jitsi server will soon have no room left; names no group and no contact point. */
export function nearlyFullLetter({ to, name, server, date, share }: NearlyFullFacts): Letter {
  const percent = Math.round(share * 100);
  return {
    to,
    subject: `Videoserver fast ausgebucht am ${dateInWords(date)}`,
    senderName: 'Virtuelles Haus',
    ...writeMail('Ein Videoserver ist fast ausgebucht', [
      `Guten Tag ${name},`,
      `der Videoserver „${server}“ erwartet am ${dateInWords(date)} zeitweise mehr als ${percent} Prozent der Teilnehmenden, die er tragen kann.`,
      'Sobald er voll ist, nimmt das Haus für diese Zeit keine Reservierung mehr an und schlägt andere Zeiten vor. Wenn der Server mehr trägt, als eingestellt ist, ändern Sie JITSI_CAPACITY.',
      'Diese Nachricht kommt für jeden Server und Tag nur einmal.',
    ]),
  };
}
