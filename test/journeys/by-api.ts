import { newestCode, type House } from './open-house.js';

/** Somebody who uses the house by its API, as programs do. */
export interface Caller {
  groupId: string;
  post<Body>(path: string, body: object): Promise<Body>;
}

/** A representative of Dortmund, signed in by the code of the mail. */
export async function signedIn(house: House, email: string): Promise<Caller> {
  const before = await house.newestMailId(email);
  const wish = { contactPoint: 'dortmund', email };
  const { signInId } = await post<{ signInId: string }>(house, '/api/sign-ins', wish);
  const { code } = await newestCode(house, email, before);
  const entered = await post<Entered>(house, `/api/sign-ins/${signInId}/code`, { code });
  const headers = { authorization: `Bearer ${entered.accessToken}` };
  return {
    groupId: entered.groups[0]?.id ?? '',
    post: (path, body) => post(house, path, body, headers),
  };
}

interface Entered {
  accessToken: string;
  groups: { id: string }[];
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
