import { Injectable } from '@nestjs/common';
import { NotFound } from '../kernel/domain-error.js';
import { newId } from '../kernel/id.js';
import type { Tx } from '../platform/database/transactions.js';
import { Group, type GroupState, type Reminder } from './group.entity.js';

/** What is absent stays as it is. */
export interface InvitationSettings {
  reminders?: Reminder[] | undefined;
  showsLabel?: boolean | undefined;
  showsDialIn?: boolean | undefined;
  hasWaitingRoom?: boolean | undefined;
}

/** All writes of groups/. */
@Injectable()
export class GroupsStore {
  async addGroup(
    tx: Tx,
    group: Pick<Group, 'contactPointId' | 'label' | 'topic' | 'accessFrom' | 'accessUntil' | 'usedOn'>,
  ) {
    const id = newId();
    await tx.insert(Group, { id, ...group });
    return id;
  }

  /** The state of a group; it stays so until the transaction ends. */
  async lockState(tx: Tx, groupId: string): Promise<GroupState> {
    const [group] = await tx.query<{ state: GroupState }[]>(
      'SELECT state FROM groups WHERE id = $1 FOR NO KEY UPDATE',
      [groupId],
    );
    if (!group) throw new NotFound();
    return group.state;
  }

  /** Only what is given changes. False when somebody else has changed the group meanwhile. */
  async changeInvitationSettings(
    tx: Tx,
    groupId: string,
    wish: InvitationSettings & { expectedVersion: number | undefined },
  ): Promise<boolean> {
    const changed = await tx.query<unknown[]>(
      `WITH changed AS (
         UPDATE groups SET reminders = COALESCE($2::text[], reminders), shows_label = COALESCE($3, shows_label),
           has_waiting_room = COALESCE($4, has_waiting_room), shows_dial_in = COALESCE($5, shows_dial_in),
           version = version + 1
         WHERE id = $1 AND ($6::int IS NULL OR version = $6) RETURNING id)
       SELECT id FROM changed`,
      [
        ...[groupId, wish.reminders ?? null, wish.showsLabel ?? null, wish.hasWaitingRoom ?? null],
        ...[wish.showsDialIn ?? null, wish.expectedVersion ?? null],
      ],
    );
    return changed.length === 1;
  }

  async setState(tx: Tx, groupId: string, state: GroupState): Promise<void> {
    await tx.query('UPDATE groups SET state = $2, version = version + 1 WHERE id = $1', [groupId, state]);
  }
}
