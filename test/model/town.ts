import { newId } from '../../src/kernel/id.js';
import { hashToken, newToken } from '../../src/platform/secrets/token.js';
import type { Caller } from '../support/http-caller.js';
import { insert } from '../support/people.js';
import type { StoryHouse } from '../support/story-house.js';
import { Random } from './random.js';

export interface TownGroup {
  id: string;
  label: string;
  as: Caller;
}

/** Where one seed plays: a contact point with few rooms and tight rules, and weeks of the calendar for itself. */
export interface Town {
  seed: number;
  contactPointId: string;
  staff: Caller;
  rooms: string[];
  groups: TownGroup[];
  bufferMinutes: number;
  mostRoomsAtOnce: number;
  mostWeeklyMinutes: number;
  capacity: number;
  /** Of its first week. */
  monday: Temporal.PlainDate;
}

/** Series reach a few weeks ahead; the next seed begins after the last of them. */
const WEEKS_EACH = 8;
const FIRST_MONDAY = Temporal.PlainDate.from('2027-01-04');
const FAR = '2099-01-01T00:00:00Z';

/** `place` is the how-manieth town of its house this is, from 0: it says which weeks are its own. */
export async function openTown(house: StoryHouse, seed: number, place: number): Promise<Town> {
  const random = new Random(seed * 7919);
  const { database } = house;
  const capacity = random.pick([14, 18, 22]);
  // One server for the whole house: towns never share a week, so each may find it as small as it likes.
  await database.query('UPDATE meeting_servers SET capacity_participants = $1', [capacity]);
  const rules = {
    buffer_minutes: random.pick([0, 0, 15, 30]),
    most_rooms_at_once: random.pick([1, 2, 2]),
    most_weekly_minutes: random.pick([360, 480, 600]),
  };
  const contactPointId = await addContactPoint(database, `town-${seed}`, rules);
  const staffMemberId = newId();
  const email = `team-${seed}@kontakt.example`;
  const member = {
    id: staffMemberId,
    contact_point_id: contactPointId,
    name: 'Team',
    email,
    email_key: email,
  };
  await insert(database, 'staff_members', { ...member, password_hash: 'none' });
  const town: Town = {
    seed,
    contactPointId,
    staff: await session(database, { staff_member_id: staffMemberId }),
    rooms: await addRooms(database, contactPointId, random.int(3, 4)),
    groups: [],
    bufferMinutes: rules.buffer_minutes,
    mostRoomsAtOnce: rules.most_rooms_at_once,
    mostWeeklyMinutes: rules.most_weekly_minutes,
    capacity,
    monday: FIRST_MONDAY.add({ weeks: WEEKS_EACH * place }),
  };
  for (let count = 1; count <= 3; count++) town.groups.push(await addGroup(database, town, count));
  return town;
}

type Database = StoryHouse['database'];

async function addContactPoint(
  database: Database,
  slug: string,
  rules: Record<string, number>,
): Promise<string> {
  const id = newId();
  await insert(database, 'contact_points', {
    id,
    slug,
    name: `Kontaktstelle ${slug}`,
    town: slug,
    phone: '0123 456',
    email: `${slug}@kontakt.example`,
    opening_hours: '',
    website: `https://${slug}.example`,
    imprint_url: `https://${slug}.example`,
    privacy_url: `https://${slug}.example`,
    ...rules,
  });
  return id;
}

async function addRooms(database: Database, contactPointId: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, newId);
  for (const [position, id] of ids.entries()) {
    const room = { id, name: `Raum ${position + 1}`, kind: 'talk', seats: 12, position };
    await insert(database, 'rooms', { ...room, contact_point_id: contactPointId });
  }
  return ids;
}

/** Straight into the tables: who signs in hundreds of times by mail meets the limits of the house. */
async function addGroup(
  database: Database,
  { seed, contactPointId }: Town,
  count: number,
): Promise<TownGroup> {
  const [id, personId] = [newId(), newId()];
  const label = `Gruppe ${count}`;
  const email = `person-${seed}-${count}@gruppe.example`;
  await insert(database, 'groups', {
    id,
    contact_point_id: contactPointId,
    label,
    access_from: '2026-01-01',
    used_on: '2026-01-01',
  });
  const person = { id: personId, contact_point_id: contactPointId, name: 'Erika', email, email_key: email };
  await insert(database, 'people', person);
  await insert(database, 'representatives', { id: newId(), group_id: id, person_id: personId });
  return { id, label, as: await session(database, { person_id: personId }) };
}

async function session(database: Database, owner: Record<string, string>): Promise<Caller> {
  const token = newToken();
  await insert(database, 'sessions', {
    id: newId(),
    token_hash: hashToken(token),
    expires_at: FAR,
    ...owner,
  });
  return { token };
}
