import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../support/http-caller.js';
import { datesOf } from '../../support/dates.js';
import { groupLinkOf, invitedBy } from '../../support/invited.js';
import { meetingOf, tokenIn } from '../../support/jitsi-side.js';
import { aDate, aGroup, aPlace, type Group, type RoomFacts } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

interface Link {
  url: string;
  renewedAt: string;
  version: number;
}

const UNKNOWN = '0000-0000-0000-0000-0000-0000-0000';

let house: StoryHouse;
let group: Group;
let rooms: [RoomFacts, RoomFacts];

beforeAll(async () => {
  house = await openStoryHouse({ instances: 2 });
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.moveTo('2026-12-01T09:00');
  ({ group, rooms } = await aPlace(house));
  // Who is signed in stays so, wherever the clock is moved.
  await house.database.query("UPDATE sessions SET expires_at = '2100-01-01'");
});

const show = (as = group.representative) => house.http[0].get<Link>(`/api/groups/${group.id}/link`, { as });
const renew = (as = group.representative, instance: 0 | 1 = 0) =>
  (house.http[instance] ?? house.http[0]).post<Link>(`/api/groups/${group.id}/link/renew`, { as });
const pathOf = ({ url }: Link) => new URL(url).pathname;
const page = () => groupLinkOf(house, group);
const opened = (path: string) => house.http[0].raw(path);
const enter = (path: string, displayName = 'Ada') => house.http[0].submit(`${path}/enter`, { displayName });

describe('The link of a group', () => {
  it('is there from the first day, and stays the same', async () => {
    const { status, body } = await show();
    expect(status).toBe(200);
    expect(body).toEqual({
      url: expect.stringMatching(/^https:\/\/haus\.example\/g\/([0-9a-z]{4}-){6}[0-9a-z]{4}$/),
      renewedAt: '2026-12-01T08:00:00Z',
      version: 1,
    });
    house.clock.moveTo('2027-05-01T09:00');
    expect((await show()).body.url).toBe(body.url);
  });

  it('is stored as a hash only', async () => {
    const token = (await page()).slice('/g/'.length);
    const rows = await house.database.query('SELECT l::text AS row FROM group_links l');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('comes to groups from before there were links when the house opens', async () => {
    await house.database.query('DELETE FROM group_links WHERE group_id = $1', [group.id]);
    expect((await show()).status).toBe(404);
    const { GiveGroupLinks } = await import('../../../src/invitations/give-group-links.reaction.js');
    await house.apps[0].get(GiveGroupLinks, { strict: false }).onApplicationBootstrap();
    expect((await opened(await page())).status).toBe(200);
  });

  it('is each group’s own, and nobody else’s business (P7)', async () => {
    const stranger = await aGroup(house);
    for (const answer of [await show(stranger.representative), await renew(stranger.representative)])
      expect(answer.status).toBe(404);
    expect((await show(group.contactPoint.staff)).status).toBe(403);
    expect((await show({})).status).toBe(401);
    expect((await show()).body.version).toBe(1);
  });

  it('can be renewed; the old one is known to have ended and opens nothing (410)', async () => {
    await aDate(house, group, {});
    const old = await page();
    house.clock.moveTo('2026-12-08T17:50');
    const { status, body } = await renew();
    expect({ status, version: body.version }).toEqual({ status: 200, version: 2 });
    expect(body.renewedAt).toBe('2026-12-08T16:50:00Z');
    for (const answer of [await opened(old), await enter(old)]) {
      expect({ status: answer.status, location: answer.headers.get('location') }).toEqual({
        status: 410,
        location: null,
      });
      expect(answer.text).toContain('Dieser Link gilt nicht mehr.');
      expect(answer.text).not.toMatch(new RegExp(`${group.label}|18:00|<form`));
    }
    expect((await enter(pathOf(body))).status).toBe(303);
  });

  it('is answered with the same ETag when it is renewed by the same key again', async () => {
    const headers = { 'idempotency-key': 'neuer-link' };
    const path = `/api/groups/${group.id}/link/renew`;
    const [first, again] = [
      await house.http[0].post<Link>(path, { as: group.representative, headers }),
      await house.http[0].post<Link>(path, { as: group.representative, headers }),
    ];
    expect(first.headers.get('etag')).toBe(`"${first.body.version}"`);
    expect([again.text, again.headers.get('etag')]).toEqual([first.text, first.headers.get('etag')]);
  });

  it('is one, however many renew it at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => renew(undefined, n % 2 ? 1 : 0)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const rows = await house.database.query(
      'SELECT 1 FROM group_links WHERE group_id = $1 AND ended_at IS NULL',
      [group.id],
    );
    expect(rows).toHaveLength(1);
    expect((await opened(await page())).status).toBe(200);
  });
});

describe('Somebody opens the link of a group', () => {
  it('with nothing planned: the page says so, and the link stays good', async () => {
    const path = await page();
    const { status, text } = await opened(path);
    expect(status).toBe(200);
    expect(text).toContain('Zurzeit ist kein Termin geplant.');
    expect((await enter(path)).status).toBe(422);
    const { id } = await aDate(house, group, {});
    await house.http[0].delete(`/api/occurrences/${id}`, { as: group.representative });
    expect((await opened(path)).text).toContain('Zurzeit ist kein Termin geplant.');
  });

  it('too early: the next date and when its door opens, and no button', async () => {
    await aDate(house, group, { date: '2026-12-15' });
    await aDate(house, group, { date: '2026-12-08' });
    const path = await page();
    const { text, headers } = await opened(path);
    expect(text).toContain('Dienstag, 8. Dezember 2026, 18:00 bis 20:00 Uhr');
    expect(text).toContain('17:45 Uhr');
    expect(text).not.toContain('/enter"');
    expect(headers.get('refresh')).toBeNull();
    expect((await enter(path)).status).toBe(425);
    house.clock.moveTo('2026-12-08T17:00');
    expect((await opened(path)).headers.get('refresh')).toBe(String(45 * 60 + 1));
  });

  it('open: the button leads into Jitsi as a participant, each time as somebody else (P5)', async () => {
    await aDate(house, group, {});
    const path = await page();
    house.clock.moveTo('2026-12-08T17:45');
    const { text } = await opened(path);
    expect(text).toContain('Jetzt eintreten');
    expect(text).not.toMatch(
      new RegExp(`<script(?! type="module" src="/assets/join.js">)|${group.label}|Raum`),
    );
    const users = await Promise.all(
      [enter(path, 'Ada'), enter(path, 'Max')].map(async (each) => userIn(await each)),
    );
    expect(users.map(({ name }) => name)).toEqual(['Ada', 'Max']);
    expect(users[0]?.id).not.toBe(users[1]?.id);
    expect(users.some((user) => 'moderator' in user)).toBe(false);
  });

  it('leads to the date that runs, and when it is over to the next', async () => {
    await aDate(house, group, { date: '2026-12-08' });
    await aDate(house, group, { date: '2026-12-15' });
    const path = await page();
    house.clock.moveTo('2026-12-08T19:59');
    expect((await enter(path)).status).toBe(303);
    house.clock.moveTo('2026-12-08T20:30');
    expect((await opened(path)).text).toContain('15. Dezember 2026');
    expect((await enter(path)).status).toBe(425);
  });

  it('to a date moved right behind another as soon as that is over, as the link of somebody invited to both does', async () => {
    const repeat = { kind: 'weekly', interval: 1, count: 2 };
    const { link, list } = await invitedBy(house, group, { minutes: 60, repeat });
    const dates = datesOf(house, group);
    const { body } = await dates.show(list.split('/')[3] ?? '');
    const [first = '', second = ''] = body.occurrences.map(({ id }) => id);
    const behind = { date: '2026-12-08', time: '19:00', roomId: rooms[1].id };
    expect((await dates.move(second, behind)).status).toBe(200);
    for (const path of [link, await page()])
      for (const [time, occurrenceId] of [
        ['18:59', first],
        ['19:01', second],
      ] as const) {
        house.clock.moveTo(`2026-12-08T${time}`);
        const { room } = tokenIn(await enter(path));
        expect({ path, time, room }).toEqual({
          path,
          time,
          room: (await meetingOf(house, occurrenceId))?.room,
        });
      }
  });

  it('while the access of the group rests the door stays shut, and no word says why (P6)', async () => {
    await aDate(house, group, {});
    const path = await page();
    await house.http[0].post(`/api/groups/${group.id}/pause`, { as: group.contactPoint.staff });
    house.clock.moveTo('2026-12-08T17:50');
    for (const { status, text } of [await opened(path), await enter(path)]) {
      expect(status).toBe(403);
      expect(text).toContain('Diese Tür ist zurzeit geschlossen.');
      expect(text).not.toMatch(new RegExp(`${group.label}|Gruppe|Freischaltung|<form`));
    }
  });

  it('as people copy it from paper: capitals, blanks, a letter for a digit', async () => {
    const token = (await page()).slice('/g/'.length);
    const typed = encodeURIComponent(token.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O'));
    expect((await opened(`/g/${typed}`)).status).toBe(200);
    expect((await opened(`/g/${token.replaceAll('-', '')}`)).status).toBe(200);
  });

  it('never existed: the same page for every such link', async () => {
    const paths = [`/g/${UNKNOWN}`, '/g/kurz', `/g/${'A'.repeat(90)}`, '/g/%3Cscript%3E'];
    const answers = await Promise.all(paths.map(opened));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(answers[0]?.text).toContain('Diesen Link gibt es nicht');
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await enter(`/g/${UNKNOWN}`)).status).toBe(404);
  });

  it('twenty times by GET and HEAD: nothing has changed (P8)', async () => {
    await aDate(house, group, {});
    const path = await page();
    house.clock.moveTo('2026-12-08T17:50');
    const everything = async () =>
      JSON.stringify(
        await Promise.all(
          ['group_links', 'meetings', 'occurrences', 'invitees'].map((table) =>
            house.database.query(`SELECT * FROM ${table} ORDER BY 1, 2`),
          ),
        ),
      );
    const before = await everything();
    for (let time = 0; time < 20; time++) {
      expect((await opened(path)).status).toBe(200);
      expect((await house.http[0].raw(path, { method: 'HEAD' })).status).toBe(200);
    }
    expect(await everything()).toBe(before);
  });
});

/** The person in the token of Jitsi's address. */
function userIn(answer: Answer<unknown>) {
  expect(answer.status).toBe(303);
  return tokenIn(answer).context.user;
}
