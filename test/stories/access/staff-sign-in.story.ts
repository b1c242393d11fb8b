import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/kernel/id.js';
import { hashPassword } from '../../../src/platform/secrets/password.js';
import { aContactPoint, givePassword, type ContactPoint } from '../../support/people.js';
import { openStoryHouse, PUBLIC_URL, type StoryHouse } from '../../support/story-house.js';

const PASSWORD = 'ein-langes-passwort';

let house: StoryHouse;
let here: ContactPoint;
let email: string;

beforeAll(async () => {
  house = await openStoryHouse({ instances: 2 });
  here = await aContactPoint(house);
  email = `team-${here.slug}@kontakt.example`;
  await givePassword(house, email, PASSWORD);
});
afterAll(() => house.close());

const signIn = (who: string, password: string, instance = 0) =>
  (house.http[instance] ?? house.http[0]).post('/api/desk/sign-ins', { body: { email: who, password } });
const signInAnew = async () => (await signIn(email, PASSWORD)).headers.get('set-cookie')?.split(';')[0] ?? '';
const me = (cookie: string) => house.http[0].raw('/api/me', { headers: { cookie } });

describe('Staff signs in at the desk', () => {
  it('with a cookie that no script reads and no other site sends', async () => {
    const { status, body, headers } = await signIn(email, PASSWORD);
    expect(status).toBe(200);
    expect(body).toEqual({ next: 'done' });
    const cookies = headers.getSetCookie();
    expect(cookies).toHaveLength(1);
    const [pair = '', ...attributes] = cookies[0]?.split('; ') ?? [];
    expect(pair).toMatch(/^__Host-desk=[\w-]{43}$/);
    expect(attributes.sort()).toEqual([
      'Expires=Tue, 01 Dec 2026 16:00:00 GMT',
      'HttpOnly',
      'Path=/',
      'SameSite=Strict',
      'Secure',
    ]);
  });

  it('with a fresh token each time, and the token in the answer nowhere else', async () => {
    const [first, second] = [await signIn(email, PASSWORD), await signIn(email, PASSWORD)];
    expect(first.headers.get('set-cookie')).not.toBe(second.headers.get('set-cookie'));
    expect(first.text).toBe('{"next":"done"}');
  });

  it('with the address in capitals', async () => {
    expect((await signIn(email.toUpperCase(), PASSWORD)).status).toBe(200);
  });

  it('for eight hours', async () => {
    const cookie = await signInAnew();
    house.clock.moveTo('2026-12-01T16:59:59');
    expect((await me(cookie)).status).toBe(200);
    house.clock.moveTo('2026-12-01T17:00:00');
    expect((await me(cookie)).status).toBe(401);
    house.clock.moveTo('2026-12-01T09:00');
  });

  it('and nobody learns whether an address is known: wrong password and unknown address answer alike', async () => {
    const wrong = await signIn(email, 'falsch');
    const unknown = await signIn('niemand@kontakt.example', PASSWORD);
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(unknown.text).toBe(wrong.text);
    const shown = ({ headers }: typeof wrong) => [...headers].filter(([name]) => name !== 'date');
    expect(shown(unknown)).toEqual(shown(wrong));
    expect(wrong.headers.get('set-cookie')).toBeNull();
  });

  it.each([
    ['no password', { password: undefined }],
    ['an object as password', { password: { $ne: null } }],
    ['a list as address', { email: ['a@b.example'] }],
    ['an unknown property', { role: 'operator' }],
    ['a password of a megabyte', { password: 'x'.repeat(201) }],
  ])('and is refused for %s (400)', async (_, change) => {
    const body = { email, password: PASSWORD, ...change };
    expect((await house.http[0].post('/api/desk/sign-ins', { body })).status).toBe(400);
  });
});

describe('The cookie alone writes nothing from elsewhere', () => {
  let cookie: string;
  beforeAll(async () => {
    cookie = await signInAnew();
  });
  const write = (headers: Record<string, string>) =>
    house.http[0].raw('/api/groups', {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ label: 'X', representatives: [{ name: 'E', email: 'e@gruppe.example' }] }),
    });

  it.each([
    ['without an origin', {}],
    ['from a foreign site', { origin: 'https://evil.example' }],
    ['from the site of the contact point itself', { origin: 'https://stadt-1.example' }],
    ['from null', { origin: 'null' }],
    ['from a look-alike', { origin: 'https://haus.example.evil.example' }],
    ['from our host without TLS', { origin: 'http://haus.example' }],
    ['from our host at another port', { origin: 'https://haus.example:8443' }],
    ['from a neighbour of our host', { origin: 'https://x.haus.example' }],
    ['from localhost', { origin: 'http://localhost:3000' }],
  ])('%s (403)', async (_, headers) => {
    const before = await house.database.query('SELECT 1 FROM groups');
    const { status, body } = await write(headers);
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'foreignOrigin' });
    expect(await house.database.query('SELECT 1 FROM groups')).toHaveLength(before.length);
  });

  it('from our own page it does', async () => {
    expect((await write({ origin: PUBLIC_URL })).status).toBe(201);
  });

  it('and reading needs no origin', async () => {
    expect((await me(cookie)).status).toBe(200);
  });

  it('nor can a foreign page end the session', async () => {
    const headers = { cookie, origin: 'https://evil.example' };
    expect((await house.http[0].raw('/api/sessions', { method: 'DELETE', headers })).status).toBe(403);
    expect((await me(cookie)).status).toBe(200);
  });
});

describe('Signing out', () => {
  it.each(['/api/sessions/current', '/api/sessions'])(
    'by DELETE %s kills the cookie here and in the house',
    async (path) => {
      const cookie = await signInAnew();
      const answer = await house.http[0].delete(path, { as: { cookie } });
      expect(answer.status).toBe(204);
      const cleared = answer.headers.get('set-cookie') ?? '';
      expect(cleared).toMatch(/^__Host-desk=;/);
      expect(cleared).toMatch(/Expires=Thu, 01 Jan 1970|Max-Age=0/);
      expect(cleared).toContain('Secure');
      expect(cleared).toContain('Path=/');
      expect((await me(cookie)).status).toBe(401);
    },
  );
});

describe('Guessing passwords', () => {
  const anAddress = async () => {
    const address = `opfer-${newId()}@kontakt.example`;
    await house.database.query(
      `INSERT INTO staff_members (id, contact_point_id, name, email, email_key, password_hash)
       VALUES ($1, $2, 'Team', $3, $3, $4)`,
      [newId(), here.id, address, await hashPassword(PASSWORD)],
    );
    return address;
  };

  it('ends after ten wrong ones, however the address is written and whichever instance is asked', async () => {
    const address = await anAddress();
    const tries = Array.from({ length: 10 }, (_, index) => {
      const written = index % 2 === 0 ? address : address.toUpperCase();
      return signIn(written, `falsch-${index}`, index % 2);
    });
    const answers = await Promise.all(tries);
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 401));
    for (const instance of [0, 1]) {
      const refused = await signIn(address, PASSWORD, instance);
      expect({ status: refused.status, code: refused.body.code }).toEqual({
        status: 429,
        code: 'tooManyTries',
      });
      const wait = Number(refused.headers.get('retry-after'));
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(900);
      expect(refused.headers.get('set-cookie')).toBeNull();
    }
  });

  it('is limited for unknown addresses alike, so that the limit tells nothing', async () => {
    const unknown = `niemand-${newId()}@kontakt.example`;
    const answers = await Promise.all(Array.from({ length: 11 }, () => signIn(unknown, 'falsch')));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
  });

  it('does not shut out colleagues, and right passwords use nothing up', async () => {
    const address = await anAddress();
    for (let count = 0; count < 12; count++) {
      expect((await signIn(address, PASSWORD)).status).toBe(200);
    }
  });

  it('leaves no address in the table of the limits', async () => {
    const rows = await house.database.query('SELECT * FROM rate_limits');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/@|kontakt\.example/);
  });
});
