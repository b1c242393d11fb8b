import { Injectable } from '@nestjs/common';
import { emailKey } from '../kernel/email-address.js';
import { newId } from '../kernel/id.js';
import type { Tx } from '../platform/database/transactions.js';
import { Representative } from './representative.entity.js';

/** All writes about the people who represent groups. */
@Injectable()
export class RepresentativesStore {
  /** Makes the person a representative; somebody the contact point already knows by this address stays as they are. */
  async add(
    tx: Tx,
    group: { id: string; contactPointId: string },
    who: { name: string; email: string },
  ): Promise<{ id: string; personId: string }> {
    const [person] = await tx.query<{ id: string }[]>(
      `INSERT INTO people (id, contact_point_id, name, email, email_key) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT ON CONSTRAINT people_email DO UPDATE SET email_key = excluded.email_key RETURNING id`,
      [newId(), group.contactPointId, who.name, who.email, emailKey(who.email)],
    );
    if (!person) throw new Error('The person was neither added nor found.');
    const row = { id: newId(), groupId: group.id, personId: person.id };
    await tx.insert(Representative, row);
    return row;
  }

  async remove(tx: Tx, representativeId: string): Promise<void> {
    await tx.delete(Representative, { id: representativeId });
  }

  /** Each change of who represents a group gives it another version, which is returned. */
  async raiseVersion(tx: Tx, groupId: string): Promise<number> {
    const [group] = await tx.query<{ version: number }[]>(
      `WITH raised AS (UPDATE groups SET version = version + 1 WHERE id = $1 RETURNING version)
       SELECT version FROM raised`,
      [groupId],
    );
    if (!group) throw new Error('The group is gone, though its row is locked.');
    return group.version;
  }

  /**
   * Nothing is left of people who represent no group, as soon as no mail waits for them or names them. Two statements:
   * the second sees whoever was made a representative again while the first waited for its locks.
   */
  async forgetPeople(tx: Tx): Promise<void> {
    const former = await tx.query<{ id: string }[]>(
      `SELECT id FROM people p
       WHERE NOT EXISTS (SELECT 1 FROM representatives r WHERE r.person_id = p.id)
         AND NOT EXISTS (
           SELECT 1 FROM mails m WHERE m.next_try_at IS NOT NULL AND (m.about = p.id OR m.concerning = p.id))
       FOR UPDATE SKIP LOCKED`,
    );
    if (former.length === 0) return;
    await tx.query(
      `WITH gone AS (
         DELETE FROM people p WHERE id = ANY ($1)
           AND NOT EXISTS (SELECT 1 FROM representatives r WHERE r.person_id = p.id) RETURNING id)
       DELETE FROM mails m USING gone g WHERE m.about = g.id OR m.concerning = g.id`,
      [former.map(({ id }) => id)],
    );
  }
}
