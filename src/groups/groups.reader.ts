import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor, Representative as RepresentativeActor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { NotFound } from '../kernel/domain-error.js';
import { emailKey } from '../kernel/email-address.js';
import { dateOf } from '../kernel/local-time.js';
import type { GroupState } from './group.entity.js';
import { AccessRests } from './groups.errors.js';

export interface GroupRow {
  id: string;
  contactPointId: string;
  label: string;
  topic: string | null;
  state: GroupState;
  accessFrom: string;
  accessUntil: string | null;
  version: number;
  representatives: { id: string; personId: string; name: string; email: string; state: string }[];
}

export interface PersonRow {
  id: string;
  contactPointId: string;
  name: string;
  email: string;
}

const GROUP = `
  SELECT g.id, g.contact_point_id AS "contactPointId", g.label, g.topic, g.state, g.version,
    g.access_from::text AS "accessFrom", g.access_until::text AS "accessUntil",
    (SELECT json_agg(json_build_object('id', r.id, 'personId', p.id, 'name', p.name, 'email', p.email, 'state', r.state)
       ORDER BY r.id) FROM representatives r JOIN people p ON p.id = r.person_id WHERE r.group_id = g.id) AS representatives
  FROM groups g`;

@Injectable()
export class GroupsReader {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The group, if the caller may see it: staff of its contact point and its own representatives. */
  async requireVisible(actor: Actor, groupId: string): Promise<GroupRow> {
    const [group] = await this.source.query<GroupRow[]>(`${GROUP} WHERE g.id = $1`, [groupId]);
    if (!group || !maySee(actor, group)) throw new NotFound();
    return group;
  }

  /** The group, if the caller represents it and its access runs today. Throws NotFound, AccessRests. */
  async requireActive(actor: RepresentativeActor, groupId: string): Promise<GroupRow> {
    const group = await this.requireVisible(actor, groupId);
    if (!hasAccess(group, dateOf(this.clock.now()).toString())) throw new AccessRests();
    return group;
  }

  /** Groups of a contact point in the order of their making; `after` is the id of the last one seen. */
  listOf(contactPointId: string, limit: number, after?: string): Promise<GroupRow[]> {
    const from = after ?? '00000000-0000-0000-0000-000000000000';
    return this.source.query<GroupRow[]>(
      `${GROUP} WHERE g.contact_point_id = $1 AND g.id > $2 ORDER BY g.id LIMIT $3`,
      [contactPointId, from, limit],
    );
  }

  /** The groups a person represents, ended ones left out. */
  groupsOfPerson(personId: string): Promise<GroupRow[]> {
    return this.source.query<GroupRow[]>(
      `${GROUP} WHERE g.state <> 'ended' AND g.id IN (SELECT group_id FROM representatives WHERE person_id = $1)
       ORDER BY g.label`,
      [personId],
    );
  }

  async findPersonByEmail(contactPointId: string, email: string): Promise<PersonRow | undefined> {
    const [person] = await this.source.query<PersonRow[]>(
      `SELECT id, contact_point_id AS "contactPointId", name, email FROM people
       WHERE contact_point_id = $1 AND email_key = $2`,
      [contactPointId, emailKey(email)],
    );
    return person;
  }

  async requirePerson(personId: string): Promise<PersonRow> {
    const [person] = await this.source.query<PersonRow[]>(
      'SELECT id, contact_point_id AS "contactPointId", name, email FROM people WHERE id = $1',
      [personId],
    );
    if (!person) throw new NotFound();
    return person;
  }

  /** Person and contact point behind a representative's row; undefined when the row is gone. */
  async findRepresentative(
    representativeId: string,
  ): Promise<(PersonRow & { groupLabel: string }) | undefined> {
    const [person] = await this.source.query<(PersonRow & { groupLabel: string })[]>(
      `SELECT p.id, p.contact_point_id AS "contactPointId", p.name, p.email, g.label AS "groupLabel"
       FROM representatives r JOIN people p ON p.id = r.person_id JOIN groups g ON g.id = r.group_id WHERE r.id = $1`,
      [representativeId],
    );
    return person;
  }
}

function maySee(actor: Actor, group: GroupRow): boolean {
  if (actor.kind === 'staff') return actor.contactPointId === group.contactPointId;
  if (actor.kind !== 'representative') return false;
  return group.representatives.some(({ personId }) => personId === actor.personId);
}

function hasAccess(group: GroupRow, today: string): boolean {
  const { state, accessFrom, accessUntil } = group;
  return state === 'active' && accessFrom <= today && (accessUntil === null || today <= accessUntil);
}
