import { signedIn } from './by-api.js';
import type { House } from './open-house.js';

const LINK = /\/t\/[\w-]+/;

/** Path of the page of somebody who is invited to a date of the demo's group, made by the API as programs do. */
export async function anInvitedGuest(house: House, { email, time }: { email: string; time: string }) {
  const ofGuest = await house.newestMailId(email);
  const { groupId, post } = await signedIn(house, 'renate@gruppe.example');
  const date = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 2 }).toString();
  const wish = { roomId: 'any', date, time, minutes: 60, expectedParticipants: 4 };
  const made = await post<{ occurrences: { id: string }[] }>(`/api/groups/${groupId}/reservations`, wish);
  const invitees = `/api/occurrences/${made.occurrences[0]?.id ?? ''}/invitees`;
  await post(invitees, { invitees: [{ email }] });
  const { text } = await house.newestMail(email, { since: ofGuest, words: LINK });
  return LINK.exec(text)?.[0] ?? '';
}
