import { Injectable } from '@nestjs/common';
import { rangeBetween, toUtc } from '../kernel/time-range.js';
import { NUMBERS } from '../meetings/meetings.reader.js';
import { utcText } from '../platform/database/sql.js';
import type { Tx } from '../platform/database/transactions.js';
import { PLANNED_END } from '../reservations/reservations.reader.js';
import type { Grid, SeriesDate } from './domain/series-entry.js';
import { REMINDER_MAILS } from './reminders.reader.js';

/** Somebody who hears of something, and the SEQUENCE under which they hear it. */
export interface Hearer {
  id: string;
  sequence: number;
}

/** A change of a series that those who are invited to all of it have not been told yet. */
export interface UntoldChange {
  reservationId: string;
  version: number;
  kind: string;
  occurrenceIds: string[];
  isAnyAhead: boolean;
}

/** When people are told that a date takes place. */
const TOLD = `tstzrange(lower(o.during), ${PLANNED_END})`;

interface DateRow {
  id: string;
  seriesDate: string;
  startsAt: string;
  endsAt: string;
  isPlanned: boolean;
}

/** What is written down when something is told. */
@Injectable()
export class ToldStore {
  /** SEQUENCE rises with each change of the date, or of the series, and with each telling that is no change. */
  hearersOf(tx: Tx, inviteeIds: readonly string[]): Promise<Hearer[]> {
    return tx.query<Hearer[]>(
      `SELECT i.id, COALESCE(o.sequence, w.version - 1) + i.retold AS sequence
       FROM unnest($1::uuid[]) WITH ORDINALITY n (id, place) JOIN invitees i ON i.id = n.id
       LEFT JOIN occurrences o ON o.id = i.occurrence_id LEFT JOIN reservations w ON w.id = i.reservation_id
       ORDER BY n.place`,
      [inviteeIds],
    );
  }

  /** The same of dates, for everybody invited to one of them alone. */
  hearersOfDates(tx: Tx, occurrenceIds: readonly string[]): Promise<Hearer[]> {
    return tx.query<Hearer[]>(
      `SELECT i.id, o.sequence + i.retold AS sequence
       FROM unnest($1::uuid[]) WITH ORDINALITY n (id, place) JOIN occurrences o ON o.id = n.id
       JOIN invitees i ON i.occurrence_id = o.id
       WHERE i.withdrawn_at IS NULL ORDER BY n.place, i.created_at, i.id`,
      [occurrenceIds],
    );
  }

  /** The same at a version of the series, for everybody invited to all of it. */
  hearersOfSeries(tx: Tx, { reservationId, version }: UntoldChange): Promise<Hearer[]> {
    return tx.query<Hearer[]>(
      `SELECT id, $2::int - 1 + retold AS sequence FROM invitees
       WHERE reservation_id = $1 AND withdrawn_at IS NULL ORDER BY id`,
      [reservationId, version],
    );
  }

  /**
   * Writes down, in one statement, that series have changed to which somebody is invited. What one command changes in
   * several ways is one change of the whole. Of a group that has ended nothing takes place any more, not even what runs.
   */
  async noteChange(
    tx: Tx,
    { kind, occurrenceIds }: Pick<UntoldChange, 'kind' | 'occurrenceIds'>,
    now: Temporal.Instant,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO series_changes AS c (reservation_id, version, kind, occurrence_ids, is_any_ahead)
       SELECT w.id, w.version, $2, array_agg(o.id), g.state <> 'ended' AND EXISTS (
         SELECT 1 FROM occurrences a WHERE a.reservation_id = w.id AND a.state = 'planned' AND upper(a.during) > $3)
       FROM occurrences o JOIN reservations w ON w.id = o.reservation_id JOIN groups g ON g.id = w.group_id
       WHERE o.id = ANY ($1) AND EXISTS (SELECT 1 FROM invitees i WHERE i.reservation_id = w.id)
       GROUP BY w.id, w.version, g.state
       ON CONFLICT (reservation_id, version) DO UPDATE SET kind = excluded.kind,
         occurrence_ids = c.occurrence_ids || excluded.occurrence_ids, is_any_ahead = excluded.is_any_ahead`,
      [occurrenceIds, kind, toUtc(now)],
    );
  }

  /**
   * Who hears of other numbers of a date that takes place: everybody invited to it alone, where the group shows them. It is
   * told without a change of the date, and has a SEQUENCE of its own.
   */
  retellNumbers(tx: Tx, occurrenceId: string): Promise<Hearer[]> {
    return tx.query<Hearer[]>(
      `WITH retold AS (
         UPDATE invitees i SET retold = i.retold + 1 FROM occurrences o JOIN groups g ON g.id = o.group_id
         WHERE o.id = $1 AND o.state = 'planned' AND g.shows_dial_in AND i.occurrence_id = o.id AND i.withdrawn_at IS NULL
         RETURNING i.id, o.sequence + i.retold AS sequence, i.created_at)
       SELECT id, sequence FROM retold ORDER BY created_at, id`,
      [occurrenceId],
    );
  }

  /**
   * Who was reminded of dates that still begin then, and is invited to their whole series: only the reminder told them how
   * each can be called. `sequence` rises with what is noted of a date. A reminder that has not left tells what holds then.
   */
  remindedOf(tx: Tx, occurrenceIds: readonly string[]): Promise<(Hearer & { concerning: string })[]> {
    return tx.query<(Hearer & { concerning: string })[]>(
      `SELECT DISTINCT i.id, o.id AS concerning,
         (SELECT count(*)::int FROM date_times d WHERE d.occurrence_id = o.id) AS sequence
       FROM occurrences o JOIN groups g ON g.id = o.group_id JOIN invitees i ON i.reservation_id = o.reservation_id
       JOIN mails m ON m.about = i.id AND m.concerning = o.id
       WHERE o.id = ANY ($1) AND o.state = 'planned' AND g.shows_dial_in AND i.withdrawn_at IS NULL
         AND m.kind = ANY ($2) AND m.sequence = floor(extract(epoch FROM lower(o.during)) / 60)::int
         AND (m.state = 'sent' OR m.held_until IS NOT NULL)`,
      [occurrenceIds, Object.values(REMINDER_MAILS)],
    );
  }

  /** The changes of the series among whose dates these are, oldest first; who takes them has to tell them. */
  async takeChanges(tx: Tx, occurrenceIds: readonly string[]): Promise<UntoldChange[]> {
    const series = await tx.query<{ id: string }[]>(
      `SELECT id FROM reservations WHERE id IN (SELECT reservation_id FROM occurrences WHERE id = ANY ($1))
       ORDER BY id FOR NO KEY UPDATE`,
      [occurrenceIds],
    );
    return tx.query<UntoldChange[]>(
      `WITH taken AS (DELETE FROM series_changes WHERE reservation_id = ANY ($1) RETURNING *)
       SELECT reservation_id AS "reservationId", version, kind, occurrence_ids AS "occurrenceIds",
         is_any_ahead AS "isAnyAhead" FROM taken ORDER BY reservation_id, version`,
      [series.map(({ id }) => id)],
    );
  }

  async datesOf(tx: Tx, reservationId: string): Promise<SeriesDate[]> {
    const rows = await tx.query<DateRow[]>(
      `SELECT id, series_date::text AS "seriesDate", ${utcText('lower(during)')} AS "startsAt",
         ${utcText(PLANNED_END)} AS "endsAt", state = 'planned' AS "isPlanned"
       FROM occurrences o WHERE reservation_id = $1 ORDER BY lower(during), id`,
      [reservationId],
    );
    return rows.map(toSeriesDate);
  }

  /** From now on the dates of the series are called by this grid: all who are invited are about to be told. */
  async setGrid(tx: Tx, reservationId: string, grid: Grid): Promise<void> {
    await tx.query('UPDATE invitees SET grid = $2 WHERE reservation_id = $1', [reservationId, grid]);
  }

  /** Writes down, in one statement, when dates take place that somebody is invited to, and where they can be called. */
  async noteTimes(tx: Tx, occurrenceIds: readonly string[]): Promise<void> {
    await tx.query(
      `INSERT INTO date_times (occurrence_id, during, numbers)
       SELECT o.id, ${TOLD}, ${NUMBERS} FROM occurrences o WHERE o.id = ANY ($1) AND EXISTS (
         SELECT 1 FROM invitees i WHERE i.occurrence_id = o.id OR i.reservation_id = o.reservation_id)
       ON CONFLICT (occurrence_id, noted_at) DO UPDATE SET during = excluded.during, numbers = excluded.numbers`,
      [occurrenceIds],
    );
  }

  /** The same for what somebody was invited to just now, as far as it is not known. */
  async noteTimesFor(tx: Tx, inviteeIds: readonly string[]): Promise<void> {
    await tx.query(
      `INSERT INTO date_times (occurrence_id, during, numbers)
       SELECT DISTINCT o.id, ${TOLD}, ${NUMBERS} FROM invitees i
       JOIN occurrences o ON o.id = i.occurrence_id OR o.reservation_id = i.reservation_id
       WHERE i.id = ANY ($1) AND NOT EXISTS (SELECT 1 FROM date_times d WHERE d.occurrence_id = o.id)
       ON CONFLICT DO NOTHING`,
      [inviteeIds],
    );
  }
}

function toSeriesDate({ id, seriesDate, isPlanned, ...row }: DateRow): SeriesDate {
  return { id, seriesDate, range: rangeBetween(row), isPlanned };
}
