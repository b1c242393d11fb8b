import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { GroupsReader } from '../groups/groups.reader.js';
import type { Representative } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { toUtc } from '../kernel/time-range.js';
import { utcText } from '../platform/database/sql.js';
import type { Askable } from '../platform/database/transactions.js';
import type { KeptListView } from './invitations.views.js';

/** The version of a list that is not kept. */
const NONE = 0;

/** The addresses that groups keep on purpose. */
@Injectable()
export class KeptListsReader {
  constructor(
    private readonly source: DataSource,
    private readonly groups: GroupsReader,
    private readonly clock: Clock,
  ) {}

  /** Empty when the group keeps none, or its day has come. Throws NotFound. */
  async show(actor: Representative, groupId: string): Promise<KeptListView> {
    await this.groups.requireVisible(actor, groupId);
    return this.read(groupId);
  }

  /** Asked within a transaction that has locked the list nothing changes until that ends. */
  async read(groupId: string, manager: Askable = this.source): Promise<KeptListView> {
    const [list] = await manager.query<{ deletesAt: string }[]>(
      `SELECT ${utcText('deletes_at')} AS "deletesAt" FROM kept_lists WHERE group_id = $1 AND deletes_at > $2`,
      [groupId, toUtc(this.clock.now())],
    );
    if (!list) return { items: [], keep: false, version: NONE };
    const rows = await manager.query<{ name: string | null; email: string }[]>(
      'SELECT name, email FROM kept_invitees WHERE group_id = $1 ORDER BY place',
      [groupId],
    );
    const items = rows.map(({ name, email }) => ({ name: name ?? undefined, email }));
    return { items, keep: true, deletesAt: list.deletesAt, version: versionOf(items) };
  }
}

/** Not counted: a list that was deleted and is kept anew would count like the one before. */
function versionOf(items: KeptListView['items']): number {
  const digest = createHash('sha256').update(JSON.stringify(items)).digest();
  return NONE + 1 + (digest.readUInt32BE() >>> 4);
}
