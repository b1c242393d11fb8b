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
  /** Language tag such as `de` or `en`; German unless given. */
  language?: string;
  /** Where one POST stops mails like this one to this person (RFC 8058). */
  unsubscribeUrl?: string;
}

/** What a row says of its mail. */
export interface MailSubject {
  about: string;
  concerning: string;
  sequence: number;
}

/**
 * Writes the mail of a row; undefined when there is nobody or nothing to write to any more. Asked at each try, and only
 * once every earlier mail about the same one has left or ended.
 */
export type LetterWriter = (mail: MailSubject) => Promise<Letter | undefined>;
