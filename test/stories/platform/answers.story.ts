import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { aGroup, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;
let group: Group;

beforeAll(async () => {
  house = await openStoryHouse();
  group = await aGroup(house);
});
afterAll(() => house.close());

const post = (body: string) =>
  house.http[0].raw('/api/sign-ins', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });

describe('A refusal', () => {
  it('is a problem in German with code and status, and nothing else', async () => {
    const { status, headers, body } = await post('{}');
    expect(status).toBe(400);
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toEqual({
      type: 'about:blank',
      title: 'badInput',
      status: 400,
      detail: expect.stringMatching(/^Bitte prüfen Sie die Angabe „.+“: .+\.$/),
      code: 'badInput',
      fields: [
        { field: 'contactPoint', message: expect.any(String) },
        { field: 'email', message: expect.any(String) },
      ],
    });
  });

  it('never repeats what was sent, and shows no stack, SQL or path of ours', async () => {
    const canary = 'KANARIE17';
    const answers = [
      await post(`{"${canary}":1}`),
      await post(`{"email":"${canary}`),
      await post(`{"contactPoint":"x","email":"${canary}"}`),
      await post(`{"contactPoint":"${canary}","email":"a@b.example"}`),
      await house.http[0].get(`/api/${canary}`),
      await house.http[0].get(`/api/contact-points/${canary}`),
      await house.http[0].get(`/${canary}`),
      await house.http[0].get(`/api/groups/${canary}`, { as: group.representative }),
      await house.http[0].get('/api/groups', { headers: { authorization: `Bearer ${canary}` } }),
    ];
    for (const { status, text } of answers) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(text).not.toContain(canary);
      expect(text).not.toMatch(/\bat .+:\d+|SELECT|node_modules|Error:|\/work\//);
    }
  });

  it('names at most twenty fields of a request that is wrong all over', async () => {
    const keys = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, 1]));
    const { status, text } = await post(JSON.stringify(keys));
    expect(status).toBe(400);
    expect(text.length).toBeLessThan(5000);
  });

  it('is a page for people who opened a wrong address, and a problem for programs', async () => {
    const forPeople = await house.http[0].raw('/gibt-es-nicht', { headers: { accept: 'text/html' } });
    expect(forPeople.status).toBe(404);
    expect(forPeople.headers.get('content-type')).toMatch(/^text\/html/);
    const forPrograms = await house.http[0].raw('/api/gibt-es-nicht', { headers: { accept: 'text/html' } });
    expect(forPrograms.body).toMatchObject({ status: 404, code: 'notFound' });
  });
});

describe('An address that the router cannot read', () => {
  const canary = 'KANARIE17';
  const addresses = [`/t/${canary}%ZZ`, `/api/contact-points/${canary}%ZZ`, `/t/${canary}${'x'.repeat(300)}`];

  it.each(addresses)('answers like one that leads nowhere: %s', async (path) => {
    const nowhere = await house.http[0].get('/api/gibt-es-nicht');
    const { status, headers, text } = await house.http[0].get(path);
    expect({ status, text }).toEqual({ status: 404, text: nowhere.text });
    for (const name of ['content-type', 'x-content-type-options', 'strict-transport-security']) {
      expect(headers.get(name)).toBe(nowhere.headers.get(name));
    }
  });

  it('is a page for people', async () => {
    const headers = { accept: 'text/html' };
    const nowhere = await house.http[0].get('/gibt-es-nicht', { headers });
    for (const path of [addresses[0] ?? '', addresses[2] ?? '']) {
      const { status, text } = await house.http[0].get(path, { headers });
      expect({ status, text }).toEqual({ status: 404, text: nowhere.text });
    }
  });
});

describe('A house that is too busy', () => {
  it('asks to come back instead of calling it a fault (503)', async () => {
    const client = new pg.Client({ connectionString: house.database.url });
    await client.connect();
    await client.query('BEGIN; LOCK TABLE sign_ins IN ACCESS EXCLUSIVE MODE');
    const wish = { contactPoint: group.contactPoint.slug, email: 'rosa@example.org' };
    const { status, body, headers } = await post(JSON.stringify(wish));
    await client.end();
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'unavailable' });
    expect(headers.get('retry-after')).toBe('5');
  });
});

describe('Every answer', () => {
  const paths = ['/', '/desk', '/health/live', '/api/me', '/gibt-es-nicht', '/t/abcdefghijklmnopqrstuvwxyz'];

  it.each(paths)('guards the browser: %s', async (path) => {
    const { headers } = await house.http[0].get(path);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'strict-transport-security': expect.stringMatching(/^max-age=(3153\d{4}|[4-9]\d{7})/),
    });
    expect(headers.has('x-powered-by')).toBe(false);
    expect(headers.has('server')).toBe(false);
    expect(headers.has('access-control-allow-origin')).toBe(false);
  });

  it.each(['/', '/desk', '/t/abcdefghijklmnopqrstuvwxyz'])(
    'that is a page has a strict policy: %s',
    async (path) => {
      const { headers } = await house.http[0].get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("base-uri 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*|http:/);
      expect(headers.get('cache-control')).toBe('no-store');
    },
  );

  it('of the app may be framed by the listed sites and by nobody else', async () => {
    const { headers } = await house.http[0].get(`/haus/${group.contactPoint.slug}`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`frame-ancestors 'self' https://${group.contactPoint.slug}.example`);
    expect(policy).not.toMatch(/unsafe|\*/);
  });

  it('to a program is stored nowhere', async () => {
    const { headers } = await house.http[0].get('/api/me', { as: group.representative });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('loads nothing from another house and sets no cookie (P10)', async () => {
    for (const path of ['/', '/desk', `/haus/${group.contactPoint.slug}`]) {
      const { text, headers } = await house.http[0].get(path);
      expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
      expect(text).not.toMatch(/ on\w+=|style="|<script(?! type="module" src="\/)/);
      expect(headers.getSetCookie()).toEqual([]);
    }
  });
});

describe('In production there is no', () => {
  it.each([
    '/dev/mailbox',
    '/dev/mailbox/api/messages',
    '/api/docs',
    '/api/openapi.json',
    '/metrics',
    '/.env',
    '/keys/house.key',
  ])('%s (404)', async (path) => {
    expect((await house.http[0].get(path)).status).toBe(404);
  });
});
