import { Injectable } from '@nestjs/common';
import { emailKey } from '../kernel/email-address.js';
import { newId } from '../kernel/id.js';
import type { Tx } from '../platform/database/transactions.js';
import { NameInGroup } from './name-in-group.entity.js';
import { Representative } from './representative.entity.js';

/** Somebody to be added; with `isNamedByGroup` the group knows them by this name, whatever the contact point calls them. */
export interface Newcomer {
  name: string;
  email: string;
  isNamedByGroup?: boolean;
}

/** All writes about the people who represent groups. */
@Injectable()
export class RepresentativesStore {
  /** Makes the person a representative; somebody the contact point already knows by this address stays as they are. */
  async add(
    tx: Tx,
    group: { id: string; contactPointId: string },
    who: Newcomer,
  ): Promise<{ id: string; personId: string }> {
    const [person] = await tx.query<{ id: string; name: string }[]>(
      `INSERT INTO people (id, contact_point_id, name, email, email_key) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT ON CONSTRAINT people_email DO UPDATE SET email_key = excluded.email_key RETURNING id, name`,
      [newId(), group.contactPointId, who.name, who.email, emailKey(who.email)],
    );
    if (!person) throw new Error('The person was neither added nor found.');
    const place = { groupId: group.id, personId: person.id };
    const row = { id: newId(), ...place };
    await tx.insert(Representative, row);
    // A name from another time in this group may still be on its way out.
    await tx.delete(NameInGroup, place);
    if (who.isNamedByGroup && who.name !== person.name)
      await tx.insert(NameInGroup, { ...place, name: who.name });
    return row;
  }

  /** Whoever signs in at this moment, or is taken off another group, comes before or after. */
  async remove(tx: Tx, { id, personId }: { id: string; personId: string }): Promise<void> {
    await tx.query('SELECT 1 FROM people WHERE id = $1 FOR UPDATE', [personId]);
    await tx.delete(Representative, { id });
  }

  /** Groups forget by which name they knew somebody who has left them, once no mail waits that says it. */
  async forgetNames(tx: Tx): Promise<void> {
    await tx.query(
      `DELETE FROM names_in_groups n
       WHERE NOT EXISTS (SELECT 1 FROM representatives r WHERE r.group_id = n.group_id AND r.person_id = n.person_id)
         AND NOT EXISTS (SELECT 1 FROM mails m WHERE m.next_try_at IS NOT NULL AND m.concerning = n.person_id)`,
    );
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

  /** Ids of people who represent no group, once no mail waits for them or names them; nobody else changes them then. */
  async lockFormer(tx: Tx): Promise<string[]> {
    const former = await tx.query<{ id: string }[]>(
      `SELECT id FROM people p
       WHERE NOT EXISTS (SELECT 1 FROM representatives r WHERE r.person_id = p.id)
         AND NOT EXISTS (
           SELECT 1 FROM mails m WHERE m.next_try_at IS NOT NULL AND (m.about = p.id OR m.concerning = p.id))
       FOR UPDATE SKIP LOCKED`,
    );
    return former.map(({ id }) => id);
  }

  /** Nothing is left of these people; but whoever was made a representative again while they were looked for stays. */
  async forget(tx: Tx, personIds: readonly string[]): Promise<void> {
    await tx.query(
      `WITH gone AS (
         DELETE FROM people p WHERE id = ANY ($1)
           AND NOT EXISTS (SELECT 1 FROM representatives r WHERE r.person_id = p.id) RETURNING id)
       DELETE FROM mails m USING gone g WHERE m.about = g.id OR m.concerning = g.id`,
      [personIds],
    );
  }
}
