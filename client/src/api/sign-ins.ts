import { countMail, hasMoreMails } from './code-mails.js';
import { ApiProblem, asProblem, NO_MORE_MAILS } from './problem.js';
import { request } from './request.js';
import { currentToken, forgetSession, startSession } from './session.js';
import { houseWords } from '../words/words.js';
import type { GroupChoice, RepresentativeMe } from './shapes.js';

/** Always answers with an id, whether the address is known or not. No more is asked for than the house sends. */
export async function askForCode(contactPoint: string, email: string): Promise<string> {
  if (!hasMoreMails(email))
    throw new ApiProblem(429, { code: NO_MORE_MAILS, detail: houseWords.signIn.noMoreMails });
  const body = { contactPoint, email };
  const answer = await request('/api/sign-ins', { method: 'POST', body, signingIn: true });
  countMail(email);
  return (answer as { signInId: string }).signInId;
}

export async function signInWithCode(signInId: string, code: string): Promise<void> {
  const url = `/api/sign-ins/${encodeURIComponent(signInId)}/code`;
  const answer = await request(url, { method: 'POST', body: { code }, signingIn: true });
  startSession((answer as { accessToken: string }).accessToken);
}

/** A new session for who is signed in already; the one before ends, or by itself later if the house cannot be told. */
export async function renewSession(signInId: string, code: string): Promise<void> {
  const token = currentToken();
  await signInWithCode(signInId, code);
  void endSession(token);
}

async function endSession(token: string | undefined): Promise<void> {
  if (token) await request('/api/sessions/current', { method: 'DELETE', token }).catch(() => undefined);
}

export async function readMe(): Promise<RepresentativeMe> {
  return (await request('/api/me')) as RepresentativeMe;
}

/** For a look that nobody asked for: whether it goes or not, what is shown stays. */
export async function findGroups(): Promise<GroupChoice[] | undefined> {
  const me = await readMe().catch((caught: unknown) => void asProblem(caught));
  return me?.groups;
}

export async function acceptAgreement(version: string | number): Promise<void> {
  await request(`/api/me/agreements/${encodeURIComponent(version)}`, { method: 'POST' });
}

/** Forgets the session here even if the house cannot be told: the person asked to be signed out. */
export async function signOut(): Promise<void> {
  const token = currentToken();
  forgetSession();
  await endSession(token);
}
