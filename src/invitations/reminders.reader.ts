import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Reminder } from '../groups/group.entity.js';
import { HOUSE_TIME_ZONE } from '../kernel/local-time.js';
import { toUtc, type TimeRange } from '../kernel/time-range.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { utcText } from '../platform/database/sql.js';
import { INVITATION_MAIL } from './domain/news.js';
import { InvitationsStore } from './invitations.store.js';

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
  reminders: Reminder[];
  groupId: string;
  contactPointId: string;
}

// Whose door will open. Whoever is invited to the date and to its series is one person, with the link to the date.
const INVITED = `
  SELECT DISTINCT ON (o.id, i.email_key) i.id AS "inviteeId", o.id AS "occurrenceId", lower(o.during) AS start,
    i.created_at AS "invitedAt", g.reminders
  FROM occurrences o JOIN groups g ON g.id = o.group_id
  JOIN invitees i ON i.occurrence_id = o.id OR i.reservation_id = o.reservation_id
  WHERE o.state = 'planned' AND lower(o.during) > $1 AND lower(o.during) < $2 AND i.withdrawn_at IS NULL
    AND g.reminders <> '{}' AND g.state = 'active'
    AND (g.access_until IS NULL OR g.access_until >= (lower(o.during) AT TIME ZONE '${HOUSE_TIME_ZONE}')::date)
  ORDER BY o.id, i.email_key, i.occurrence_id NULLS LAST`;

/** Who can be reminded of what. */
@Injectable()
export class RemindersReader {
  constructor(
    private readonly source: DataSource,
    private readonly store: InvitationsStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Everybody invited to a date that begins between, the ends left out, and of their reminders those of which no mail of
   * its kind was written for that time; nobody whose invitation has not come through.
   */
  async toRemindOf({ start, end }: TimeRange, kinds: Record<Reminder, string>): Promise<Invited[]> {
    const rows = await this.source.query<(Omit<Invited, 'start' | 'invitedAt'> & Times)[]>(
      `SELECT p."inviteeId", p."occurrenceId", u.reminders, ${utcText('p.start')} AS start,
         ${utcText('p."invitedAt"')} AS "invitedAt"
       FROM (${INVITED}) p CROSS JOIN LATERAL (
         SELECT array_agg(r) AS reminders FROM unnest(p.reminders) r WHERE NOT EXISTS (
           SELECT 1 FROM mails m WHERE m.kind = $3::jsonb ->> r AND m.about = p."inviteeId"
             AND m.sequence = floor(extract(epoch FROM p.start) / 60)::int AND m.concerning = p."occurrenceId")) u
       WHERE u.reminders IS NOT NULL AND 'undeliverable' IS DISTINCT FROM (
         SELECT m.state FROM mails m WHERE m.kind = $4 AND m.about = p."inviteeId" ORDER BY m.sequence DESC LIMIT 1)
       ORDER BY p.start, p."inviteeId"`,
      [toUtc(start), toUtc(end), JSON.stringify(kinds), INVITATION_MAIL],
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
         g.contact_point_id AS "contactPointId", c.door_opens_minutes AS "doorOpensMinutes",
         ${utcText('lower(o.during)')} AS "startsAt", ${utcText('upper(o.during)')} AS "endsAt"
       FROM occurrences o JOIN groups g ON g.id = o.group_id JOIN contact_points c ON c.id = g.contact_point_id
       JOIN invitees i ON i.occurrence_id = o.id OR i.reservation_id = o.reservation_id
       WHERE i.id = $1 AND o.id = $2 AND o.state = 'planned' AND i.withdrawn_at IS NULL AND g.state = 'active'`,
      [inviteeId, occurrenceId],
    );
    return row && this.toReminded(row);
  }

  private toReminded({
    id,
    linkVersion,
    name,
    startsAt,
    endsAt,
    doorOpensMinutes,
    ...row
  }: ReminderRow): Reminded {
    const start = Temporal.Instant.from(startsAt);
    return {
      ...row,
      name: name ?? undefined,
      range: { start, end: Temporal.Instant.from(endsAt) },
      doorOpensAt: start.subtract({ minutes: doorOpensMinutes }),
      link: `${this.config.publicUrl}/t/${this.store.linkTokenOf({ id, linkVersion })}`,
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
  name: string | null;
  doorOpensMinutes: number;
  startsAt: string;
  endsAt: string;
}
