import type { House } from './open-house.js';

/** Path of the page of somebody who is invited to a date of the demo's group, made by the API as programs do. */
export async function anInvitedGuest(house: House, { email, time }: { email: string; time: string }) {
  const who = 'renate@gruppe.example';
  const [ofWho, ofGuest] = [await house.newestMailId(who), await house.newestMailId(email)];
  const { signInId } = await post<{ signInId: string }>(house, '/api/sign-ins', {
    contactPoint: 'dortmund',
    email: who,
  });
  const { accessToken } = await post<{ accessToken: string }>(house, `/api/sign-ins/${signInId}/code`, {
    code: /\b\d{4} \d{4}\b/.exec((await house.newestMail(who, ofWho)).text)?.[0],
  });
  const headers = { authorization: `Bearer ${accessToken}` };
  const me = (await (await fetch(`${house.url}/api/me`, { headers })).json()) as { groups: { id: string }[] };
  const date = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 2 }).toString();
  const wish = { roomId: 'any', date, time, minutes: 60, expectedParticipants: 4 };
  const made = await post<{ occurrences: { id: string }[] }>(
    house,
    `/api/groups/${me.groups[0]?.id ?? ''}/reservations`,
    wish,
    headers,
  );
  const invitees = `/api/occurrences/${made.occurrences[0]?.id ?? ''}/invitees`;
  await post(house, invitees, { invitees: [{ email }] }, headers);
  return /\/t\/[\w-]+/.exec((await house.newestMail(email, ofGuest)).text)?.[0] ?? '';
}

async function post<Body>(house: House, path: string, body: object, headers = {}): Promise<Body> {
  const answer = await fetch(`${house.url}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Body;
}
