import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aContactPoint, givePassword, type ContactPoint } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const OUR_PROXY = '127.0.0.1';

let house: StoryHouse;
let here: ContactPoint;

beforeAll(async () => {
  house = await openStoryHouse({ instances: 2, environment: { TRUST_PROXY: OUR_PROXY } });
  here = await aContactPoint(house);
});
beforeEach(() => house.database.query('DELETE FROM rate_limits'));
afterAll(() => house.close());

let count = 0;
/** A sign-in for an address of its own, as our proxy passes it on; instances take turns. */
function start(forwardedFor?: string) {
  const body = { contactPoint: here.slug, email: `jemand-${++count}@gruppe.example` };
  const headers: Record<string, string> = forwardedFor ? { 'x-forwarded-for': forwardedFor } : {};
  return (house.http[count % 2] ?? house.http[0]).post('/api/sign-ins', { body, headers });
}

const statusesOf = async (addresses: (string | undefined)[]) =>
  (await Promise.all(addresses.map((address) => start(address)))).map(({ status }) => status).sort();
const times = <T>(length: number, one: (index: number) => T) =>
  Array.from({ length }, (_, index) => one(index));

describe('Sign-ins of one network', () => {
  it('are sixty an hour, at every address and every instance together', async () => {
    expect(await statusesOf(times(61, () => '203.0.113.9'))).toEqual([...times(60, () => 202), 429]);
    const refused = await start('203.0.113.9');
    expect(refused).toMatchObject({ status: 429, body: { code: 'tooManyTries' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(3600);
    expect((await start('203.0.113.10')).status).toBe(202);
  });

  it('count together in one /64 of IPv6', async () => {
    const inOneNetwork = times(61, (index) => `2001:db8:1:2:${index.toString(16)}::1`);
    expect(await statusesOf(inOneNetwork)).toEqual([...times(60, () => 202), 429]);
    expect((await start('2001:db8:1:3::1')).status).toBe(202);
  });

  it('are not hidden by what a client writes before the word of the proxy', async () => {
    const made = times(61, (index) => `198.51.100.${index}, 127.0.0.1, quatsch, 203.0.113.9`);
    expect(await statusesOf(made)).toEqual([...times(60, () => 202), 429]);
  });

  it('do not count for this machine, where a proxy would make all people one', async () => {
    expect(await statusesOf(times(70, () => undefined))).toEqual(times(70, () => 202));
  });

  it('leave no address in the table of the limits', async () => {
    await start('203.0.113.9');
    const rows = await house.database.query('SELECT * FROM rate_limits');
    expect(JSON.stringify(rows)).toContain('sign-ins-of-network');
    expect(JSON.stringify(rows)).not.toContain('203.0');
  });
});

describe('Wrong passwords of one network', () => {
  const signIn = async (password: string, email = `team-${here.slug}@kontakt.example`) => {
    const headers = { 'x-forwarded-for': '203.0.113.9' };
    return (await house.http[0].post('/api/desk/sign-ins', { body: { email, password }, headers })).status;
  };

  it('are thirty in a quarter of an hour, whomever they are tried on, and right ones use nothing up', async () => {
    await givePassword(house, `team-${here.slug}@kontakt.example`, 'ein-langes-passwort');
    expect(await signIn('falsch')).toBe(401);
    // Proving a password takes half a second: the next 28 are only written down.
    await house.database.query(
      `UPDATE rate_limits SET points = 29 WHERE key LIKE 'staff-sign-ins-of-network:%'`,
    );
    for (let tries = 0; tries < 3; tries++) expect(await signIn('ein-langes-passwort')).toBe(200);
    expect(await signIn('falsch', 'niemand@kontakt.example')).toBe(401);
    expect(await signIn('falsch', 'niemand-sonst@kontakt.example')).toBe(429);
  });
});
