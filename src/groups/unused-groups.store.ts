import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { dateOf } from '../kernel/local-time.js';
import type { Tx } from '../platform/database/transactions.js';
import type { Use } from './domain/unused.js';

/** A use: the clock of the group begins again, and nothing that it was told holds any more. */
const IS_USED = 'asked_on = NULL, announced_on = NULL';

/** All writes of groups/ about when a group was used last, and its end. */
@Injectable()
export class UnusedGroupsStore {
  constructor(private readonly clock: Clock) {}

  async noteUse(tx: Tx, groupId: string): Promise<void> {
    await tx.query(`UPDATE groups SET used_on = $2, ${IS_USED} WHERE id = $1 AND used_on < $2`, [
      groupId,
      this.today(),
    ]);
  }

  /** Nobody comes back to a group that has ended: its clock goes on. */
  async noteVisit(tx: Tx, personId: string): Promise<void> {
    await tx.query(
      `WITH come AS (UPDATE representatives SET has_come = true WHERE person_id = $1 AND NOT has_come)
       UPDATE groups SET used_on = $2, ${IS_USED}
       WHERE used_on < $2 AND state <> 'ended' AND id IN (SELECT group_id FROM representatives WHERE person_id = $1)`,
      [personId, this.today()],
    );
  }

  async noteMeetings(tx: Tx, { groupIds, days }: { groupIds: string[]; days: string[] }): Promise<void> {
    await tx.query(
      `UPDATE groups g SET used_on = d.day, ${IS_USED} FROM unnest($1::uuid[], $2::date[]) AS d (id, day)
       WHERE g.id = d.id AND g.used_on < d.day AND g.state <> 'ended'`,
      [groupIds, days],
    );
  }

  /** Unless somebody has used the group since, or it was told before. */
  async noteTold(
    tx: Tx,
    { groupId, usedOn, step }: { groupId: string; usedOn: string; step: 'ask' | 'announce' },
  ): Promise<void> {
    const column = step === 'ask' ? 'asked_on' : 'announced_on';
    await tx.query(`UPDATE groups SET ${column} = $3 WHERE id = $1 AND used_on = $2 AND ${column} IS NULL`, [
      groupId,
      usedOn,
      this.today(),
    ]);
  }

  /** Whoever comes now waits until the transaction ends, and so does this one for who has just come. */
  async lock(tx: Tx, groupId: string): Promise<Use | undefined> {
    const [use] = await tx.query<Use[]>(
      `SELECT state, used_on::text AS "usedOn", asked_on::text AS "askedOn", announced_on::text AS "announcedOn"
       FROM groups WHERE id = $1 FOR UPDATE`,
      [groupId],
    );
    return use;
  }

  /** Everything that hangs on a group goes with its row: each foreign key that leads there says so. */
  async deleteGroup(tx: Tx, groupId: string): Promise<void> {
    await tx.query('DELETE FROM groups WHERE id = $1', [groupId]);
  }

  private today(): string {
    return dateOf(this.clock.now()).toString();
  }
}
