import type { Answer } from './http-caller.js';
import type { Slot } from './slots.js';
import type { StoryHouse } from './story-house.js';

export const DEMO_SECRET = 'demo-secret';

/** What a Jitsi server asks the house; without a secret when it is empty. */
export function jitsiOf(house: StoryHouse, { server = 'demo', secret = DEMO_SECRET, instance = 0 } = {}) {
  const http = house.http[instance] ?? house.http[0];
  const base = `/jitsi/${server}`;
  const bearer: Record<string, string> = secret ? { authorization: `Bearer ${secret}` } : {};
  const send = <Body = Record<string, unknown>>(method: string, path: string, type?: string, body?: string) =>
    http.raw<Body>(`${base}${path}`, {
      method,
      headers: { ...bearer, ...(type ? { 'content-type': type } : {}) },
      ...(body === undefined ? {} : { body }),
    });
  const json = 'application/json';
  return {
    beat: (rooms: unknown = []) =>
      send<{ slots: Slot[]; text: Record<string, string> }>(
        'POST',
        '/slots',
        json,
        JSON.stringify({ rooms }),
      ),
    open: (fields: Record<string, string>) =>
      send(
        'POST',
        '/conference',
        'application/x-www-form-urlencoded',
        new URLSearchParams(fields).toString(),
      ),
    get: (path: string) => send('GET', path),
    remove: (path: string) => send('DELETE', path),
    post: (path: string, body: string, type = json) => send('POST', path, type, body),
  };
}

/** Local wall time of the stories' days as the guard counts it. */
export function secondsAt(wallTime: string): number {
  const zoned = Temporal.PlainDateTime.from(wallTime).toZonedDateTime('Europe/Berlin');
  return zoned.epochMilliseconds / 1000;
}

/** The name of the Jitsi room of a date, and its PIN. */
export async function meetingOf({ database }: StoryHouse, occurrenceId: string) {
  const [row] = await database.query<{
    room: string;
    pin: number | null;
    heads: number | null;
    most: number | null;
  }>('SELECT room_name AS room, pin, heads, most_heads AS most FROM meetings WHERE occurrence_id = $1', [
    occurrenceId,
  ]);
  return row;
}

/** What stands in a token. */
interface Claims {
  room: string;
  iat: number;
  exp: number;
  iss: string;
  aud: string;
  sub: string;
  context: {
    user: { id: string; name: string; moderator?: boolean; lobby_bypass?: boolean };
    features: Record<string, boolean>;
  };
}

/** The address that somebody is sent to, and what stands in its token. */
export function entryIn(answer: Answer<unknown>) {
  const url = new URL(answer.headers.get('location') ?? '');
  const values = new URLSearchParams(url.hash.slice(1));
  const jwt = values.get('jwt');
  const [, claims = ''] = jwt ? (JSON.parse(jwt) as string).split('.') : [];
  const token = claims ? (JSON.parse(Buffer.from(claims, 'base64url').toString()) as Claims) : undefined;
  return { url, token, values };
}

/** What stands in the token of somebody who was let in with one. */
export function tokenIn(answer: Answer<unknown>): Claims {
  const { token } = entryIn(answer);
  if (!token) throw new Error('The way in has no token.');
  return token;
}
