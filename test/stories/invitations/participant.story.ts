import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { decodeProtectedHeader, importSPKI, jwtVerify } from 'jose';
import { aDate, aGroup, aRoom, type DateFacts, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const UNKNOWN = 'A'.repeat(32);

describe('Somebody opens a link', () => {
  let house: StoryHouse;
  let group: Group;
  let occurrence: DateFacts;
  /** Path of a guest's page. */
  let link: string;
  let day = 2;

  beforeAll(async () => {
    house = await openStoryHouse();
    group = await aGroup(house);
    await aRoom(house);
  });
  afterAll(() => house.close());

  beforeEach(async () => {
    house.clock.moveTo('2026-12-01T09:00');
    const date = `2026-12-${String(++day).padStart(2, '0')}`;
    occurrence = await aDate(house, group, { date });
    const email = `gast-${day}@gast.example`;
    const call = { as: group.representative, body: { invitees: [{ email }] } };
    await house.http[0].post(`/api/occurrences/${occurrence.id}/invitees`, call);
    const { email: mail } = await house.mails.waitFor(email);
    link = /\/t\/[\w-]+/.exec(mail.text ?? '')?.[0] ?? '';
  });

  const at = (time: string) => house.clock.moveTo(`2026-12-${String(day).padStart(2, '0')}T${time}`);
  const enter = (path = link, displayName = 'Ada') => house.http[0].submit(`${path}/enter`, { displayName });

  /** The token in the fragment of Jitsi's address, verified with the public key that the house serves. */
  async function tokenIn(location: string | null) {
    const url = new URL(location ?? '');
    const value = new URLSearchParams(url.hash.slice(1)).get('jwt') ?? '';
    const jwt = JSON.parse(value) as string;
    const header = decodeProtectedHeader(jwt);
    const hash = createHash('sha256').update(String(header.kid)).digest('hex');
    const pem = await house.http[0].raw(`/jitsi/keys/${hash}.pem`);
    const key = await importSPKI(pem.text, 'RS256');
    const currentDate = new Date(house.clock.now().epochMilliseconds);
    const { payload } = await jwtVerify(jwt, key, {
      audience: 'jitsi',
      issuer: 'virtuelles-haus',
      currentDate,
    });
    return { header, payload, room: url.pathname.slice(1), url };
  }

  it('too early: says when the door opens, and asks again by itself', async () => {
    const page = await house.http[0].raw(link);
    expect(page.status).toBe(200);
    expect(page.text).toContain('17:45 Uhr');
    expect(page.headers.get('refresh')).toBeNull();
    at('17:00');
    expect((await house.http[0].raw(link)).headers.get('refresh')).toBe(String(45 * 60 + 1));
    expect(page.text).not.toContain('/enter"');
    const refused = await enter();
    expect(refused.status).toBe(425);
    expect(refused.text).toContain('value="Ada"');
    expect(refused.headers.get('permissions-policy')).toContain('camera=()');
  });

  it('open: one button leads into Jitsi with a token for this room only (P5)', async () => {
    at('17:45');
    const page = await house.http[0].raw(link);
    expect(page.text).toContain('Jetzt eintreten');
    // One script, of our own, which the page can do without; what it may do stands in the head of the answer.
    expect(page.text.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/assets/join.js">']);
    const policy = page.headers.get('content-security-policy')?.split('; ') ?? [];
    expect(policy).toEqual(
      expect.arrayContaining(["default-src 'none'", "script-src 'self'", "connect-src 'self'"]),
    );
    expect(policy.join()).not.toMatch(/unsafe|\*/);
    expect(page.headers.get('permissions-policy')).toBe('camera=(self), microphone=(self), geolocation=()');
    const entered = await enter(link, 'Ada');
    expect(entered.status).toBe(303);
    expect(entered.headers.get('cache-control')).toBe('no-store');
    expect(entered.headers.get('referrer-policy')).toBe('no-referrer');
    const { header, payload, room, url } = await tokenIn(entered.headers.get('location'));
    expect(url.origin).toBe('https://meet.example');
    expect(room).toMatch(/^[a-z0-9]{32,}$/);
    expect(header).toMatchObject({ alg: 'RS256', typ: 'JWT' });
    expect(payload).toMatchObject({ aud: 'jitsi', sub: 'meet.jitsi', room });
    expect(payload.exp).toBe(Date.parse(`2026-12-${String(day).padStart(2, '0')}T19:00:00Z`) / 1000);
    const { user, features } = payload['context'] as { user: Record<string, unknown>; features: object };
    expect(user).toEqual({ id: expect.stringMatching(/^[0-9a-f]{32}$/), name: 'Ada' });
    expect(features).toMatchObject({ recording: false, livestreaming: false, transcription: false });
    expect(JSON.stringify(payload)).not.toMatch(/@|Gruppe/);
  });

  it('a representative enters earlier, and as moderator', async () => {
    at('17:40');
    expect((await enter()).status).toBe(425);
    const door = new URL(occurrence.door.enterUrl).pathname;
    expect((await house.http[0].raw(door)).text).toContain('Jetzt eintreten');
    const { payload } = await tokenIn((await enter(door, '')).headers.get('location'));
    const { user, features } = payload['context'] as { user: Record<string, unknown>; features: object };
    expect(user).toMatchObject({ moderator: true, lobby_bypass: true, name: 'Moderation' });
    expect(features).toMatchObject({ moderation: true, lobby: true, recording: false });
  });

  it('a representative’s door closes with their right to the group', async () => {
    at('17:50');
    const door = new URL(occurrence.door.enterUrl).pathname;
    const changed = `${door.slice(0, -1)}${door.endsWith('A') ? 'E' : 'A'}`;
    expect((await house.http[0].raw(changed)).status).toBe(404);
    const rows = await house.database.query('DELETE FROM representatives WHERE group_id = $1 RETURNING *', [
      group.id,
    ]);
    expect((await house.http[0].raw(door)).status).toBe(404);
    const [row = {}] = rows;
    const columns = Object.keys(row);
    const marks = columns.map((_, index) => `$${index + 1}`).join();
    await house.database.query(
      `INSERT INTO representatives (${columns.join()}) VALUES (${marks})`,
      Object.values(row),
    );
  });

  it('programs enter the same way', async () => {
    at('18:30');
    const entered = await house.http[0].post<{ url: string; expiresAt: string }>(
      `/api/links/${link.slice(3)}/enter`,
      {
        body: { displayName: 'Programm' },
      },
    );
    expect(entered.status).toBe(200);
    expect((await tokenIn(entered.body.url)).room).toMatch(/^[a-z0-9]{32,}$/);
    expect(entered.body.expiresAt).toMatch(/T19:00:00Z$/);
  });

  it('over: a page says so and names nothing (410)', async () => {
    at('20:30');
    const page = await house.http[0].raw(link);
    expect(page.status).toBe(410);
    expect(page.text).toContain('vorbei');
    expect((await enter()).status).toBe(410);
  });

  it('cancelled: a page says so and does not name the group (410, P6)', async () => {
    await house.http[0].delete(`/api/occurrences/${occurrence.id}`, { as: group.representative });
    for (const page of [
      await house.http[0].raw(link),
      await enter(),
      await house.http[0].raw(`${link}/termin.ics`),
    ]) {
      expect(page.status).toBe(410);
      expect(page.text).toContain('abgesagt');
      expect(page.text).not.toMatch(new RegExp(`${group.label}|Raum|18:00|@`));
    }
  });

  it('while the access of the group rests the door stays shut, and no word says why (P6)', async () => {
    const change = (action: string) =>
      house.http[0].post(`/api/groups/${group.id}/${action}`, { as: group.contactPoint.staff });
    expect((await change('pause')).status).toBe(200);
    at('17:50');
    for (const { status, text, headers } of [await house.http[0].raw(link), await enter()]) {
      expect({ status, location: headers.get('location') }).toEqual({ status: 403, location: null });
      expect(text).toContain('Diese Tür ist zurzeit geschlossen. Bitte fragen Sie die Person');
      expect(text).not.toMatch(new RegExp(`${group.label}|Gruppe|Freischaltung|<form`));
    }
    const program = await house.http[0].post(`/api/links/${link.slice(3)}/enter`, { body: {} });
    expect(program).toMatchObject({ status: 403, body: { code: 'doorRests' } });
    at('20:30');
    expect((await house.http[0].raw(link)).status).toBe(410);
    house.clock.moveTo('2026-12-01T09:00');
    expect((await change('resume')).status).toBe(200);
    at('17:50');
    expect((await house.http[0].raw(link)).text).toContain('Jetzt eintreten');
    expect((await enter()).status).toBe(303);
  });

  it('opening a link twenty times by GET and HEAD changes nothing (P8)', async () => {
    at('17:50');
    const everything = async () => {
      const tables = ['SELECT * FROM invitees', 'SELECT * FROM meetings', 'SELECT * FROM occurrences'];
      const others = ['SELECT id FROM mails', 'SELECT id FROM sessions'];
      const rows = [...tables, ...others].map((question) => house.database.query(`${question} ORDER BY 1`));
      return JSON.stringify(await Promise.all(rows));
    };
    const before = await everything();
    for (let time = 0; time < 20; time++) {
      for (const path of [link, `${link}/termin.ics`, new URL(occurrence.door.enterUrl).pathname]) {
        expect((await house.http[0].raw(path)).status).toBe(200);
        expect((await house.http[0].raw(path, { method: 'HEAD' })).status).toBe(200);
      }
      expect((await house.http[0].raw(`${link}/enter`)).status).toBe(404);
    }
    expect(await everything()).toBe(before);
    expect((await enter()).status).toBe(303);
  });

  it('never existed: the same page for every such link', async () => {
    const pages = [`/t/${UNKNOWN}`, '/t/kurz', `/t/${UNKNOWN}/termin.ics`];
    const texts = await Promise.all(pages.map(async (path) => (await house.http[0].raw(path)).text));
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain('Diesen Link gibt es nicht');
    expect((await enter(`/t/${UNKNOWN}`)).status).toBe(404);
  });

  it('any name is welcome, and none breaks anything', async () => {
    at('18:00');
    for (const name of ['<img src=x onerror=alert(1)>', 'A\r\nB', 'Ü'.repeat(500), '   ', '‮evil']) {
      const { payload } = await tokenIn((await enter(link, name)).headers.get('location'));
      const { user } = payload['context'] as { user: { name: string } };
      expect(user.name.length).toBeGreaterThan(0);
      expect(user.name.length).toBeLessThanOrEqual(60);
      expect(user.name).not.toMatch(/[\r\n‮]/);
    }
  });

  it('the calendar file of the page holds the date and the link', async () => {
    const file = await house.http[0].raw(`${link}/termin.ics`);
    expect(file.headers.get('content-type')).toContain('text/calendar');
    expect(file.text).toContain('METHOD:PUBLISH');
    expect(file.text.replaceAll('\r\n ', '')).toContain(`https://haus.example${link}`);
  });
});

describe('A house without a Jitsi server', () => {
  it('says so honestly at the door instead of pretending', async () => {
    const house = await openStoryHouse({ environment: { JITSI_URL: '' } });
    try {
      const group = await aGroup(house);
      await aRoom(house);
      const { door: its } = await aDate(house, group, { date: '2026-12-02' });
      const door = new URL(its.enterUrl).pathname;
      house.clock.moveTo('2026-12-02T18:00');
      const page = await house.http[0].raw(door);
      expect(page.text).toContain('noch kein Videoserver eingerichtet');
      expect(page.text).not.toContain('<form');
      expect((await house.http[0].submit(`${door}/enter`, {})).status).toBe(503);
    } finally {
      await house.close();
    }
  });
});
