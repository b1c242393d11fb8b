import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rangeBetween, toUtc, type TimeRange } from '../kernel/time-range.js';
import { utcText } from '../platform/database/sql.js';

/** A date or series whose mails have not all come through. */
export interface Unreached {
  /** Id of the date, or of the reservation when people are invited to all of it. */
  concerning: string;
  groupId: string;
  /** How many mails have come to nothing up to now. */
  count: number;
}

export interface UnreachedNow {
  isSeries: boolean;
  /** The date; of a series the next one. */
  range: TimeRange;
  /** How many people are not reached as things stand. */
  count: number;
}

/** A date as long as it is not over, or the next one of a series, called off or not: its mails are worth a call. */
const NEXT_DATE = `
  SELECT o.group_id, o.during FROM occurrences o
  WHERE (o.id = i.occurrence_id OR o.reservation_id = i.reservation_id) AND upper(o.during) > $1
  ORDER BY lower(o.during) LIMIT 1`;

/** Of the invitee `i` the mail `m` has come to nothing, they still have a place on the list, and nothing came since. */
const IS_UNREACHED = `
  m.state = 'undeliverable' AND i.withdrawn_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM mails l WHERE l.about = i.id AND l.state = 'sent' AND l.created_at > m.created_at)`;

// While some mails of a date have not been tried, its notice waits for them. What came to nothing is counted whether or
// not somebody was reached since: so the count only rises, and what is new is told.
const NEWLY_UNREACHED = `
  SELECT u.concerning, u."groupId", u.count FROM (
    SELECT coalesce(i.occurrence_id, i.reservation_id) AS concerning, d.group_id AS "groupId", count(*)::int AS count
    FROM mails m JOIN invitees i ON i.id = m.about CROSS JOIN LATERAL (${NEXT_DATE}) d
    WHERE m.state = 'undeliverable' GROUP BY 1, 2 HAVING bool_or(${IS_UNREACHED})) u
  WHERE u.count > coalesce((SELECT max(n.count) FROM unreached_notices n WHERE n.concerning = u.concerning), 0)
    AND NOT EXISTS (SELECT 1 FROM unreached_notices n WHERE n.concerning = u.concerning AND n.day = $2)
    AND NOT EXISTS (
      SELECT 1 FROM mails w JOIN invitees i ON i.id = w.about
      WHERE w.next_try_at IS NOT NULL AND w.state = 'queued'
        AND coalesce(i.occurrence_id, i.reservation_id) = u.concerning)
  ORDER BY u.concerning`;

const UNREACHED_NOW = `
  SELECT i.occurrence_id IS NULL AS "isSeries", count(*)::int AS count,
    ${utcText('min(lower(d.during))')} AS "startsAt", ${utcText('min(upper(d.during))')} AS "endsAt"
  FROM invitees i CROSS JOIN LATERAL (${NEXT_DATE}) d
  WHERE (i.occurrence_id = $2 OR i.reservation_id = $2) AND EXISTS (
    SELECT 1 FROM mails m WHERE m.about = i.id AND ${IS_UNREACHED})
  GROUP BY 1`;

/** Whom mails about dates that lie ahead have not reached; only how many, never who. */
@Injectable()
export class UnreachedReader {
  constructor(private readonly source: DataSource) {}

  /** Dates and series of which more has come to nothing than their groups were told, and not yet on this local day. */
  newlyUnreached(now: Temporal.Instant, today: string): Promise<Unreached[]> {
    return this.source.query<Unreached[]>(NEWLY_UNREACHED, [toUtc(now), today]);
  }

  /** Undefined when it is over, or everybody has been reached since. */
  async findUnreached(concerning: string, now: Temporal.Instant): Promise<UnreachedNow | undefined> {
    const [row] = await this.source.query<
      { isSeries: boolean; count: number; startsAt: string; endsAt: string }[]
    >(UNREACHED_NOW, [toUtc(now), concerning]);
    if (!row) return undefined;
    const { isSeries, count, ...range } = row;
    return { isSeries, count, range: rangeBetween(range) };
  }
}
