import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rangeBetween, toUtc, type TimeRange } from '../kernel/time-range.js';
import { NUMBERS } from '../meetings/meetings.reader.js';
import { utcText } from '../platform/database/sql.js';
import type { MailSubject } from '../platform/mail/letter.js';
import { NOTHING_ELSE, type MailState } from '../platform/mail/mail.entity.js';
import { hashToken } from '../platform/secrets/token.js';
import { plannedRange, type OccurrenceRow } from '../reservations/reservations.reader.js';
import { FRESH_LINK_MAIL, INVITATION_MAIL, NEWS_MAILS, TIMED_MAILS } from './domain/news.js';
import type { Grid } from './domain/series-entry.js';
import type { SeriesMail } from './domain/series-news.js';
import type { InvitedTo } from './invitations.store.js';

export interface InviteeRow {
  id: string;
  /** The date, or else the series. */
  occurrenceId: string | null;
  reservationId: string | null;
  name: string | null;
  email: string;
  linkVersion: number;
  retold: number;
  grid: Grid | null;
  invitedAt: string;
  withdrawnAt: string | null;
  reply: 'yes' | 'no' | null;
  /** Opens the meeting when no representative comes. */
  mayOpen: boolean;
}

/** What became of the newest mail to somebody that was not given up for another one. */
export interface NewestMail {
  about: string;
  state: MailState;
  detail: string | null;
  /** When the newest link left. */
  sentAt: string | null;
}

/** What somebody knows of a date from the last mail that left to them. */
export interface Known {
  /** The time, where it is another by now. */
  otherTime: TimeRange | undefined;
  /** Where it could be called; undefined while nothing has left. */
  numbers: readonly string[] | undefined;
}

const COLUMNS = `id, occurrence_id AS "occurrenceId", reservation_id AS "reservationId", name, email, retold, grid,
  link_version AS "linkVersion", ${utcText('created_at')} AS "invitedAt",
  ${utcText('withdrawn_at')} AS "withdrawnAt", reply, may_open AS "mayOpen"`;

@Injectable()
export class InvitationsReader {
  constructor(private readonly source: DataSource) {}

  /** Everybody invited to a date, or to all of a series, in the order of invitation, with what became of their mail. */
  async inviteesOf(to: InvitedTo): Promise<(InviteeRow & { mail?: NewestMail })[]> {
    const invitees = await this.source.query<InviteeRow[]>(
      `SELECT ${COLUMNS} FROM invitees
       WHERE ${to.occurrenceId === undefined ? 'reservation_id' : 'occurrence_id'} = $1
         AND withdrawn_at IS NULL ORDER BY created_at, id`,
      [to.occurrenceId ?? to.reservationId],
    );
    const mails = await this.newestMailsTo(invitees.map(({ id }) => id));
    return invitees.map((invitee) => ({ ...invitee, mail: mails.get(invitee.id) }));
  }

  /** All mails to an invitee, whatever became of them; `date` of those that tell one date of a series. */
  async mailsTo(inviteeId: string): Promise<SeriesMail[]> {
    const rows = await this.source.query<(SeriesMail & { concerning: string })[]>(
      `SELECT kind, concerning, sequence, state FROM mails WHERE kind = ANY ($1) AND about = $2 ORDER BY created_at, id`,
      [NEWS_MAILS, inviteeId],
    );
    return rows.map(({ concerning, ...mail }) =>
      concerning === NOTHING_ELSE ? mail : { ...mail, date: concerning },
    );
  }

  /** By the mails of these kinds. */
  async findKnown(
    inviteeId: string,
    date: Pick<OccurrenceRow, 'id' | 'startsAt' | 'endsAt' | 'extendedMinutes'>,
    kinds = TIMED_MAILS,
  ): Promise<Known> {
    const [row] = await this.source.query<{ startsAt: string; endsAt: string; numbers: string[] }[]>(
      `SELECT ${utcText('lower(d.during)')} AS "startsAt", ${utcText('upper(d.during)')} AS "endsAt", d.numbers
       FROM date_times d WHERE d.occurrence_id = $1 AND d.noted_at <= (
         SELECT max(m.created_at) FROM mails m
         WHERE m.about = $2 AND m.kind = ANY ($3) AND m.state = 'sent' AND m.concerning IN ($1, $4))
       ORDER BY d.noted_at DESC LIMIT 1`,
      [date.id, inviteeId, kinds, NOTHING_ELSE],
    );
    const isSame = row?.startsAt === date.startsAt && row.endsAt === toUtc(plannedRange(date).end);
    return { otherTime: row && !isSame ? rangeBetween(row) : undefined, numbers: row?.numbers };
  }

  /** Whether a mail of this kind about the same was queued after this one. */
  async isOvertaken(kind: string, { about, concerning, sequence }: MailSubject): Promise<boolean> {
    const newer = await this.source.query<unknown[]>(
      'SELECT 1 FROM mails WHERE kind = $1 AND about = $2 AND concerning = $3 AND sequence > $4 LIMIT 1',
      [kind, about, concerning, sequence],
    );
    return newer.length > 0;
  }

  /** Dates ahead with other telephone numbers than were noted last, the next ones first. */
  datesWithOtherNumbers(now: Temporal.Instant): Promise<{ id: string; reservationId: string }[]> {
    return this.source.query<{ id: string; reservationId: string }[]>(
      `SELECT o.id, o.reservation_id AS "reservationId" FROM meeting_servers v CROSS JOIN LATERAL (
         SELECT o.* FROM occurrences o
         WHERE o.server_id = v.id AND o.state = 'planned' AND lower(o.during) > $1 OFFSET 0) o
       CROSS JOIN LATERAL (
         SELECT d.numbers FROM date_times d WHERE d.occurrence_id = o.id ORDER BY d.noted_at DESC LIMIT 1) d
       WHERE d.numbers <> ${NUMBERS} ORDER BY lower(o.during), o.id`,
      [toUtc(now)],
    );
  }

  /** Also those taken off the list. */
  async findInvitee(id: string): Promise<InviteeRow | undefined> {
    const [invitee] = await this.source.query<InviteeRow[]>(`SELECT ${COLUMNS} FROM invitees WHERE id = $1`, [
      id,
    ]);
    return invitee;
  }

  /** Whoever has this link; `isEnded` when it is an earlier one, or they were taken off the list. */
  async findInviteeByToken(token: string): Promise<(InviteeRow & { isEnded: boolean }) | undefined> {
    const hash = hashToken(token);
    const [invitee] = await this.source.query<(InviteeRow & { isEnded: boolean })[]>(
      `SELECT ${COLUMNS}, link_hash <> $1 OR withdrawn_at IS NOT NULL AS "isEnded" FROM invitees
       WHERE link_hash = $1 OR ended_links @> ARRAY[$1::bytea]`,
      [hash],
    );
    return invitee;
  }

  private async newestMailsTo(inviteeIds: string[]): Promise<Map<string, NewestMail>> {
    const rows = await this.source.query<NewestMail[]>(
      `SELECT DISTINCT ON (m.about) m.about, m.state, m.detail, ${utcText(`(
           SELECT max(l.sent_at) FROM mails l WHERE l.about = m.about AND l.kind = ANY ($1))`)} AS "sentAt"
       FROM mails m WHERE m.kind = ANY ($2) AND m.about = ANY ($3)
       ORDER BY m.about, m.state = 'dropped', m.created_at DESC, m.id DESC`,
      [[INVITATION_MAIL, FRESH_LINK_MAIL], NEWS_MAILS, inviteeIds],
    );
    return new Map(rows.map((row) => [row.about, row]));
  }
}
