import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { utcText } from '../database/sql.js';
import type { MailState } from './mail.entity.js';

export interface MailStatus {
  about: string;
  state: MailState;
  /** What the mail server said. */
  detail: string | null;
  queuedAt: string;
  firstTryAt: string | null;
  lastTryAt: string | null;
  /** Only while it waits to leave. */
  nextTryAt: string | null;
  sentAt: string | null;
}

@Injectable()
export class MailReader {
  constructor(private readonly source: DataSource) {}

  /** What became of the newest mail of a kind about each of these things. */
  async statesOf(kind: string, about: string[]): Promise<Map<string, MailStatus>> {
    const rows = await this.source.query<MailStatus[]>(
      `SELECT DISTINCT ON (about) about, state, detail, ${utcText('created_at')} AS "queuedAt",
         ${utcText('first_try_at')} AS "firstTryAt", ${utcText('last_try_at')} AS "lastTryAt",
         ${utcText('next_try_at')} AS "nextTryAt", ${utcText('sent_at')} AS "sentAt"
       FROM mails WHERE kind = $1 AND about = ANY ($2) ORDER BY about, sequence DESC`,
      [kind, about],
    );
    return new Map(rows.map((row) => [row.about, row]));
  }
}
