import { languageOf, readWording, type InEachWording, type Wording } from '../kernel/wording.js';
import type { Letter } from '../platform/mail/letter.js';
import { writeMail, type Block } from '../platform/mail/mail-text.js';
import type { ContactPoint } from './contact-point.entity.js';

/** Neutral on purpose: whoever looks over a shoulder learns nothing from it. */
export const HOUSE_NAME = 'Virtuelles Haus';

/** Whose words a mail speaks, who it comes from, and what stands below it. */
export interface Sender {
  wording: Wording;
  name: string;
  replyTo?: string;
  footer: Block[];
}

/** What a wording says in one letter. */
export interface LetterWords {
  /** Stands on locked screens: names neither group nor topic. */
  subject: string;
  /** The heading of the HTML; the subject unless given. */
  title?: string;
  blocks: Block[];
}

type SenderFacts = Pick<
  ContactPoint,
  'name' | 'phone' | 'email' | 'imprintUrl' | 'senderName' | 'replyTo' | 'signature'
> & { wording: string };

interface FooterWords {
  /** The law asks for it (§ 5 DDG). */
  imprint: string;
  /** Before the address that answers go to. */
  answers: string;
}

const FOOTER: InEachWording<FooterWords> = {
  'de-sie': { imprint: 'Impressum', answers: 'Wenn Sie auf diese Mail antworten, geht Ihre Antwort an' },
  'de-du': { imprint: 'Impressum', answers: 'Wenn du auf diese Mail antwortest, geht deine Antwort an' },
  'de-leicht': {
    imprint: 'Hier steht, wer diese Mail schreibt (Impressum)',
    answers: 'Sie können auf diese Mail antworten.\nDie Antwort geht an',
  },
  en: {
    imprint: 'Who is responsible for this mail (Impressum)',
    answers: 'If you reply, your answer goes to',
  },
};

/** As representatives get mails: from the house, unless the contact point has named itself, and signed by it. */
export function senderToRepresentatives(contactPoint: SenderFacts): Sender {
  const { name, phone, email, imprintUrl, senderName, replyTo, signature } = contactPoint;
  const wording = readWording(contactPoint.wording);
  return {
    wording,
    name: senderName ?? HOUSE_NAME,
    replyTo: replyTo ?? email,
    footer: [signature ?? `${name}\n${phone}`, { link: imprintUrl, label: FOOTER[wording].imprint }],
  };
}

/**
 * As people who are invited get mails: they are no business of the contact point, so its name and address stand there
 * only if it has chosen so for its mails, and then they read where their answer would go.
 */
export function senderToInvitees(contactPoint: SenderFacts): Sender {
  const { imprintUrl, senderName, replyTo, signature } = contactPoint;
  const wording = readWording(contactPoint.wording);
  const { imprint, answers } = FOOTER[wording];
  return {
    wording,
    name: senderName ?? HOUSE_NAME,
    replyTo: replyTo ?? undefined,
    footer: [
      signature ?? HOUSE_NAME,
      ...(replyTo === null ? [] : [`${answers}: ${replyTo}`]),
      { link: imprintUrl, label: imprint },
    ],
  };
}

/** As operators get mails, who belong to no contact point. */
export const SENDER_TO_OPERATORS: Sender = { wording: 'de-sie', name: HOUSE_NAME, footer: [HOUSE_NAME] };

/** The words as a letter to one person, text and HTML from the same blocks. */
export function letterOf(
  { subject, title = subject, blocks }: LetterWords,
  to: string,
  from: Sender,
): Letter {
  const language = languageOf(from.wording);
  return {
    to,
    subject,
    senderName: from.name,
    replyTo: from.replyTo,
    language,
    ...writeMail(title, blocks, { language, footer: from.footer }),
  };
}
