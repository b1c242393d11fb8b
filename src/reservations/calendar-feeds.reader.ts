import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { GroupsReader } from '../groups/groups.reader.js';
import type { Representative } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { NotFound } from '../kernel/domain-error.js';
import { dateOf, startOfDay } from '../kernel/local-time.js';
import { toUtc } from '../kernel/time-range.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { utcText } from '../platform/database/sql.js';
import { hashToken } from '../platform/secrets/token.js';
import { CalendarFeedsStore } from './calendar-feeds.store.js';
import type { CalendarView } from './calendar.views.js';
import { feedEventsOf, type FeedReservation } from './domain/feed-events.js';
import { writeGroupCalendar } from './group.calendar.js';
import type { SeriesRule } from './reservation.entity.js';
import { CALENDAR_UID, PLANNED_END } from './reservations.reader.js';

interface FeedRow {
  id: string;
  seriesUid: string;
  createdAt: string;
  version: number;
  series: SeriesRule | null;
  uid: string;
  seriesDate: string;
  startsAt: string;
  endsAt: string;
  sequence: number;
}

const DAYS_BACK = 30;

/** The calendar of a group: its address for each representative, and what programs read there. */
@Injectable()
export class CalendarFeedsReader {
  constructor(
    private readonly source: DataSource,
    private readonly groups: GroupsReader,
    private readonly feeds: CalendarFeedsStore,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The caller's own address; empty when there is none. Throws NotFound. */
  async show(actor: Representative, groupId: string): Promise<CalendarView> {
    await this.groups.requireVisible(actor, groupId);
    const [feed] = await this.source.query<{ id: string; createdAt: string }[]>(
      `SELECT id, ${utcText('created_at')} AS "createdAt" FROM calendar_feeds WHERE group_id = $1 AND person_id = $2`,
      [groupId, actor.personId],
    );
    if (!feed) return {};
    const url = `${this.config.publicUrl}/calendar/${this.feeds.tokenOf(feed.id)}.ics`;
    return { url, createdAt: feed.createdAt };
  }

  /** The file behind an address. Throws NotFound, also when it has ended or somebody represents it no more. */
  async requireFile(token: string): Promise<string> {
    const [feed] = await this.source.query<{ groupId: string; slug: string }[]>(
      `SELECT f.group_id AS "groupId", c.slug FROM calendar_feeds f
       JOIN representatives p ON p.group_id = f.group_id AND p.person_id = f.person_id
       JOIN groups g ON g.id = f.group_id JOIN contact_points c ON c.id = g.contact_point_id WHERE f.token_hash = $1
         AND g.state <> 'ended'`,
      [hashToken(token)],
    );
    if (!feed) throw new NotFound();
    const reservations = reservationsIn(await this.rowsOf(feed.groupId));
    const page = `${this.config.publicUrl}/haus/${feed.slug}`;
    return writeGroupCalendar({ events: reservations.flatMap(feedEventsOf), page });
  }

  /**
   * What takes place, and has not long since. A group whose access rests keeps its dates. Half an hour more for a
   * meeting that ran does not count: its mails did not tell it either, so both calendars agree.
   */
  private rowsOf(groupId: string): Promise<FeedRow[]> {
    const from = startOfDay(dateOf(this.clock.now()).subtract({ days: DAYS_BACK }));
    return this.source.query<FeedRow[]>(
      `SELECT w.id, w.calendar_uid AS "seriesUid", ${utcText('w.created_at')} AS "createdAt", w.version, w.series,
         ${CALENDAR_UID} AS uid, o.series_date::text AS "seriesDate", ${utcText('lower(o.during)')} AS "startsAt",
         ${utcText(PLANNED_END)} AS "endsAt", o.sequence
       FROM occurrences o JOIN reservations w ON w.id = o.reservation_id
       WHERE o.group_id = $1 AND o.state = 'planned' AND lower(o.during) >= $2
       ORDER BY w.id, lower(o.during), o.id`,
      [groupId, toUtc(from)],
    );
  }
}

function reservationsIn(rows: readonly FeedRow[]): FeedReservation[] {
  return Object.values(Object.groupBy(rows, ({ id }) => id)).flatMap((dates = []) => {
    const [first] = dates;
    if (!first) return [];
    const { seriesUid: uid, version, series } = first;
    const createdAt = Temporal.Instant.from(first.createdAt);
    return [{ uid, version, series, createdAt, dates: dates.map(toFeedDate) }];
  });
}

function toFeedDate({ uid, seriesDate, sequence, startsAt, endsAt }: FeedRow) {
  const range = { start: Temporal.Instant.from(startsAt), end: Temporal.Instant.from(endsAt) };
  return { uid, seriesDate, sequence, range };
}
