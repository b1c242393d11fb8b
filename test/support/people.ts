import { cookieNameFor } from '../../src/access/desk-cookie.js';
import { newId } from '../../src/kernel/id.js';
import { hashPassword } from '../../src/platform/secrets/password.js';
import { hashToken, newToken } from '../../src/platform/secrets/token.js';
import type { Caller } from './http-caller.js';
import type { SunkMail } from './mail-sink.js';
import type { StoryHouse } from './story-house.js';

let count = 0;
/** Something new for every builder, so that stories in one house do not meet. */
const next = () => ++count;

export interface ContactPoint {
  id: string;
  slug: string;
  staff: Caller;
}

/** A contact point with one member of its team, signed in. */
export async function aContactPoint(
  { database, config }: StoryHouse,
  columns: Record<string, unknown> = {},
): Promise<ContactPoint> {
  const id = newId();
  const slug = `stadt-${next()}`;
  const row = {
    id,
    slug,
    name: 'Kontaktstelle Musterstadt',
    town: 'Musterstadt',
    phone: '0123 456',
    email: `${slug}@kontakt.example`,
    opening_hours: 'Montag 9 bis 12 Uhr',
    website: `https://${slug}.example/online`,
    imprint_url: `https://${slug}.example/impressum`,
    privacy_url: `https://${slug}.example/datenschutz`,
    origins: [`https://${slug}.example`],
    // Generous, so that only the stories about quotas meet them.
    most_rooms_at_once: 100,
    most_weekly_minutes: 100_000,
    ...columns,
  };
  await insert(database, 'contact_points', row);
  const staff = await signedIn(database, {
    name: 'Team',
    email: `team-${slug}@kontakt.example`,
    contactPointId: id,
  });
  return { id, slug, staff: { cookie: `${cookieNameFor(config)}=${staff}` } };
}

/** Somebody who runs the house, signed in. */
export async function anOperator({ database }: StoryHouse): Promise<Caller> {
  const operator = { name: 'Betrieb', email: `betrieb-${next()}@haus.example`, contactPointId: null };
  return { token: await signedIn(database, operator) };
}

type Member = { name: string; email: string; contactPointId: string | null };

/** The token of somebody's session. Proving a password takes a processor for half a second: nobody has one to begin with. */
async function signedIn(
  database: StoryHouse['database'],
  { name, email, contactPointId }: Member,
): Promise<string> {
  const [id, token] = [newId(), newToken()];
  await insert(database, 'staff_members', {
    id,
    contact_point_id: contactPointId,
    name,
    email,
    email_key: email,
    password_hash: '',
  });
  await insert(database, 'sessions', {
    id: newId(),
    token_hash: hashToken(token),
    staff_member_id: id,
    expires_at: '2100-01-01',
  });
  return token;
}

/** For stories that sign members of a team in as they do it themselves. */
export async function givePassword({ database }: StoryHouse, email: string, password: string): Promise<void> {
  await database.query('UPDATE staff_members SET password_hash = $2 WHERE email_key = $1', [
    email,
    await hashPassword(password),
  ]);
}

export interface Group {
  id: string;
  label: string;
  contactPoint: ContactPoint;
  email: string;
  /** The representative, signed in. */
  representative: Caller;
}

/** A group that its contact point has granted access, its one representative signed in. */
export async function aGroup(house: StoryHouse, contactPoint?: ContactPoint): Promise<Group> {
  const at = contactPoint ?? (await aContactPoint(house));
  const label = `Gruppe ${next()}`;
  const email = `person-${next()}@gruppe.example`;
  const { body } = await house.http[0].post<{ id: string }>('/api/groups', {
    as: at.staff,
    body: { label, representatives: [{ name: 'Erika Muster', email }] },
  });
  await house.mails.waitFor(email);
  const representative = await signIn(house, at.slug, email);
  return { id: body.id, label, contactPoint: at, email, representative };
}

/** Signs in as people do: the address, the mail, the eight digits. */
export async function signIn(house: StoryHouse, slug: string, email: string): Promise<Caller> {
  const [http] = house.http;
  const next = nextCode(house, email);
  const { body } = await http.post<{ signInId: string }>('/api/sign-ins', {
    body: { contactPoint: slug, email },
  });
  const code = codeIn(await next());
  const path = `/api/sign-ins/${body.signInId}/code`;
  const signedIn = await http.post<{ accessToken: string }>(path, { body: { code } });
  return { token: signedIn.body.accessToken };
}

const CODE = /\b\d{4} \d{4}\b/;

/** The next mail with a code after now, whatever else is on its way to the address. */
export function nextCode({ mails }: StoryHouse, address: string): () => Promise<SunkMail> {
  const before = mails.to(address, CODE).length;
  return () => mails.waitFor(address, before + 1, CODE);
}

/** The eight digits of a mail, as they stand there. */
export function codeIn({ email }: SunkMail): string {
  return CODE.exec(email.text ?? '')?.[0] ?? '';
}

export interface RoomFacts {
  id: string;
  name: string;
}

/** A room of the house; `columns` say what is special about it. */
export async function aRoom(
  { database }: StoryHouse,
  columns: Record<string, unknown> = {},
): Promise<RoomFacts> {
  const room = { id: newId(), name: `Raum ${next()}`, kind: 'talk', seats: 12, position: next(), ...columns };
  await insert(database, 'rooms', room);
  return room;
}

/** A contact point with a group and some rooms that nobody else sees, named Raum 1, Raum 2 …: no story disturbs it. */
export async function aPlace(
  house: StoryHouse,
  columns: Record<string, unknown> = {},
): Promise<{ group: Group; rooms: [RoomFacts, RoomFacts] }> {
  const contactPoint = await aContactPoint(house, columns);
  const own = { contact_point_id: contactPoint.id };
  const rooms: [RoomFacts, RoomFacts] = [
    await aRoom(house, { ...own, name: 'Raum 1' }),
    await aRoom(house, { ...own, name: 'Raum 2' }),
  ];
  return { group: await aGroup(house, contactPoint), rooms };
}

/** A wish that can be granted on the default day of the stories. */
export function aWish(wish: Record<string, unknown> = {}): Record<string, unknown> {
  return { roomId: 'any', date: '2026-12-08', time: '18:00', minutes: 120, expectedParticipants: 8, ...wish };
}

export interface DateFacts {
  id: string;
  door: { enterUrl: string };
}

/** A date that the group has reserved, through the house's own door. */
export async function aDate(
  house: StoryHouse,
  group: Group,
  wish: Record<string, unknown>,
): Promise<DateFacts> {
  const { body } = await house.http[0].post<{ occurrences: [DateFacts] }>(
    `/api/groups/${group.id}/reservations`,
    {
      as: group.representative,
      body: aWish(wish),
    },
  );
  return body.occurrences[0];
}

/** What a contact point sends to grant a group access, with one new representative. */
export function aGrant(change: Record<string, unknown> = {}): Record<string, unknown> {
  const email = `erika-${next()}@gruppe.example`;
  return { label: 'Gruppe 17', representatives: [{ name: 'Erika Muster', email }], ...change };
}

export interface GroupBody {
  id: string;
  label: string;
  topic?: string;
  representatives: { id: string; name: string; email: string; state: string; hasCome: boolean }[];
}

/** Straight into a table, for what has no door of its own. */
export async function insert(
  database: StoryHouse['database'],
  table: string,
  row: Record<string, unknown>,
): Promise<void> {
  const columns = Object.keys(row);
  const marks = columns.map((_, index) => `$${index + 1}`);
  await database.query(
    `INSERT INTO ${table} (${columns.join()}) VALUES (${marks.join()})`,
    Object.values(row),
  );
}
