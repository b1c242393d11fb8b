import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { MOST_INVITATIONS_A_DAY, MOST_RESENDS_A_DAY } from '../kernel/house-rules.js';
import { dateOf, startOfDay } from '../kernel/local-time.js';
import type { Tx } from '../platform/database/transactions.js';
import { TooManyInvitations, TooManyResends } from './invitations.errors.js';

/** Counts invitations by local day, against mail bombs; old days are forgotten. What is rolled back is not counted. */
@Injectable()
export class InvitationLimitsStore {
  constructor(private readonly clock: Clock) {}

  /** Throws TooManyInvitations. */
  async countForGroup(tx: Tx, groupId: string, count: number): Promise<void> {
    const sum = await this.add(tx, groupId, count);
    if (sum > MOST_INVITATIONS_A_DAY) throw new TooManyInvitations(this.secondsToTomorrow());
  }

  /** Throws TooManyResends. */
  async countResend(tx: Tx, inviteeId: string): Promise<void> {
    const sum = await this.add(tx, inviteeId, 1);
    if (sum > MOST_RESENDS_A_DAY) throw new TooManyResends(this.secondsToTomorrow());
  }

  /** Nothing is left of a group and of those it invites; asked for while they are still there. */
  async forgetGroup(tx: Tx, groupId: string): Promise<void> {
    await tx.query(
      `DELETE FROM invitation_counts WHERE about = $1 OR about IN (
         SELECT i.id FROM reservations w LEFT JOIN occurrences o ON o.reservation_id = w.id
         JOIN invitees i ON i.reservation_id = w.id OR i.occurrence_id = o.id WHERE w.group_id = $1)`,
      [groupId],
    );
  }

  /** The number of the day so far, these included. Others who count the same wait. */
  private async add(tx: Tx, about: string, count: number): Promise<number> {
    const day = dateOf(this.clock.now()).toString();
    await tx.query('DELETE FROM invitation_counts WHERE about = $1 AND day < $2', [about, day]);
    const [row] = await tx.query<{ count: number }[]>(
      `INSERT INTO invitation_counts AS c (about, day, count) VALUES ($1, $2, $3)
       ON CONFLICT (about, day) DO UPDATE SET count = c.count + excluded.count RETURNING count`,
      [about, day, count],
    );
    return row?.count ?? 0;
  }

  private secondsToTomorrow(): number {
    const now = this.clock.now();
    return Math.ceil(now.until(startOfDay(dateOf(now).add({ days: 1 }))).total('seconds'));
  }
}
