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

/** Writes the mail of a row; undefined when there is nobody or nothing to write to any more. */
export type LetterWriter = (mail: { about: string; sequence: number }) => Promise<Letter | undefined>;
