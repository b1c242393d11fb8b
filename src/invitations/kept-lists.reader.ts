import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { GroupsReader } from '../groups/groups.reader.js';
import type { Representative } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { toUtc } from '../kernel/time-range.js';
import { utcText } from '../platform/database/sql.js';
import type { KeptListView } from './invitations.views.js';

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
    const [list] = await this.source.query<{ deletesAt: string }[]>(
      `SELECT ${utcText('deletes_at')} AS "deletesAt" FROM kept_lists WHERE group_id = $1 AND deletes_at > $2`,
      [groupId, toUtc(this.clock.now())],
    );
    if (!list) return { items: [], keep: false };
    const rows = await this.source.query<{ name: string | null; email: string }[]>(
      'SELECT name, email FROM kept_invitees WHERE group_id = $1 ORDER BY place',
      [groupId],
    );
    const items = rows.map(({ name, email }) => ({ name: name ?? undefined, email }));
    return { items, keep: true, deletesAt: list.deletesAt };
  }
}
