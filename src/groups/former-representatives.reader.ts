import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface FormerRow {
  name: string;
  email: string;
  contactPointId: string;
  groupLabel: string;
  /** They represent no other group, so the house forgets them. */
  isForgotten: boolean;
}

/** Who has represented a group until a moment ago. */
@Injectable()
export class FormerRepresentativesReader {
  constructor(private readonly source: DataSource) {}

  /** Undefined when the person represents the group again, and when person or group is gone. */
  async find(personId: string, groupId: string): Promise<FormerRow | undefined> {
    const [row] = await this.source.query<FormerRow[]>(
      `SELECT p.name, p.email, p.contact_point_id AS "contactPointId", g.label AS "groupLabel",
         NOT EXISTS (SELECT 1 FROM representatives r WHERE r.person_id = p.id) AS "isForgotten"
       FROM people p JOIN groups g ON g.contact_point_id = p.contact_point_id
       WHERE p.id = $1 AND g.id = $2
         AND NOT EXISTS (SELECT 1 FROM representatives r WHERE r.person_id = p.id AND r.group_id = g.id)`,
      [personId, groupId],
    );
    return row;
  }
  /** Whoever may have been answered with their names and addresses: who represents the group, and staff of its contact point. */
  async whoSaw(groupId: string, manager: EntityManager): Promise<string[]> {
    const callers = await manager.query<{ id: string }[]>(
      `SELECT person_id AS id FROM representatives WHERE group_id = $1
       UNION ALL
       SELECT s.id FROM staff_members s JOIN groups g ON g.contact_point_id = s.contact_point_id WHERE g.id = $1`,
      [groupId],
    );
    return callers.map(({ id }) => id);
  }
}
