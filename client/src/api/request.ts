import { readClock } from './house-clock.js';
import { ApiProblem, problemOf, SESSION_ENDED } from './problem.js';
import { forgetRepeatKeys, repeatKeyFor, settleRepeatKey } from './repeat-key.js';
import { currentToken, reportSessionEnded } from './session.js';

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** Version the person saw; the house refuses (412) if somebody changed the object since. */
  version?: number;
  signal?: AbortSignal;
  /**
   * In sign-in calls a 401 means "wrong", not "session ended". They carry no key to be known by again: beside it the code or
   * the password that was typed would be remembered.
   */
  signingIn?: boolean;
  /** Of another session than the one that runs. */
  token?: string;
}

/** One call to the house. Answers the parsed body, or throws an ApiProblem. */
export async function request(url: string, call: Call = {}): Promise<unknown> {
  const token = call.signingIn ? undefined : (call.token ?? currentToken());
  const wish = wishIn(url, call);
  if (mayUndo(call)) forgetRepeatKeys();
  const response = await send(url, initOf(call, headersOf({ call, token, wish })));
  const answer = await answerOf(response, call);
  if (wish) settleRepeatKey(wish, response.status);
  if (!response.ok) throw await refusalOf(response, call, token);
  return answer;
}

const wishIn = (url: string, { method, body, signingIn }: Call): string | undefined =>
  method === 'POST' && !signingIn ? `${url} ${JSON.stringify(body)}` : undefined;

// Also if no answer comes. What is said of another session is about nothing that was done in this one.
const mayUndo = ({ method, token }: Call): boolean =>
  (method === 'PATCH' || method === 'DELETE') && token === undefined;

/** Undefined for a refusal, which is read as one. An answer that breaks off is none. */
async function answerOf(response: Response, { signal }: Call): Promise<unknown> {
  if (!response.ok || response.status === 204) return undefined;
  return response.json().catch((caught: unknown) => noAnswer(caught, signal));
}

/** A file of the house: a link could not carry the token of who is signed in. */
export async function requestFile(url: string): Promise<Blob> {
  const token = currentToken();
  const response = await send(url, initOf({}, headersOf({ call: {}, token, wish: undefined })));
  if (!response.ok) throw await refusalOf(response, {}, token);
  return response.blob().catch(noAnswer);
}

async function refusalOf(response: Response, call: Call, token: string | undefined): Promise<ApiProblem> {
  if (response.status !== 401 || call.signingIn) return problemOf(response);
  reportSessionEnded(token);
  return new ApiProblem(401, { code: SESSION_ENDED });
}

function initOf({ method = 'GET', body, signal }: Call, headers: Record<string, string>): RequestInit {
  return { method, headers, body: body === undefined ? null : JSON.stringify(body), signal: signal ?? null };
}

async function send(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init).catch((caught: unknown) => noAnswer(caught, init.signal));
  readClock(response);
  return response;
}

function noAnswer(caught: unknown, signal?: AbortSignal | null): never {
  if (signal?.aborted) throw caught;
  throw new ApiProblem(0);
}

interface HeaderFacts {
  call: Call;
  token: string | undefined;
  wish: string | undefined;
}

function headersOf({ call, token, wish }: HeaderFacts): Record<string, string> {
  return {
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
    ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(wish ? { 'Idempotency-Key': repeatKeyFor(wish) } : {}),
    ...(call.version === undefined ? {} : { 'If-Match': `"${String(call.version)}"` }),
  };
}
