import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ContactPointsReader } from '../contact-points/contact-points.reader.js';
import { HOUSE_AS_HOST, pageHostOf, type PageHost } from '../contact-points/page-host.reader.js';
import { hashToken } from '../platform/secrets/token.js';
import { DoorsReader } from '../reservations/doors.reader.js';
import { readTypedToken } from './domain/group-token.js';

/** Which contact point a link belongs to, so that its page speaks as that does: also when it opens nothing any more. */
@Injectable()
export class PageHostsReader {
  constructor(
    private readonly source: DataSource,
    private readonly doors: DoorsReader,
    private readonly contactPoints: ContactPointsReader,
  ) {}

  /** Of somebody's own link; of a stranger's the house itself. */
  async ofLink(token: string): Promise<PageHost> {
    const invited = await this.findContactPoint(
      `SELECT g.contact_point_id AS id FROM invitees i
       LEFT JOIN occurrences o ON o.id = i.occurrence_id
       JOIN reservations r ON r.id = COALESCE(i.reservation_id, o.reservation_id)
       JOIN groups g ON g.id = r.group_id
       WHERE i.link_hash = $1 OR i.ended_links @> ARRAY[$1::bytea]`,
      token,
    );
    const door = invited === undefined ? await this.doors.findEvenResting(token) : undefined;
    return this.of(invited ?? door?.occurrence.contactPointId);
  }

  /** Of the link of a group, as it was typed. */
  async ofGroupLink(typed: string): Promise<PageHost> {
    return this.of(
      await this.findContactPoint(
        `SELECT g.contact_point_id AS id FROM group_links l JOIN groups g ON g.id = l.group_id WHERE l.token_hash = $1`,
        readTypedToken(typed) ?? '',
      ),
    );
  }

  private async of(contactPointId: string | undefined): Promise<PageHost> {
    if (contactPointId === undefined) return HOUSE_AS_HOST;
    return pageHostOf(await this.contactPoints.requireById(contactPointId));
  }

  private async findContactPoint(sql: string, token: string): Promise<string | undefined> {
    const [row] = await this.source.query<{ id: string }[]>(sql, [hashToken(token)]);
    return row?.id;
  }
}
