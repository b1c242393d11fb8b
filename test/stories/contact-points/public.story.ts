import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aContactPoint, aGroup, type ContactPoint } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;
let here: ContactPoint;

beforeAll(async () => {
  house = await openStoryHouse();
  here = await aContactPoint(house);
});
afterAll(() => house.close());

const show = (slug: string, headers: Record<string, string> = {}) =>
  house.http[0].get(`/api/contact-points/${slug}`, { headers });

describe('The facts of a contact point', () => {
  it('are public, and they are these', async () => {
    const { status, body } = await show(here.slug);
    expect(status).toBe(200);
    expect(body).toEqual({
      slug: here.slug,
      name: 'Kontaktstelle Musterstadt',
      town: 'Musterstadt',
      land: 'NW',
      phone: '0123 456',
      email: `${here.slug}@kontakt.example`,
      openingHours: 'Montag 9 bis 12 Uhr',
      wording: 'de-sie',
      website: `https://${here.slug}.example/online`,
      imprintUrl: `https://${here.slug}.example/impressum`,
      privacyUrl: `https://${here.slug}.example/datenschutz`,
      timeZone: 'Europe/Berlin',
      rules: {
        minMinutes: 30,
        maxMinutes: 240,
        defaultMinutes: 120,
        opensAt: '07:00',
        closesAt: '23:00',
        horizonMonths: 12,
        bufferMinutes: 0,
        mostRoomsAtOnce: 100,
        mostWeeklyMinutes: 100_000,
      },
    });
  });

  it.each(['gibt-es-nicht', 'STADT-1', 'stadt-1%20', '%00', '*', '..'])(
    'are none for %s (404)',
    async (slug) => {
      expect(await show(slug)).toMatchObject({ status: 404, body: { code: 'notFound' } });
    },
  );
});

describe('Other web sites read public answers only when they are listed', () => {
  const paths = [
    (slug: string) => slug,
    (slug: string) => `${slug}/availability?from=2026-12-01&to=2026-12-02`,
  ];

  it.each(paths)('the listed origin may, without credentials (route %#)', async (path) => {
    const origin = `https://${here.slug}.example`;
    const { status, headers } = await show(path(here.slug), { origin });
    expect(status).toBe(200);
    expect(headers.get('access-control-allow-origin')).toBe(origin);
    expect(headers.get('vary')).toContain('Origin');
    expect(headers.has('access-control-allow-credentials')).toBe(false);
  });

  const lookAlikes: [string, (origin: string) => string][] = [
    ['a foreign site', () => 'https://evil.example'],
    ['null', () => 'null'],
    ['the site without TLS', (origin) => origin.replace('https:', 'http:')],
    ['the site at another port', (origin) => `${origin}:8443`],
    ['a longer name', (origin) => `${origin}.evil.example`],
    ['a name that ends alike', (origin) => origin.replace('https://', 'https://evil-')],
    ['a sub-domain', (origin) => origin.replace('https://', 'https://www.')],
    ['capitals', (origin) => origin.toUpperCase()],
    ['a slash at the end', (origin) => `${origin}/`],
    ['two origins', (origin) => `https://evil.example, ${origin}`],
    ['the house itself', () => 'https://haus.example'],
  ];

  it.each(lookAlikes)('not so %s', async (_, change) => {
    for (const path of paths) {
      const { headers } = await show(path(here.slug), { origin: change(`https://${here.slug}.example`) });
      expect(headers.has('access-control-allow-origin')).toBe(false);
      expect(headers.has('access-control-allow-credentials')).toBe(false);
    }
  });

  it('nor the site of another contact point (P7)', async () => {
    const other = await aContactPoint(house);
    const { headers } = await show(here.slug, { origin: `https://${other.slug}.example` });
    expect(headers.has('access-control-allow-origin')).toBe(false);
  });

  it('and nobody reads what is personal, listed or not', async () => {
    const group = await aGroup(house, here);
    const origin = `https://${here.slug}.example`;
    for (const path of ['/api/me', `/api/groups/${group.id}`, `/api/groups/${group.id}/occurrences`]) {
      const { status, headers } = await house.http[0].get(path, {
        as: group.representative,
        headers: { origin },
      });
      expect(status).toBe(200);
      expect(headers.has('access-control-allow-origin')).toBe(false);
    }
  });

  it('and no preflight opens a way to write', async () => {
    const headers = {
      origin: `https://${here.slug}.example`,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization, content-type',
    };
    const answer = await house.http[0].send('OPTIONS', '/api/sign-ins', { headers });
    expect(answer.status).toBe(404);
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});
