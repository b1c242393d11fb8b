import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transactions.js';
import type { MailSubject } from './letter.js';
import type { MailState } from './mail.entity.js';
import { spend, waitAt, type Pace } from './pace.js';
import { givenUpBefore, restAfter } from './try-again.js';

export interface NewMail extends MailSubject {
  id: string;
  kind: string;
  priority: number;
}

/** A mail in the hands of this instance. */
export interface HeldMail extends MailSubject {
  id: string;
  kind: string;
  failures: number;
  firstTryAt: Date;
  /** As PostgreSQL tells it: whoever holds the mail knows it by this. */
  heldUntil: string;
}

/** What an instance can write, how fast the house may send, and when it asks. */
export interface Line {
  kinds: string[];
  pace: Pace;
  now: number;
}

export interface Outcome {
  state: MailState;
  detail?: string;
  failures?: number;
  nextTryAt?: number;
}

/** How long an instance may hold a mail: the longest a mail can take to leave, and some more. */
const HELD_MS = 180_000;

/** In line and in nobody's hands; $1 is now. */
const IS_DUE = 'm.next_try_at <= $1 AND (m.held_until IS NULL OR m.held_until <= $1)';
/** What somebody hears comes in the order in which it was said. */
const IS_FIRST = `NOT EXISTS (SELECT 1 FROM mails e WHERE e.about = m.about AND e.next_try_at IS NOT NULL
  AND (e.created_at, e.id) < (m.created_at, m.id))`;

type PaceRow = { spentUntil: Date; failures: number; restsUntil: Date | null };

/** The mails that wait to leave, and the one row that says how fast they may. */
@Injectable()
export class MailsStore {
  /** False when all of them were there already. Earlier mails about the same ones come forward with the new ones. */
  async add(tx: Tx, mails: NewMail[], now: Temporal.Instant): Promise<boolean> {
    const column = (name: keyof NewMail) => mails.map((mail) => mail[name]);
    const added = await tx.query<{ id: string; about: string }[]>(
      `INSERT INTO mails (id, kind, about, concerning, sequence, priority, next_try_at)
       SELECT n.*, $7::timestamptz
       FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::int[], $6::smallint[]) n
       ON CONFLICT ON CONSTRAINT mails_once DO NOTHING RETURNING id, about`,
      [
        column('id'),
        column('kind'),
        column('about'),
        column('concerning'),
        column('sequence'),
        column('priority'),
        now.toString(),
      ],
    );
    if (added.length === 0) return false;
    await tx.query(
      `UPDATE mails e SET next_try_at = LEAST(e.next_try_at, $2), priority = LEAST(e.priority, n.priority)
       FROM unnest($1::uuid[], $3::uuid[], $4::smallint[]) n (id, about, priority)
       WHERE e.about = n.about AND e.next_try_at IS NOT NULL AND n.id <> e.id AND n.id = ANY ($5)
         AND (e.next_try_at > $2 OR e.priority > n.priority)`,
      [column('id'), now.toString(), column('about'), column('priority'), added.map(({ id }) => id)],
    );
    return true;
  }

  /**
   * How often in a row the mail server could not be reached, when there is a mail to leave and it may be called now. The
   * first call after a rest is one alone.
   */
  async findReasonToCall(tx: Tx, { kinds, pace, now }: Line): Promise<number | undefined> {
    const due = await tx.query<unknown[]>(
      `SELECT 1 FROM mails m WHERE ${IS_DUE} AND m.kind = ANY ($2) AND ${IS_FIRST} LIMIT 1`,
      [instant(now), kinds],
    );
    if (due.length === 0) return undefined;
    const { spentUntil, failures, restsUntil } = await this.lockPace(tx);
    if (restsUntil && restsUntil.getTime() > now) return undefined;
    if (waitAt(pace, spentUntil.getTime(), now) > 0) return undefined;
    if (failures > 0) await this.setRest(tx, { failures, restsUntil: instant(now + HELD_MS) });
    return failures;
  }

  /** The mail server was there. */
  async noteReached(tx: Tx): Promise<void> {
    await tx.query('UPDATE mail_pace SET failures = 0, rests_until = NULL WHERE id = 1 AND failures > 0');
  }

  /**
   * Nobody could reach the mail server: one try for all mails that wait, whose own gaps do not grow by it. What has been
   * tried for too long ends here. Several who called at the same time count once. Returns whether this one counted.
   */
  async noteAway(tx: Tx, call: { before: number; words: string; now: number }): Promise<boolean> {
    const { before, words, now } = call;
    const { failures } = await this.lockPace(tx);
    if (failures !== before) return false;
    const restsUntil = instant(restAfter(failures + 1, now));
    await this.setRest(tx, { failures: failures + 1, restsUntil });
    await tx.query(
      `UPDATE mails m SET detail = $2, first_try_at = COALESCE(m.first_try_at, $1), last_try_at = $1,
         state = CASE WHEN m.first_try_at <= $4 THEN 'undeliverable' ELSE 'retrying' END,
         next_try_at = CASE WHEN m.first_try_at <= $4 THEN NULL ELSE $3::timestamptz END
       WHERE ${IS_DUE}`,
      [instant(now), words, restsUntil, instant(givenUpBefore(now))],
    );
    return true;
  }

  /** The next mail in line, held for this instance; or how long to wait for it; or nothing. */
  async takeNext(tx: Tx, { kinds, pace, now }: Line): Promise<HeldMail | { waitMs: number } | undefined> {
    const { spentUntil } = await this.lockPace(tx);
    const waitMs = waitAt(pace, spentUntil.getTime(), now);
    const isWaiting = waitMs > 0;
    const [mail] = await tx.query<HeldMail[]>(
      `WITH next AS (
         SELECT m.id FROM mails m WHERE ${IS_DUE} AND m.kind = ANY ($2) AND ${IS_FIRST}
         ORDER BY m.priority, m.created_at, m.id LIMIT 1 FOR UPDATE SKIP LOCKED),
       held AS (
         UPDATE mails m SET held_until = $3, last_try_at = $1, first_try_at = COALESCE(m.first_try_at, $1)
         FROM next WHERE m.id = next.id AND NOT $4 RETURNING m.*)
       SELECT n.id, kind, about, concerning, sequence, failures, first_try_at AS "firstTryAt",
         held_until::text AS "heldUntil" FROM next n LEFT JOIN held h ON h.id = n.id`,
      [instant(now), kinds, instant(now + HELD_MS), isWaiting],
    );
    if (!mail) return undefined;
    if (isWaiting) return { waitMs };
    const spent = spend(pace, spentUntil.getTime(), now);
    await tx.query('UPDATE mail_pace SET spent_until = $1 WHERE id = 1', [instant(spent)]);
    return mail;
  }

  /** Whether a mail is still in the hands that took it. */
  async isHeld(tx: Tx, { id, heldUntil }: HeldMail, now: number): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      'SELECT 1 FROM mails WHERE id = $1 AND held_until = $2 AND held_until > $3',
      [id, heldUntil, instant(now)],
    );
    return rows.length > 0;
  }

  /** Writes down what became of a mail, unless it has come into other hands meanwhile. */
  async settle(tx: Tx, { id, heldUntil }: HeldMail, outcome: Outcome & { now: number }): Promise<void> {
    const { state, detail, failures, nextTryAt, now } = outcome;
    await tx.query(
      `UPDATE mails SET state = $3, detail = $4, failures = COALESCE($5, failures), next_try_at = $6,
         sent_at = CASE WHEN $3 = 'sent' THEN $7::timestamptz END, held_until = NULL
       WHERE id = $1 AND held_until = $2`,
      [
        id,
        heldUntil,
        state,
        detail ?? null,
        failures ?? null,
        nextTryAt === undefined ? null : instant(nextTryAt),
        instant(now),
      ],
    );
  }

  /** A mail that had left, after `since`, has come back. */
  async noteBounce(tx: Tx, id: string, { words, since }: { words: string; since: number }): Promise<void> {
    await tx.query(
      `UPDATE mails SET state = 'undeliverable', detail = $2
       WHERE id = $1 AND state = 'sent' AND sent_at >= $3`,
      [id, words, instant(since)],
    );
  }

  /** As if they had been sent: what they would say stands in another mail. Returns the ids of those that were not there. */
  async addAsTold(tx: Tx, mails: readonly NewMail[]): Promise<Set<string>> {
    const column = (name: keyof NewMail) => mails.map((mail) => mail[name]);
    const added = await tx.query<{ id: string }[]>(
      `INSERT INTO mails (id, kind, about, concerning, sequence, state)
       SELECT n.*, 'sent' FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::int[]) n
       ON CONFLICT ON CONSTRAINT mails_once DO NOTHING RETURNING id`,
      [column('id'), column('kind'), column('about'), column('concerning'), column('sequence')],
    );
    return new Set(added.map(({ id }) => id));
  }

  /** As if it had never been added. */
  async takeBack(tx: Tx, id: string): Promise<void> {
    await tx.query('DELETE FROM mails WHERE id = $1', [id]);
  }

  /** What was dropped of these mails is as if it had never been queued. */
  async forgetDropped(tx: Tx, mails: readonly Omit<NewMail, 'id' | 'priority'>[]): Promise<void> {
    const column = (name: keyof Omit<NewMail, 'id' | 'priority'>) => mails.map((mail) => mail[name]);
    await tx.query(
      `DELETE FROM mails m USING unnest($1::text[], $2::uuid[], $3::uuid[], $4::int[]) n (kind, about, concerning, sequence)
       WHERE m.kind = n.kind AND m.about = n.about AND m.concerning = n.concerning AND m.sequence = n.sequence
         AND m.state = 'dropped'`,
      [column('kind'), column('about'), column('concerning'), column('sequence')],
    );
  }

  async forget(tx: Tx, about: readonly string[]): Promise<void> {
    await tx.query('DELETE FROM mails WHERE about = ANY ($1)', [about]);
  }

  /** True for one instance after each pause. */
  async mayReadBounces(tx: Tx, now: number, pauseMs: number): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `WITH turn AS (
         UPDATE mail_pace SET bounces_read_at = $1 WHERE id = 1 AND bounces_read_at <= $2 RETURNING id)
       SELECT id FROM turn`,
      [instant(now), instant(now - pauseMs)],
    );
    return rows.length > 0;
  }

  /** Everything about leaving mails is decided one instance after the other. */
  private async lockPace(tx: Tx): Promise<PaceRow> {
    const [row] = await tx.query<PaceRow[]>(
      `SELECT spent_until AS "spentUntil", failures, rests_until AS "restsUntil" FROM mail_pace
       WHERE id = 1 FOR UPDATE`,
    );
    if (!row) throw new Error('The row of mail_pace is missing.');
    return row;
  }

  private async setRest(tx: Tx, rest: { failures: number; restsUntil: string }): Promise<void> {
    await tx.query('UPDATE mail_pace SET failures = $1, rests_until = $2 WHERE id = 1', [
      rest.failures,
      rest.restsUntil,
    ]);
  }
}

function instant(millis: number): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.ceil(millis)).toString();
}
