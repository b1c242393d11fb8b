import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Reminder } from '../groups/group.entity.js';
import { HOUSE_TIME_ZONE } from '../kernel/local-time.js';
import { rangeBetween, toUtc, type TimeRange } from '../kernel/time-range.js';
import { MeetingsReader, type DialIn } from '../meetings/meetings.reader.js';
import { utcText } from '../platform/database/sql.js';
import { INVITATION_MAIL } from './domain/news.js';
import { unsubscribeUrlOf } from './invitation.mail.js';
import { LettersReader } from './letters.reader.js';

/** Kinds of the reminders in the outgoing mail. */
export const REMINDER_MAILS: Record<Reminder, string> = {
  dayBefore: 'reminderDayBefore',
  hourBefore: 'reminderHourBefore',
};

/** Somebody invited to a date that lies ahead. */
export interface Invited {
  inviteeId: string;
  occurrenceId: string;
  start: Temporal.Instant;
  invitedAt: Temporal.Instant;
  reminders: Reminder[];
}

/** What a reminder tells somebody. */
export interface Reminded {
  to: string;
  name?: string;
  range: TimeRange;
  doorOpensAt: Temporal.Instant;
  link: string;
  unsubscribeUrl: string;
  reminders: Reminder[];
  groupId: string;
  contactPointId: string;
  /** How to come by telephone, where that is possible and the group wants it in its mails. */
  dialIn?: DialIn | undefined;
}

// Whose door will open; room by room, through the b-tree on the start. Whoever is invited to the date and to its series is one person, with the link to the date.
const INVITED = `
  SELECT DISTINCT ON (o.id, i.email_key) i.id AS "inviteeId", o.id AS "occurrenceId", lower(o.during) AS start,
    i.created_at AS "invitedAt", g.reminders
  FROM rooms r CROSS JOIN LATERAL (
    SELECT o.* FROM occurrences o WHERE o.room_id = r.id AND o.state = 'planned'
      AND lower(o.during) > $1 AND lower(o.during) < $2 OFFSET 0) o
  JOIN groups g ON g.id = o.group_id
  JOIN invitees i ON i.occurrence_id = o.id OR i.reservation_id = o.reservation_id
  WHERE i.withdrawn_at IS NULL AND g.reminders <> '{}' AND g.state = 'active'
    AND (g.access_until IS NULL OR g.access_until >= (lower(o.during) AT TIME ZONE '${HOUSE_TIME_ZONE}')::date)
  ORDER BY o.id, i.email_key, i.occurrence_id NULLS LAST`;

/** Who can be reminded of what. */
@Injectable()
export class RemindersReader {
  constructor(
    private readonly source: DataSource,
    private readonly letters: LettersReader,
    private readonly meetings: MeetingsReader,
  ) {}

  /**
   * Everybody invited to a date that begins between, the ends left out, and of their reminders those of which no mail of
   * its kind was queued for that time, or one that was dropped while the date was off; nobody whose invitation has not
   * come through.
   */
  async toRemindOf({ start, end }: TimeRange): Promise<Invited[]> {
    const rows = await this.source.query<(Omit<Invited, 'start' | 'invitedAt'> & Times)[]>(
      `SELECT p."inviteeId", p."occurrenceId", u.reminders, ${utcText('p.start')} AS start,
         ${utcText('p."invitedAt"')} AS "invitedAt"
       FROM (${INVITED}) p CROSS JOIN LATERAL (
         SELECT array_agg(r) AS reminders FROM unnest(p.reminders) r WHERE NOT EXISTS (
           SELECT 1 FROM mails m WHERE m.kind = $3::jsonb ->> r AND m.about = p."inviteeId"
             AND m.sequence = floor(extract(epoch FROM p.start) / 60)::int AND m.concerning = p."occurrenceId"
             AND m.state <> 'dropped')) u
       WHERE u.reminders IS NOT NULL AND 'undeliverable' IS DISTINCT FROM (
         SELECT m.state FROM mails m WHERE m.kind = $4 AND m.about = p."inviteeId" ORDER BY m.sequence DESC LIMIT 1)
       ORDER BY p.start, p."inviteeId"`,
      [toUtc(start), toUtc(end), JSON.stringify(REMINDER_MAILS), INVITATION_MAIL],
    );
    return rows.map(({ start: begins, invitedAt, ...row }) => ({
      ...row,
      start: Temporal.Instant.from(begins),
      invitedAt: Temporal.Instant.from(invitedAt),
    }));
  }

  /** Undefined when the date is off, the group's access rests, or the invitation is withdrawn. */
  async findReminder(inviteeId: string, occurrenceId: string): Promise<Reminded | undefined> {
    const [row] = await this.source.query<ReminderRow[]>(
      `SELECT i.id, i.link_version AS "linkVersion", i.email AS to, i.name, g.id AS "groupId", g.reminders,
         g.shows_dial_in AS "showsDialIn",
         g.contact_point_id AS "contactPointId", c.door_opens_minutes AS "doorOpensMinutes",
         ${utcText('lower(o.during)')} AS "startsAt", ${utcText('upper(o.during)')} AS "endsAt"
       FROM occurrences o JOIN groups g ON g.id = o.group_id JOIN contact_points c ON c.id = g.contact_point_id
       JOIN invitees i ON i.occurrence_id = o.id OR i.reservation_id = o.reservation_id
       WHERE i.id = $1 AND o.id = $2 AND o.state = 'planned' AND i.withdrawn_at IS NULL AND g.state = 'active'`,
      [inviteeId, occurrenceId],
    );
    if (!row) return undefined;
    const { showsDialIn, ...found } = row;
    return {
      ...this.toReminded(found),
      dialIn: showsDialIn ? await this.meetings.dialInOf(occurrenceId) : undefined,
    };
  }

  private toReminded({
    id,
    linkVersion,
    name,
    startsAt,
    endsAt,
    doorOpensMinutes,
    ...row
  }: Omit<ReminderRow, 'showsDialIn'>): Reminded {
    const range = rangeBetween({ startsAt, endsAt });
    const link = this.letters.linkOf({ id, linkVersion });
    return {
      ...row,
      name: name ?? undefined,
      range,
      doorOpensAt: range.start.subtract({ minutes: doorOpensMinutes }),
      link,
      unsubscribeUrl: unsubscribeUrlOf({ link }),
    };
  }
}

interface Times {
  start: string;
  invitedAt: string;
}

interface ReminderRow extends Pick<Reminded, 'to' | 'reminders' | 'groupId' | 'contactPointId'> {
  id: string;
  linkVersion: number;
  showsDialIn: boolean;
  name: string | null;
  doorOpensMinutes: number;
  startsAt: string;
  endsAt: string;
}
