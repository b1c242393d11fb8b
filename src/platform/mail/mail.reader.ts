import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { utcText } from '../database/sql.js';
import type { MailState } from './mail.entity.js';

export interface MailStatus {
  about: string;
  state: MailState;
  detail: string | null;
  sentAt: string | null;
}

@Injectable()
export class MailReader {
  constructor(private readonly source: DataSource) {}

  /** What became of the newest mail of a kind about each of these things. */
  async statesOf(kind: string, about: string[]): Promise<Map<string, MailStatus>> {
    const rows = await this.source.query<MailStatus[]>(
      `SELECT DISTINCT ON (about) about, state, detail, ${utcText('sent_at')} AS "sentAt"
       FROM mails WHERE kind = $1 AND about = ANY ($2) ORDER BY about, sequence DESC`,
      [kind, about],
    );
    return new Map(rows.map((row) => [row.about, row]));
  }
}
