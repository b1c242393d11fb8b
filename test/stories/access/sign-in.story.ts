import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/kernel/id.js';
import type { Answer } from '../../support/http-caller.js';
import { aGroup, codeIn, nextCode, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

interface SignInBody {
  signInId: string;
  expiresAt: string;
}
interface SessionBody {
  accessToken: string;
  expiresAt: string;
  code?: string;
}

let house: StoryHouse;
let group: Group;

beforeAll(async () => {
  house = await openStoryHouse();
});
beforeEach(async () => {
  house.clock.moveTo('2026-12-01T09:00');
  group = await aGroup(house);
});
afterAll(() => house.close());

const start = (email = group.email, contactPoint = group.contactPoint.slug) =>
  house.http[0].post<SignInBody>('/api/sign-ins', { body: { contactPoint, email } });
const finish = (signInId: string, code: string, more: Record<string, unknown> = {}) =>
  house.http[0].post<SessionBody>(`/api/sign-ins/${signInId}/code`, { body: { code, ...more } });
const me = (token: string) => house.http[0].get('/api/me', { as: { token } });

/** Asks for a code and takes it out of the mail. */
async function request(): Promise<{ signInId: string; code: string }> {
  const next = nextCode(house, group.email);
  const { body } = await start();
  return { signInId: body.signInId, code: codeIn(await next()) };
}

const digits = (code: string) => code.replace(' ', '');
const wrong = (code: string) => String((Number(digits(code)) + 1) % 100_000_000).padStart(8, '0');

describe('A representative signs in', () => {
  it('with the code of the mail and learns who they are and for how long', async () => {
    const { signInId, code } = await request();
    const { status, body } = await finish(signInId, code);
    expect(status).toBe(200);
    expect(body).toEqual({
      accessToken: expect.stringMatching(/^[\w-]{43}$/),
      expiresAt: '2026-12-01T20:00:00Z',
      person: { id: expect.any(String), name: 'Erika Muster', email: group.email },
      groups: [{ id: group.id, label: group.label, state: 'active' }],
    });
    expect((await me(body.accessToken)).body).toMatchObject({ person: { email: group.email } });
  });

  it.each([
    ['as it stands in the mail', (code: string) => code],
    ['without a space', digits],
    ['with a hyphen', (code: string) => code.replace(' ', '-')],
    ['with spaces everywhere', (code: string) => ` ${digits(code).replace(/./g, '$& ')} `],
    ['with the space of a German number', (code: string) => code.replace(' ', '\u00a0')],
  ])('typing it %s', async (_, type) => {
    const { signInId, code } = await request();
    expect((await finish(signInId, type(code))).status).toBe(200);
  });

  it('with their address in other letters', async () => {
    const next = nextCode(house, group.email);
    const { body } = await start(group.email.toUpperCase());
    const mail = await next();
    expect(mail.recipients).toEqual([group.email]);
    expect((await finish(body.signInId, codeIn(mail))).status).toBe(200);
  });
});

describe('Who asks for a code learns nothing', () => {
  /** What an onlooker can compare: everything but id, clock and length of the connection. */
  const comparable = ({ status, headers, body }: Answer<SignInBody>) => ({
    status,
    headers: [...headers].filter(([name]) => name !== 'date'),
    shape: Object.entries<unknown>({ ...body }).map(([name, value]) => [
      name,
      typeof value,
      String(value).length,
    ]),
    expiresAt: body.expiresAt,
  });

  it('about an address: known, unknown and known elsewhere answer alike', async () => {
    const elsewhere = await aGroup(house);
    const known = comparable(await start());
    expect(known.status).toBe(202);
    expect(known.expiresAt).toBe('2026-12-01T08:10:00Z');
    expect(comparable(await start('unbekannt@gruppe.example'))).toEqual(known);
    expect(comparable(await start(elsewhere.email))).toEqual(known);
  });

  it('and no mail goes to an address that is unknown here', async () => {
    const elsewhere = await aGroup(house);
    const before = house.mails.to(elsewhere.email).length;
    await start('unbekannt@gruppe.example');
    await start(elsewhere.email);
    await request();
    expect(house.mails.to('unbekannt@gruppe.example')).toEqual([]);
    expect(house.mails.to(elsewhere.email)).toHaveLength(before);
  });

  it('from trying codes: a right guess is impossible and a wrong one answers alike', async () => {
    const { body } = await start('unbekannt@gruppe.example');
    const known = await request();
    const unknown = await finish(body.signInId, '12345678');
    const guessed = await finish(known.signInId, wrong(known.code));
    expect([unknown.status, guessed.status]).toEqual([401, 401]);
    expect(unknown.text).toBe(guessed.text);
  });

  it('but that a contact point does not exist (404)', async () => {
    expect((await start(group.email, 'nirgends')).status).toBe(404);
  });

  it.each([
    ['an object instead of an address', { email: { where: 1 } }],
    ['an address with a line break', { email: 'a@b.example\r\nBcc: c@d.example' }],
    ['two addresses', { email: 'a@b.example,c@d.example' }],
    ['an unknown property', { returnTo: 'https://evil.example' }],
  ])('and is refused for %s (400)', async (_, change) => {
    const body = { contactPoint: group.contactPoint.slug, email: group.email, ...change };
    expect((await house.http[0].post('/api/sign-ins', { body })).status).toBe(400);
  });
});

describe('A code opens nothing (401)', () => {
  it('when it is wrong, and the right one still works after four wrong ones', async () => {
    const { signInId, code } = await request();
    for (let tries = 0; tries < 4; tries++) {
      const { status, body, headers } = await finish(signInId, wrong(code));
      expect({ status, code: body.code }).toEqual({ status: 401, code: 'wrongCode' });
      expect(headers.get('www-authenticate')).toBe('Bearer');
    }
    expect((await finish(signInId, code)).status).toBe(200);
  });

  it('after the fifth wrong one, even the right one', async () => {
    const { signInId, code } = await request();
    for (let tries = 0; tries < 5; tries++) await finish(signInId, wrong(code));
    expect(await finish(signInId, code)).toMatchObject({ status: 401, body: { code: 'signInEnded' } });
  });

  it('when twenty are tried at once: no more than five count', async () => {
    const { signInId, code } = await request();
    const answers = await Promise.all(Array.from({ length: 20 }, () => finish(signInId, wrong(code))));
    expect(answers.filter(({ body }) => body.code === 'wrongCode')).toHaveLength(4);
    expect(answers.every(({ status }) => status === 401)).toBe(true);
    expect((await finish(signInId, code)).status).toBe(401);
  });

  it.each([
    ['09:09:59', 200],
    ['09:10:00', 401],
    ['23:00:00', 401],
  ])('from ten minutes on: at %s it answers %i', async (time, status) => {
    const { signInId, code } = await request();
    house.clock.moveTo(`2026-12-01T${time}`);
    expect((await finish(signInId, code)).status).toBe(status);
  });

  it('a second time, also when both tries come at once', async () => {
    const { signInId, code } = await request();
    const both = await Promise.all([finish(signInId, code), finish(signInId, code)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect(await finish(signInId, code)).toMatchObject({ status: 401, body: { code: 'signInEnded' } });
  });

  it('when it belongs to another request', async () => {
    const [first, second] = [await request(), await request()];
    expect(first.code).not.toBe(second.code);
    expect((await finish(second.signInId, first.code)).status).toBe(401);
    expect((await finish(first.signInId, first.code)).status).toBe(200);
  });

  it('for a request that never was', async () => {
    expect((await finish(newId(), '12345678')).status).toBe(401);
  });

  it.each(['', ' ', '1234567', '123456789', '١٢٣٤٥٦٧٨', '１２３４５６７８', "' OR 1=1--"])(
    'when it is none: %j',
    async (code) => {
      const { signInId } = await request();
      expect([400, 401]).toContain((await finish(signInId, code)).status);
    },
  );
});

describe('A session', () => {
  const open = async (wish: Record<string, unknown> = {}) => {
    const { signInId, code } = await request();
    return (await finish(signInId, code, wish)).body.accessToken;
  };

  it.each([
    ['twelve hours', {}, '2026-12-01T20:59:59', '2026-12-01T21:00:00'],
    [
      'fourteen days for those who ask for it',
      { staySignedIn: true },
      '2026-12-15T08:59:59',
      '2026-12-15T09:00:00',
    ],
  ])('ends after %s', async (_, wish, last, over) => {
    const accessToken = await open(wish);
    house.clock.moveTo(last);
    expect((await me(accessToken)).status).toBe(200);
    house.clock.moveTo(over);
    expect((await me(accessToken)).status).toBe(401);
  });

  it('is not carried by the address, a cookie or a form field', async () => {
    const token = await open();
    const asked = await Promise.all([
      house.http[0].raw(`/api/me?token=${token}`),
      house.http[0].raw(`/api/me?access_token=${token}`),
      house.http[0].raw('/api/me', { headers: { cookie: `token=${token}` } }),
      house.http[0].raw('/api/me', { headers: { 'x-user': group.email } }),
      house.http[0].raw('/api/me', { headers: { authorization: `Basic ${token}` } }),
    ]);
    expect(asked.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
  });

  it('and its code stand nowhere in the database in plain text', async () => {
    const { signInId, code } = await request();
    const { body } = await finish(signInId, code);
    const tables = await house.database.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    expect(tables.map(({ name }) => name)).toContain('public.sessions');
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await house.database.query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`);
      const tokenAsBytes = Buffer.from(body.accessToken).toString('hex');
      const bytesOfToken = Buffer.from(body.accessToken, 'base64url').toString('hex');
      const secrets = [body.accessToken, tokenAsBytes, bytesOfToken, code, digits(code)];
      if (rows.some(({ text }) => secrets.some((secret) => text.includes(secret)))) found.push(name);
    }
    expect(found).toEqual([]);
  });
});
