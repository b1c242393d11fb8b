import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { freePort } from '../../../src/platform/database/free-port.js';
import { AddServer } from '../../../src/rooms/add-server.js';
import { groupLinkOf, invited, invitedBy } from '../../support/invited.js';
import { entryIn, meetingOf, secondsAt } from '../../support/jitsi-side.js';
import { aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const MORNING = '2026-12-01T09:00';

let house: StoryHouse;
let group: Group;
beforeAll(async () => {
  house = await openStoryHouse();
  ({ group } = await aPlace(house));
});
afterAll(() => house.close());
beforeEach(() => house.clock.moveTo(MORNING));

const enter = (link: string) => house.http[0].submit(`${link}/enter`, { displayName: 'Ada' });
const change = (columns: string, slug = 'demo') =>
  house.database.query(`UPDATE meeting_servers SET ${columns} WHERE slug = $1`, [slug]);

describe('A date is entered on the server that it was put on', () => {
  let link: string;
  let occurrenceId: string;

  beforeAll(async () => {
    const server = {
      slug: 'zwei',
      baseUrl: 'https://zwei.example/jitsi',
      xmppDomain: 'zwei.jitsi',
      mucDomain: 'muc.zwei.jitsi',
      issuer: 'haus',
      audience: 'zwei',
      profile: 'P3' as const,
      capacity: 20_000,
      hasLobby: true,
      dialIn: [],
    };
    await house.apps[0].get(AddServer, { strict: false }).run(server);
    ({ link, occurrenceId } = await invitedBy(house, group, {}));
  });
  beforeEach(() => house.clock.moveTo('2026-12-08T18:00'));

  it('whatever the configuration says, with a token that lasts as long as the date can be extended', async () => {
    const { url, token } = entryIn(await enter(link));
    const { room } = (await meetingOf(house, occurrenceId)) ?? {};
    expect(`${url.origin}${url.pathname}`).toBe(`https://zwei.example/jitsi/${room}`);
    expect(url.searchParams.get('lang')).toBe('de');
    expect(token).toMatchObject({ iss: 'haus', aud: 'zwei', sub: 'zwei.jitsi', room });
    expect(token?.exp).toBe(secondsAt('2026-12-09T06:00'));
  });

  it('also when that takes no new dates any more', async () => {
    await change('is_open = false', 'zwei');
    expect(entryIn(await enter(link)).url.origin).toBe('https://zwei.example');
  });

  it('and the page lets its form lead to every server of the house', async () => {
    const { headers } = await house.http[0].raw(link);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("form-action 'self' https://meet.example https://zwei.example;");
  });

  it('or, without one, on one that takes new dates', async () => {
    await house.database.query('UPDATE occurrences SET server_id = NULL WHERE id = $1', [occurrenceId]);
    const { url, token } = entryIn(await enter(link));
    expect(url.origin).toBe('https://meet.example');
    expect(token?.exp).toBe(secondsAt('2026-12-08T20:00'));
  });

  it('without a token where the server knows none', async () => {
    await change(`profile = 'P0'`);
    const { url, token, values } = entryIn(await enter(link));
    expect(url.pathname).toMatch(/^\/[a-z0-9]{40}$/);
    expect([token, values.get('jwt')]).toEqual([undefined, null]);
    await change(`profile = 'P1'`);
  });
});

describe('In the half hour after the end', () => {
  it('somebody who comes back is let in, also by the links of a series and of the group', async () => {
    const place = await aPlace(house);
    const repeat = { kind: 'weekly', interval: 1, count: 2 };
    const { link } = await invitedBy(house, place.group, { date: '2026-12-09', repeat });
    for (const path of [link, await groupLinkOf(house, place.group)]) {
      house.clock.moveTo('2026-12-09T20:10');
      expect((await house.http[0].raw(path)).text).toContain('Jetzt eintreten');
      expect(entryIn(await enter(path)).token?.exp).toBe(secondsAt('2026-12-09T20:30'));
      house.clock.moveTo('2026-12-09T20:30');
      expect((await enter(path)).status).toBe(425);
    }
    const program = `/api/links/${link.slice(3)}/enter`;
    house.clock.moveTo('2026-12-09T20:10');
    const entered = await house.http[0].post<{ expiresAt: string }>(program, { body: {} });
    expect(entered.body.expiresAt).toBe('2026-12-09T19:30:00Z');
  });

  it('nobody is when somebody else needs the room', async () => {
    const place = await aPlace(house);
    const wish = { date: '2026-12-10', roomId: place.rooms[0].id };
    const { link } = await invitedBy(house, place.group, wish);
    await invitedBy(house, place.group, { ...wish, time: '20:15' });
    house.clock.moveTo('2026-12-10T19:59');
    expect((await enter(link)).status).toBe(303);
    house.clock.moveTo('2026-12-10T20:00');
    expect((await enter(link)).status).toBe(410);
  });
});

describe('Before somebody is sent to Jitsi the house looks whether it is there', () => {
  let jitsi: Server;
  let answer: (response: ServerResponse) => void;
  let link: string;
  let origin: string;
  let asked: string[] = [];

  beforeAll(async () => {
    jitsi = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      answer(response);
    });
    await new Promise<void>((resolve) => jitsi.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(jitsi.address() as AddressInfo).port}`;
    ({ link } = await invited(house, { date: '2026-12-11' }));
  });
  afterAll(() => {
    jitsi.closeAllConnections();
    jitsi.close();
  });
  beforeEach(() => {
    asked = [];
    house.clock.moveTo('2026-12-11T18:00');
  });

  /** Each at an address of its own: what was found is believed for a while. */
  let number = 0;
  const enterAt = async (base = origin) => {
    await change(`base_url = '${base}/${++number}'`);
    return enter(link);
  };

  it.each([200, 301, 404])('and lets go on when it answers %s', async (status) => {
    answer = (response) => void response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end();
    expect((await enterAt()).status).toBe(303);
    expect((await enter(link)).status).toBe(303);
    expect(asked).toEqual([`HEAD /${number}/`]);
  });

  it('lets go on when only we do not know its name', async () => {
    expect((await enterAt('https://unbekannt.invalid')).status).toBe(303);
  });

  it('says so when it answers 502', async () => {
    answer = (response) => void response.writeHead(502).end();
    const { status, text, headers } = await enterAt();
    expect(status).toBe(503);
    expect(text).toContain('Der Videoserver antwortet gerade nicht. Es geht nichts verloren');
    expect(headers.get('location')).toBeNull();
    expect(headers.get('retry-after')).not.toBeNull();
    expect((await house.http[0].raw('/health/ready')).status).toBe(200);
  });

  it('says so when nobody is there, and names the telephone', async () => {
    await change(
      `dial_in = '[{"countryCode":"DE","formattedNumber":"+49 231 1234567","tollFree":false,"default":true}]'`,
    );
    await house.database.query(
      'UPDATE meetings SET pin = 123456789 WHERE pin IS NULL AND occurrence_id = (SELECT id FROM occurrences WHERE lower(during) = $1)',
      ['2026-12-11T17:00:00Z'],
    );
    const { status, text } = await enterAt(`http://127.0.0.1:${await freePort()}`);
    expect(status).toBe(503);
    expect(text).toMatch(/\+49 231 1234567[^]+123 456 789/);
    const program = await house.http[0].post(`/api/links/${link.slice(3)}/enter`, { body: {} });
    expect(program.body).toMatchObject({
      code: 'serverAway',
      detail: expect.stringMatching(/Oder rufen Sie an: \+49 231 1234567, PIN 123 456 789\.$/),
    });
  });

  it('waits for it three seconds and no longer', async () => {
    answer = () => undefined;
    const begun = performance.now();
    expect((await enterAt()).status).toBe(503);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});
