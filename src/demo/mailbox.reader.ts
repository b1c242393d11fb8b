import { Injectable } from '@nestjs/common';
import PostalMime, { type Email } from 'postal-mime';
import { NotFound } from '../kernel/domain-error.js';
import { DevelopmentMail, type ReceivedMail } from './development-mail.js';

/** Reads the mails of the development mailbox. */
@Injectable()
export class MailboxReader {
  constructor(private readonly mail: DevelopmentMail) {}

  /** Newest first; `to` is compared without case. */
  async list({ to, limit }: { to?: string; limit: number }) {
    const wanted = to?.toLowerCase();
    const messages = this.mail.messages.filter(
      ({ recipients }) => !wanted || recipients.some((recipient) => recipient.toLowerCase() === wanted),
    );
    return Promise.all(
      messages.slice(0, limit).map(async (message) => summary(message, await parse(message))),
    );
  }

  async require(id: string) {
    const message = this.mail.messages.find((candidate) => candidate.id === id);
    if (!message) throw new NotFound();
    const email = await parse(message);
    return {
      ...summary(message, email),
      headers: Object.fromEntries(email.headers.map(({ key, value }) => [key, value])),
      text: email.text ?? '',
      html: email.html ?? '',
      attachments: email.attachments.map(({ filename, mimeType, content }) => ({
        filename: filename ?? '',
        contentType: mimeType,
        base64: Buffer.from(content as ArrayBuffer).toString('base64'),
      })),
      source: message.source,
    };
  }
}

function parse({ source }: ReceivedMail): Promise<Email> {
  return PostalMime.parse(source);
}

function summary({ id, recipients, receivedAt }: ReceivedMail, { from, subject }: Email) {
  return { id, from: from?.address ?? '', to: recipients.join(', '), subject: subject ?? '', receivedAt };
}
