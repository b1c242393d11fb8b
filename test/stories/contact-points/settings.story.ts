import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aContactPoint, aGroup, anOperator, type ContactPoint } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;

beforeAll(async () => {
  house = await openStoryHouse();
});
afterAll(() => house.close());

interface Settings {
  name: string;
  origins: string[];
  rules: Record<string, unknown>;
  sender: Record<string, string>;
  version: number;
  code?: string;
}

const pathOf = (slug: string) => `/api/contact-points/${slug}/settings`;
const read = ({ slug, staff }: ContactPoint) => house.http[0].get<Settings>(pathOf(slug), { as: staff });
const change = ({ slug, staff }: ContactPoint, body: unknown, headers: Record<string, string> = {}) =>
  house.http[0].send<Settings>('PATCH', pathOf(slug), { as: staff, body, headers });

describe('The settings of a contact point', () => {
  it('are what everybody may read, and who may show the house, who signs, which version it is', async () => {
    const here = await aContactPoint(house);
    const { status, body, headers } = await read(here);
    const open = await house.http[0].get<{ rules: object }>(`/api/contact-points/${here.slug}`);
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        ...open.body,
        rules: { ...open.body.rules, doorOpensMinutes: 15, allowsInformation: false },
        origins: [`https://${here.slug}.example`],
        sender: {},
        version: 1,
      },
    });
    expect(headers.get('etag')).toBe('"1"');
  });

  it('change as its team wishes, and everybody reads the new facts at once', async () => {
    const here = await aContactPoint(house);
    const facts = {
      name: 'Kontaktstelle Neustadt',
      town: 'Neustadt',
      land: 'BY',
      phone: '0911 123',
      email: 'neu@kontakt.example',
      openingHours: 'Dienstag 14 bis 16 Uhr',
      wording: 'de-leicht',
      website: 'https://neustadt.example/online',
      imprintUrl: 'https://neustadt.example/impressum',
      privacyUrl: 'https://neustadt.example/datenschutz',
    };
    const rules = {
      minMinutes: 45,
      maxMinutes: 180,
      defaultMinutes: 90,
      opensAt: '08:15',
      closesAt: '24:00',
      horizonMonths: 24,
      bufferMinutes: 10,
      mostRoomsAtOnce: 3,
      mostWeeklyMinutes: 900,
    };
    const forTheTeam = { doorOpensMinutes: 30, allowsInformation: true };
    const sender = {
      name: 'Selbsthilfe Neustadt',
      replyTo: 'antwort@kontakt.example',
      signature: 'Ihr Team\nTelefon 0911 123',
    };
    const origins = ['https://neustadt.example', 'https://www.neustadt.example:8443'];
    const wish = { ...facts, origins, rules: { ...rules, ...forTheTeam }, sender };
    const { status, body, headers } = await change(here, wish);
    expect({ status, body }).toEqual({
      status: 200,
      body: { ...wish, slug: here.slug, timeZone: 'Europe/Berlin', version: 2 },
    });
    expect(headers.get('etag')).toBe('"2"');
    const open = await house.http[0].get(`/api/contact-points/${here.slug}`);
    expect(open.body).toEqual({ ...facts, rules, slug: here.slug, timeZone: 'Europe/Berlin' });
  });

  it('stay as they are where nothing is said', async () => {
    const here = await aContactPoint(house);
    const before = (await read(here)).body;
    const one = await change(here, { rules: { bufferMinutes: 15 }, sender: { name: 'Team' } });
    expect(one.body).toEqual({
      ...before,
      rules: { ...before.rules, bufferMinutes: 15 },
      sender: { name: 'Team' },
      version: 2,
    });
    const two = await change(here, { sender: { replyTo: 'antwort@kontakt.example' } });
    expect(two.body.sender).toEqual({ name: 'Team', replyTo: 'antwort@kontakt.example' });
    const three = await change(here, { sender: { name: null } });
    expect(three.body).toMatchObject({ rules: { bufferMinutes: 15 }, version: 4 });
    expect(three.body.sender).toEqual({ replyTo: 'antwort@kontakt.example' });
  });

  it('are kept as browsers and mails need them: trimmed, origins exact and named once', async () => {
    const here = await aContactPoint(house);
    const { body } = await change(here, {
      name: '  Kontaktstelle Neustadt ',
      website: ' https://Neustadt.example ',
      origins: ['https://NEUSTADT.example/', 'https://neustadt.example', 'http://localhost:3001'],
      sender: { signature: ' Ihr Team\r\nTelefon 123 \r\n' },
    });
    expect(body).toMatchObject({
      name: 'Kontaktstelle Neustadt',
      website: 'https://neustadt.example/',
      origins: ['https://neustadt.example', 'http://localhost:3001'],
      sender: { signature: 'Ihr Team\nTelefon 123' },
    });
  });

  it('are not overwritten unseen: a stale version is refused (412), and nothing of it is stored', async () => {
    const here = await aContactPoint(house);
    const first = await change(here, { phone: '1' }, { 'if-match': '"1"' });
    expect([first.status, first.headers.get('etag')]).toEqual([200, '"2"']);
    for (const stale of ['"1"', '"3"', '"x"']) {
      const { status, body } = await change(here, { phone: '2' }, { 'if-match': stale });
      expect({ stale, status, code: body.code }).toEqual({ stale, status: 412, code: 'outdated' });
    }
    expect((await read(here)).body).toMatchObject({ phone: '1', version: 2 });
    expect((await change(here, { phone: '3' }, { 'if-match': '*' })).status).toBe(200);
  });

  it('of two who save the same version at once, one gets the upper hand', async () => {
    const here = await aContactPoint(house);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => change(here, { phone: `${index}` }, { 'if-match': '"1"' })),
    );
    const winners = answers.filter(({ status }) => status === 200);
    expect(winners).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(7);
    expect((await read(here)).body).toEqual(winners[0]?.body);
  });
});

describe('Whose settings they are', () => {
  it('a foreign name answers like one that nobody has, to the byte (P7)', async () => {
    const here = await aContactPoint(house);
    const there = await aContactPoint(house);
    for (const method of ['GET', 'PATCH']) {
      const body = method === 'PATCH' ? { phone: '0' } : undefined;
      const ask = (slug: string) => house.http[0].send(method, pathOf(slug), { as: here.staff, body });
      const unknown = await ask('gibt-es-nicht');
      expect(unknown).toMatchObject({ status: 404, body: { code: 'notFound' } });
      for (const slug of [there.slug, here.slug.toUpperCase(), `${here.slug}%20`, '%00']) {
        const { status, text } = await ask(slug);
        expect({ method, slug, status, text }).toEqual({ method, slug, status: 404, text: unknown.text });
      }
    }
    expect((await read(there)).body).toMatchObject({ phone: '0123 456', version: 1 });
  });

  it('representatives and the operator may not (403), visitors sign in first (401)', async () => {
    const here = await aContactPoint(house);
    const { representative } = await aGroup(house, here);
    for (const method of ['GET', 'PATCH']) {
      const body = method === 'PATCH' ? { phone: '0' } : undefined;
      for (const as of [representative, await anOperator(house)]) {
        const { status } = await house.http[0].send(method, pathOf(here.slug), { as, body });
        expect({ method, status }).toEqual({ method, status: 403 });
      }
      expect((await house.http[0].send(method, pathOf(here.slug), { body })).status).toBe(401);
    }
    expect((await read(here)).body).toMatchObject({ phone: '0123 456', version: 1 });
  });

  it('the team writes from its own page only: another site behind the same cookie is refused', async () => {
    const here = await aContactPoint(house);
    const headers = { cookie: here.staff.cookie ?? '', origin: `https://${here.slug}.example` };
    const { status } = await house.http[0].send('PATCH', pathOf(here.slug), {
      body: { phone: '0' },
      headers,
    });
    expect(status).toBe(403);
    expect((await read(here)).body).toMatchObject({ phone: '0123 456' });
  });
});

describe('Web sites that may show the house', () => {
  it('may as soon as they are listed, and no longer when they are not', async () => {
    const here = await aContactPoint(house);
    const site = 'https://neu.example';
    const ancestors = async () => {
      const { headers } = await house.http[0].get(`/haus/${here.slug}`);
      return /frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1];
    };
    const isReadable = async () => {
      const path = `/api/contact-points/${here.slug}`;
      const { headers } = await house.http[0].get(path, { headers: { origin: site } });
      return headers.get('access-control-allow-origin') === site;
    };
    expect([await ancestors(), await isReadable()]).toEqual([`'self' https://${here.slug}.example`, false]);
    await change(here, { origins: [site], name: 'Neuer Name' });
    expect([await ancestors(), await isReadable()]).toEqual([`'self' ${site}`, true]);
    await change(here, { origins: [] });
    expect([await ancestors(), await isReadable()]).toEqual([`'none'`, false]);
  });
});
