import { expect } from '@jest/globals';
import { AddServer } from '../../src/rooms/add-server.js';
import { calendarFileOf } from './invitees.js';
import type { Group } from './people.js';
import type { StoryHouse } from './story-house.js';

/** Numbers to call, as the house keeps them. */
export const dialInOf = (...numbers: readonly string[]) =>
  numbers.map((formattedNumber) => {
    return { countryCode: 'DE', formattedNumber, tollFree: false, default: true };
  });

/** One more Jitsi server, that can be called. */
export function addServer(house: StoryHouse, slug: string, number: string): Promise<void> {
  return house.apps[0].get(AddServer, { strict: false }).run({
    slug,
    baseUrl: `https://${slug}.example`,
    xmppDomain: `${slug}.jitsi`,
    mucDomain: `muc.${slug}.jitsi`,
    issuer: 'virtuelles-haus',
    audience: 'jitsi',
    profile: 'P3',
    capacity: 200,
    hasLobby: true,
    dialIn: dialInOf(number),
  });
}

/** Whether the mails of a group say how to come by telephone. */
export async function showInMails(
  house: StoryHouse,
  { id, representative: as }: Group,
  showsDialIn = true,
): Promise<void> {
  const path = `/api/groups/${id}/invitation-settings`;
  expect((await house.http[0].send('PATCH', path, { as, body: { showsDialIn } })).status).toBe(200);
}

/** What the newest mail to somebody says, and the entry in its calendar file. */
export function newestTo({ mails }: StoryHouse, email: string): { text: string; entry: string } {
  const mail = mails.to(email).at(-1);
  if (!mail) throw new Error('There is no mail.');
  return { text: mail.email.text ?? '', entry: calendarFileOf(mail).replaceAll('\r\n ', '') };
}
