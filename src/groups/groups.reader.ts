import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { HOUSE_RULES, type HouseRules } from '../contact-points/contact-points.reader.js';
import type { Actor, Representative as RepresentativeActor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { NotFound } from '../kernel/domain-error.js';
import { emailKey } from '../kernel/email-address.js';
import { dateOf } from '../kernel/local-time.js';
import type { Askable } from '../platform/database/transactions.js';
import type { GroupState, Reminder } from './group.entity.js';
import { AccessRests, OutsideAccess } from './groups.errors.js';

export interface GroupRow {
  id: string;
  contactPointId: string;
  label: string;
  topic: string | null;
  state: GroupState;
  accessFrom: string;
  accessUntil: string | null;
  reminders: Reminder[];
  /** Whether those who are invited read the label. */
  showsLabel: boolean;
  /** Whether number and PIN of a date stand in its mails. */
  showsDialIn: boolean;
  /** Whether participants wait to be let in. */
  hasWaitingRoom: boolean;
  /** When it was used last, and what was told since; local calendar days. */
  usedOn: string;
  askedOn: string | null;
  announcedOn: string | null;
  version: number;
  /** The rules of its contact point. */
  rules: HouseRules;
  representatives: {
    id: string;
    personId: string;
    /** By which this group knows them. */
    name: string;
    email: string;
    state: string;
    /** Has been in the house since they were named. */
    hasCome: boolean;
  }[];
}

/** What those who are invited may read in their mails. */
export interface ShownOfGroup {
  /** Undefined unless the group wants to be named. */
  label: string | undefined;
  /** How to come by telephone. */
  showsDialIn: boolean;
}

export interface PersonRow {
  id: string;
  contactPointId: string;
  name: string;
  email: string;
}

export type RepresentativeRow = PersonRow &
  Pick<GroupRow, 'accessFrom' | 'accessUntil'> & { groupId: string; groupLabel: string };

/** The name of a person `p` inside a group `g`. */
const KNOWN_AS = `coalesce(
  (SELECT n.name FROM names_in_groups n WHERE n.group_id = g.id AND n.person_id = p.id), p.name)`;

const GROUP = `
  SELECT g.id, g.contact_point_id AS "contactPointId", g.label, g.topic, g.state, g.version,
    g.reminders, g.shows_label AS "showsLabel", g.shows_dial_in AS "showsDialIn", g.has_waiting_room AS "hasWaitingRoom",
    g.access_from::text AS "accessFrom", g.access_until::text AS "accessUntil",
    g.used_on::text AS "usedOn", g.asked_on::text AS "askedOn", g.announced_on::text AS "announcedOn",
    (SELECT coalesce(json_agg(json_build_object('id', r.id, 'personId', p.id, 'name', ${KNOWN_AS}, 'email', p.email,
       'state', r.state, 'hasCome', r.has_come) ORDER BY r.id), '[]')
     FROM representatives r JOIN people p ON p.id = r.person_id WHERE r.group_id = g.id) AS representatives,
    ${HOUSE_RULES} AS rules
  FROM groups g JOIN contact_points c ON c.id = g.contact_point_id`;

/** What a group may do, and by which rules. */
type RightRow = Pick<GroupRow, 'state' | 'accessFrom' | 'accessUntil' | 'rules'>;

const RIGHT = `
  SELECT g.state, g.access_from::text AS "accessFrom", g.access_until::text AS "accessUntil", ${HOUSE_RULES} AS rules
  FROM groups g JOIN contact_points c ON c.id = g.contact_point_id
  WHERE g.id = $1 AND EXISTS (SELECT FROM representatives r WHERE r.group_id = g.id AND r.person_id = $2)`;

@Injectable()
export class GroupsReader {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The group, if the caller may see it: staff of its contact point and its own representatives. */
  async requireVisible(actor: Actor, groupId: string, manager?: EntityManager): Promise<GroupRow> {
    const group = await this.requireGroup(groupId, manager);
    if (!maySee(actor, group)) throw new NotFound();
    return group;
  }

  /** The group, if the caller represents it and may use the house on each of these days. Throws NotFound, AccessRests, OutsideAccess. */
  async requireAccessOn(
    actor: RepresentativeActor,
    groupId: string,
    { dates, manager }: { dates: readonly string[]; manager?: EntityManager },
  ): Promise<GroupRow> {
    const group = await this.requireVisible(actor, groupId, manager);
    this.refuseResting(group);
    for (const date of dates) refuseOutside(group, date);
    return group;
  }

  /** The rules that hold then, and nothing of who represents the group: each booking asks. Throws the same. */
  async requireRulesOn(
    actor: RepresentativeActor,
    groupId: string,
    { dates, manager = this.source.manager }: { dates: readonly string[]; manager?: Askable },
  ): Promise<HouseRules> {
    const [group] = await manager.query<RightRow[]>(RIGHT, [groupId, actor.personId]);
    if (!group) throw new NotFound();
    this.refuseResting(group);
    for (const date of dates) refuseOutside(group, date);
    return group.rules;
  }

  /** For those whose right to the group is proved already. Throws NotFound, AccessRests. */
  async requireAccess(groupId: string): Promise<void> {
    this.refuseResting(await this.requireGroup(groupId));
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

  /** Only somebody who represents a group. */
  async findPersonByEmail(contactPointId: string, email: string): Promise<PersonRow | undefined> {
    const [person] = await this.source.query<PersonRow[]>(
      `SELECT id, contact_point_id AS "contactPointId", name, email FROM people
       WHERE contact_point_id = $1 AND email_key = $2
         AND EXISTS (SELECT 1 FROM representatives r WHERE r.person_id = people.id)`,
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

  /** Person, contact point and granted period behind a representative's row; undefined when the row is gone. */
  async findRepresentative(representativeId: string): Promise<RepresentativeRow | undefined> {
    const [person] = await this.source.query<RepresentativeRow[]>(
      `SELECT p.id, p.contact_point_id AS "contactPointId", ${KNOWN_AS} AS name, p.email, g.id AS "groupId",
         g.label AS "groupLabel",
         g.access_from::text AS "accessFrom", g.access_until::text AS "accessUntil"
       FROM representatives r JOIN people p ON p.id = r.person_id JOIN groups g ON g.id = r.group_id WHERE r.id = $1`,
      [representativeId],
    );
    return person;
  }

  /** By which name a group knows somebody who represents it, or did until a moment ago. */
  async requireName(groupId: string, personId: string): Promise<string> {
    const [person] = await this.source.query<{ name: string }[]>(
      `SELECT ${KNOWN_AS} AS name FROM people p JOIN groups g ON g.contact_point_id = p.contact_point_id
       WHERE g.id = $1 AND p.id = $2`,
      [groupId, personId],
    );
    if (!person) throw new NotFound();
    return person.name;
  }

  /** The id of somebody's row in a group; undefined when they do not represent it. */
  async findRepresentativeId(groupId: string, personId: string): Promise<string | undefined> {
    const [row] = await this.source.query<{ id: string }[]>(
      'SELECT id FROM representatives WHERE group_id = $1 AND person_id = $2',
      [groupId, personId],
    );
    return row?.id;
  }

  /** What mails to those who are invited may say of the group. */
  async findShown(groupId: string): Promise<ShownOfGroup> {
    const [group] = await this.source.query<{ label: string | null; showsDialIn: boolean }[]>(
      `SELECT CASE WHEN shows_label THEN label END AS label, shows_dial_in AS "showsDialIn" FROM groups WHERE id = $1`,
      [groupId],
    );
    return { label: group?.label ?? undefined, showsDialIn: group?.showsDialIn ?? false };
  }

  /** Ids of the rows of everybody who represents one of these groups, ended ones left out. */
  async representativesOf(groupIds: readonly string[]): Promise<string[]> {
    const rows = await this.source.query<{ id: string }[]>(
      `SELECT r.id FROM representatives r JOIN groups g ON g.id = r.group_id
       WHERE g.id = ANY ($1) AND g.state <> 'ended' ORDER BY r.id`,
      [groupIds],
    );
    return rows.map(({ id }) => id);
  }

  private async requireGroup(groupId: string, manager = this.source.manager): Promise<GroupRow> {
    const [group] = await manager.query<GroupRow[]>(`${GROUP} WHERE g.id = $1`, [groupId]);
    if (!group) throw new NotFound();
    return group;
  }

  /** A period that is still to begin does not rest: the group prepares for it. */
  private refuseResting({ state, accessUntil }: RightRow): void {
    const today = dateOf(this.clock.now()).toString();
    if (state !== 'active' || (accessUntil !== null && accessUntil < today)) throw new AccessRests();
  }
}

function maySee(actor: Actor, group: GroupRow): boolean {
  if (actor.kind === 'staff') return actor.contactPointId === group.contactPointId;
  if (actor.kind !== 'representative') return false;
  return group.representatives.some(({ personId }) => personId === actor.personId);
}

/** Both days belong to the period. */
function refuseOutside({ accessFrom, accessUntil }: RightRow, date: string): void {
  if (date < accessFrom) throw new OutsideAccess('ab', accessFrom);
  if (accessUntil !== null && date > accessUntil) throw new OutsideAccess('bis', accessUntil);
}
