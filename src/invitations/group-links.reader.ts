import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { GroupsReader } from '../groups/groups.reader.js';
import type { Representative } from '../kernel/actor.js';
import { NotFound } from '../kernel/domain-error.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { utcText } from '../platform/database/sql.js';
import { hashToken } from '../platform/secrets/token.js';
import type { GroupLinkView } from './group-link.views.js';
import { GroupLinksStore } from './group-links.store.js';

/** The links of groups: as their representatives see them, and as somebody brings one. */
@Injectable()
export class GroupLinksReader {
  constructor(
    private readonly source: DataSource,
    private readonly groups: GroupsReader,
    private readonly links: GroupLinksStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The link that holds. Throws NotFound. */
  async show(actor: Representative, groupId: string): Promise<GroupLinkView> {
    await this.groups.requireVisible(actor, groupId);
    const [link] = await this.source.query<{ version: number; renewedAt: string }[]>(
      `SELECT version, ${utcText('made_at')} AS "renewedAt" FROM group_links WHERE group_id = $1 AND ended_at IS NULL`,
      [groupId],
    );
    if (!link) throw new NotFound();
    return { url: this.urlOf(this.links.tokenOf(groupId, link.version)), ...link };
  }

  /** The group behind a token, and whether the token has been replaced since. */
  async findByToken(token: string): Promise<{ groupId: string; isReplaced: boolean } | undefined> {
    const [link] = await this.source.query<{ groupId: string; isReplaced: boolean }[]>(
      'SELECT group_id AS "groupId", ended_at IS NOT NULL AS "isReplaced" FROM group_links WHERE token_hash = $1',
      [hashToken(token)],
    );
    return link;
  }

  /** Ids of groups that have no link yet. */
  async groupsWithout(): Promise<string[]> {
    const rows = await this.source.query<{ id: string }[]>(
      'SELECT id FROM groups g WHERE NOT EXISTS (SELECT 1 FROM group_links l WHERE l.group_id = g.id)',
    );
    return rows.map(({ id }) => id);
  }

  private urlOf(token: string): string {
    return `${this.config.publicUrl}/g/${token}`;
  }
}
