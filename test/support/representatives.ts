import { mailsAreOut } from './clockwork.js';
import type { Caller } from './http-caller.js';
import { signIn, type Group, type GroupBody } from './people.js';
import type { StoryHouse } from './story-house.js';

export interface Problem {
  code: string;
  detail: string;
}

let count = 0;
/** An address that nobody has yet. */
export const newAddress = () => `neu-${++count}@gruppe.example`;

/** Who represents a group: what a caller sees and changes of it. */
export function representativesOf(house: StoryHouse, { id, contactPoint, representative }: Group) {
  const [http] = house.http;
  const path = `/api/groups/${id}/representatives`;
  return {
    add: (body: unknown, as: Caller = representative, headers: Record<string, string> = {}, caller = http) =>
      caller.post<GroupBody & Problem & { version: number }>(path, { as, body, headers }),
    remove: (representativeId: string, as: Caller = representative, caller = http) =>
      caller.delete<Problem>(`${path}/${representativeId}`, { as }),
    async list(as: Caller = contactPoint.staff): Promise<GroupBody['representatives']> {
      return (await http.get<GroupBody>(`/api/groups/${id}`, { as })).body.representatives;
    },
    async idOf(email: string): Promise<string> {
      return (await this.list()).find((each) => each.email === email)?.id ?? '';
    },
  };
}

export interface Second {
  id: string;
  email: string;
  name: string;
  caller: Caller;
}

/** A second representative of a group, signed in; everybody has word of it. */
export async function aSecond(house: StoryHouse, group: Group, email = newAddress()): Promise<Second> {
  const representatives = representativesOf(house, group);
  const name = 'Karla Neu';
  await representatives.add({ name, email }, group.contactPoint.staff);
  await house.mails.waitFor(email);
  const caller = await signIn(house, group.contactPoint.slug, email);
  await mailsAreOut(house);
  return { id: await representatives.idOf(email), email, name, caller };
}
