import jsonwebtoken from 'jsonwebtoken';
import { createHash } from 'node:crypto';

export interface Claims {
  exp: number;
  iss: string;
  aud: string | string[];
  sub: string;
  room: string;
  context: { user: { moderator?: boolean } };
}

interface Shown {
  claims: Claims;
  kid: string | undefined;
  pem: string | undefined;
  isSigned: boolean;
}

/** In the order of Jitsi's own checks; each can be broken by its name. */
const CHECKS: [fault: string, words: string, isWrong: (shown: Shown) => boolean][] = [
  ['no-kid', "'kid' claim is missing", ({ kid }) => kid === undefined],
  ['unknown-kid', 'could not obtain public key', ({ kid, pem }) => kid !== undefined && pem === undefined],
  ['forged', 'Invalid signature', ({ pem, isSigned }) => pem !== undefined && !isSigned],
  ['expired', 'Not acceptable by exp', ({ claims }) => claims.exp <= Date.now() / 1000],
  ['foreign-issuer', 'Invalid issuer', ({ claims }) => claims.iss !== 'virtuelles-haus'],
  ['many-audiences', 'Invalid audience', ({ claims }) => Array.isArray(claims.aud)],
  ['foreign-audience', 'Invalid audience', ({ claims: { aud } }) => !Array.isArray(aud) && aud !== 'jitsi'],
  ['foreign-domain', 'Invalid sub', ({ claims }) => claims.sub !== 'meet.jitsi'],
];

export function claimsIn(token: string): Claims {
  return jsonwebtoken.decode(token) as Claims;
}

/** Why a token does not open the door; undefined when it does. Keys are asked of the house, if anywhere. */
export async function refusalOf(
  token: string | undefined,
  keysAt: string | undefined,
  faults: ReadonlySet<string>,
): Promise<string | undefined> {
  if (token === undefined) return faults.has('no-token') ? undefined : 'token required';
  const kid = jsonwebtoken.decode(token, { complete: true })?.header.kid;
  const pem = kid === undefined || keysAt === undefined ? undefined : await keyOf(kid, keysAt);
  const shown = { claims: claimsIn(token), kid, pem, isSigned: isSigned(token, pem) };
  return CHECKS.find(([fault, , isWrong]) => isWrong(shown) && !faults.has(fault))?.[1];
}

async function keyOf(kid: string, keysAt: string): Promise<string | undefined> {
  const answer = await fetch(`${keysAt}/${createHash('sha256').update(kid).digest('hex')}.pem`);
  return answer.ok ? answer.text() : undefined;
}

function isSigned(token: string, pem: string | undefined): boolean {
  try {
    jsonwebtoken.verify(token, pem ?? '', { algorithms: ['RS256'], ignoreExpiration: true });
    return true;
  } catch {
    return false;
  }
}
