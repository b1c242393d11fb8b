import { linkIn } from './invitees.js';
import { aPlace, aWish, type Group } from './people.js';
import type { StoryHouse } from './story-house.js';

export interface Invited {
  group: Group;
  email: string;
  /** Path of the page. */
  link: string;
  occurrenceId: string;
  /** Path of the list of invitees in the API. */
  list: string;
}

let count = 0;

/** Somebody invited to a date of a group of its own, or to a whole series, who has the mail. */
export async function invited(house: StoryHouse, wish: Record<string, unknown> = {}): Promise<Invited> {
  const { group } = await aPlace(house);
  return { group, ...(await invitedBy(house, group, wish)) };
}

/** The same once more by a group. */
export async function invitedBy(
  house: StoryHouse,
  group: Group,
  wish: Record<string, unknown>,
  email = `gast-${++count}@gast.example`,
): Promise<Omit<Invited, 'group'>> {
  const [http] = house.http;
  const { body } = await http.post<{ id: string; occurrences: { id: string }[] }>(
    `/api/groups/${group.id}/reservations`,
    { as: group.representative, body: aWish(wish) },
  );
  const occurrenceId = body.occurrences[0]?.id ?? '';
  const list = wish['repeat']
    ? `/api/reservations/${body.id}/invitees`
    : `/api/occurrences/${occurrenceId}/invitees`;
  const before = house.mails.to(email).length;
  const invitees = [{ name: 'Rosa Geheim', email }];
  await http.post(list, { as: group.representative, body: { invitees } });
  const mail = await house.mails.waitFor(email, before + 1);
  return { email, link: linkIn(mail), occurrenceId, list };
}

/** Path of the link of a group. */
export async function groupLinkOf(house: StoryHouse, { id, representative: as }: Group): Promise<string> {
  const { body } = await house.http[0].get<{ url: string }>(`/api/groups/${id}/link`, { as });
  return new URL(body.url).pathname;
}

/** Path of the page from which the representative of a group enters one of its dates. */
export async function doorOf(
  house: StoryHouse,
  { representative: as }: Group,
  occurrenceId: string,
): Promise<string> {
  const path = `/api/occurrences/${occurrenceId}`;
  const { body } = await house.http[0].get<{ door: { enterUrl: string } }>(path, { as });
  return new URL(body.door.enterUrl).pathname;
}
