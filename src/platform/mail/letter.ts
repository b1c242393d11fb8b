/** A written mail, ready to leave. One recipient, always. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Who the recipient reads as sender, beside our own address. */
  senderName: string;
  replyTo?: string;
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string };
}

/** What a row says of its mail. */
export interface MailSubject {
  about: string;
  concerning: string;
  sequence: number;
}

/** Writes the mail of a row; undefined when there is nobody or nothing to write to any more. */
export type LetterWriter = (mail: MailSubject) => Promise<Letter | undefined>;
