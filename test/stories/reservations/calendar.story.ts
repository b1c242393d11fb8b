import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { datesShownBy, readCalendar, type ShownDate } from '../../support/expanded-calendar.js';
import { aGroup, aRoom, aWish, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

interface Reserved {
  id: string;
  occurrences: { id: string; date: string; state: string }[];
}

const TOPIC = 'Leben mit Angst';
const UNKNOWN = 'A'.repeat(32);

let house: StoryHouse;
let group: Group;
/** Where the calendar of the group is found. */
let path: string;

beforeAll(async () => {
  house = await openStoryHouse();
  for (let room = 0; room < 4; room++) await aRoom(house);
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.moveTo('2026-12-01T09:00');
  group = await aGroup(house);
  const call = { as: group.representative };
  const { body } = await house.http[0].post<{ url: string }>(`/api/groups/${group.id}/calendar`, call);
  path = new URL(body.url).pathname;
});

const fetched = (headers: Record<string, string> = {}, at = path) => house.http[0].raw(at, { headers });

async function reserve(wish: Record<string, unknown>): Promise<Reserved> {
  const call = { as: group.representative, body: aWish(wish) };
  const { status, body } = await house.http[0].post<Reserved>(`/api/groups/${group.id}/reservations`, call);
  expect(status).toBe(201);
  return body;
}
const idOn = ({ occurrences }: Reserved, on: string) => occurrences.find(({ date }) => date === on)?.id ?? '';
const move = async (id: string, body: Record<string, unknown>) => {
  const { status } = await house.http[0].send('PATCH', `/api/occurrences/${id}`, {
    as: group.representative,
    body,
  });
  expect(status).toBe(200);
};
const cancel = (id: string) => house.http[0].delete(`/api/occurrences/${id}`, { as: group.representative });

const shownAt = (dates: ShownDate[]) => dates.map(({ start, end }) => `${start} ${end}`);
const dates = async () => shownAt(datesShownBy((await fetched()).text));
const evening = (day: string) => `${day}T17:00:00Z ${day}T19:00:00Z`;

describe('A calendar program asks', () => {
  it('without signing in, and gets a file that is kept from search engines and strangers', async () => {
    await reserve({ date: '2026-12-08' });
    const { status, headers, text } = await fetched();
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      etag: expect.stringMatching(/^"[\w-]{43}"$/),
    });
    expect(headers.get('set-cookie')).toBeNull();
    expect(shownAt(datesShownBy(text))).toEqual([evening('2026-12-08')]);
    const head = await house.http[0].raw(path, { method: 'HEAD' });
    expect([head.status, head.text, head.headers.get('etag')]).toEqual([200, '', headers.get('etag')]);
  });

  it('again, and is told that nothing has changed (304)', async () => {
    const reserved = await reserve({ date: '2026-12-09', repeat: { kind: 'weekly', interval: 1, count: 3 } });
    const first = await fetched();
    const etag = first.headers.get('etag') ?? '';
    house.clock.moveTo('2026-12-01T23:30');
    const second = await fetched();
    expect([second.text, second.headers.get('etag')]).toEqual([first.text, etag]);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const { status, text, headers } = await fetched({ 'if-none-match': known });
      expect([known, status, text, headers.get('etag')]).toEqual([known, 304, '', etag]);
      expect(headers.get('cache-control')).toBe('private, no-cache');
    }
    expect((await fetched({ 'if-none-match': '"other"' })).status).toBe(200);
    house.clock.moveTo('2026-12-01T09:00');
    await move(idOn(reserved, '2026-12-16'), { time: '19:00' });
    const moved = await fetched({ 'if-none-match': etag });
    expect(moved.status).toBe(200);
    await cancel(idOn(reserved, '2026-12-09'));
    const cancelled = await fetched({ 'if-none-match': moved.headers.get('etag') ?? '' });
    expect(cancelled.status).toBe(200);
    expect(new Set([etag, moved.headers.get('etag'), cancelled.headers.get('etag')]).size).toBe(3);
    expect(shownAt(datesShownBy(cancelled.text))).toEqual([
      '2026-12-16T18:00:00Z 2026-12-16T20:00:00Z',
      evening('2026-12-23'),
    ]);
  });

  it('under an address that is none, and learns nothing', async () => {
    const wrong = [
      `/calendar/${UNKNOWN}.ics`,
      path.replace('.ics', ''),
      `${path}x`,
      '/calendar/kurz.ics',
      '/calendar/.ics',
    ];
    const answers = await Promise.all(wrong.map((each) => fetched({}, each)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
    expect(answers[0]?.headers.get('cache-control')).toBe('no-store');
  });

  it('and changes nothing by asking (P8)', async () => {
    const before = await house.database.query('SELECT * FROM calendar_feeds ORDER BY id');
    for (const method of ['GET', 'HEAD']) await house.http[0].raw(path, { method });
    expect((await house.http[0].raw(path, { method: 'DELETE' })).status).toBe(404);
    expect(await house.database.query('SELECT * FROM calendar_feeds ORDER BY id')).toEqual(before);
  });
});

describe('The calendar of a group shows', () => {
  it('a series as one entry, with one date moved and two left out or called off', async () => {
    const skip = ['2026-12-22'];
    const reserved = await reserve({ repeat: { kind: 'weekly', interval: 1, count: 6, skip } });
    const before = datesShownBy((await fetched()).text);
    await move(idOn(reserved, '2026-12-15'), { date: '2026-12-16', time: '17:00', minutes: 90 });
    await cancel(idOn(reserved, '2026-12-29'));
    const { text } = await fetched();
    const events = readCalendar(text).getAllSubcomponents('vevent');
    expect(events.map((event) => String(event.getFirstPropertyValue('rrule')))).toEqual([
      'FREQ=WEEKLY;COUNT=6;BYDAY=TU',
      'null',
    ]);
    const after = datesShownBy(text);
    expect(shownAt(after)).toEqual([
      evening('2026-12-08'),
      '2026-12-16T16:00:00Z 2026-12-16T17:30:00Z',
      evening('2027-01-05'),
      evening('2027-01-12'),
    ]);
    expect(new Set([...before, ...after].map(({ uid }) => uid)).size).toBe(1);
    expect(after[0]?.sequence).toBeGreaterThan(before[0]?.sequence ?? Infinity);
  });

  it('a series that was moved from its middle on, across summer time', async () => {
    const reserved = await reserve({ date: '2027-03-16', repeat: { kind: 'weekly', interval: 1, count: 4 } });
    const { status } = await house.http[0].send(
      'PATCH',
      `/api/reservations/${reserved.id}?from=${idOn(reserved, '2027-03-23')}`,
      { as: group.representative, body: { date: '2027-03-24', time: '19:00' } },
    );
    expect(status).toBe(200);
    expect(await dates()).toEqual([
      evening('2027-03-16'),
      '2027-03-24T18:00:00Z 2027-03-24T20:00:00Z',
      '2027-03-31T17:00:00Z 2027-03-31T19:00:00Z',
      '2027-04-07T17:00:00Z 2027-04-07T19:00:00Z',
    ]);
  });

  it('single dates with the UID that their mails have', async () => {
    const reserved = await reserve({ date: '2026-12-10' });
    const email = `gast-${group.id}@gast.example`;
    await house.http[0].post(`/api/occurrences/${idOn(reserved, '2026-12-10')}/invitees`, {
      as: group.representative,
      body: { invitees: [{ email }] },
    });
    const { email: mail } = await house.mails.waitFor(email);
    const uids = mail.attachments.map(({ content }) => /UID:(\S+)/.exec(textOf(content))?.[1]);
    expect(uids).toContain(datesShownBy((await fetched()).text)[0]?.uid);
  });

  it('what is ahead and what was within the last thirty days', async () => {
    await reserve({ date: '2026-12-08', repeat: { kind: 'weekly', interval: 1, count: 3 } });
    await reserve({ date: '2026-12-09' });
    house.clock.moveTo('2027-01-07T23:00');
    expect(await dates()).toHaveLength(4);
    house.clock.moveTo('2027-01-08T00:00');
    expect(await dates()).toHaveLength(3);
    house.clock.moveTo('2027-01-09T00:00');
    expect(await dates()).toEqual([evening('2026-12-15'), evening('2026-12-22')]);
    house.clock.moveTo('2027-03-01T00:00');
    expect(await dates()).toEqual([]);
  });

  it('a meeting that ran longer as it was planned, like its mails', async () => {
    const reserved = await reserve({ date: '2026-12-01', time: '09:15', minutes: 60 });
    house.clock.moveTo('2026-12-01T09:20');
    const extension = `/api/occurrences/${idOn(reserved, '2026-12-01')}/extend`;
    expect((await house.http[0].post(extension, { as: group.representative })).status).toBe(200);
    expect(await dates()).toEqual(['2026-12-01T08:15:00Z 2026-12-01T09:15:00Z']);
  });

  it('its own dates only, with no name, no topic, no invited person and no door (P6)', async () => {
    const { contactPoint } = group;
    await house.database.query('UPDATE groups SET topic = $2 WHERE id = $1', [group.id, TOPIC]);
    const reserved = await reserve({ date: '2026-12-11' });
    const email = `rosa-${group.id}@gast.example`;
    await house.http[0].post(`/api/occurrences/${idOn(reserved, '2026-12-11')}/invitees`, {
      as: group.representative,
      body: { invitees: [{ name: 'Rosa Geheim', email }] },
    });
    const other = await aGroup(house, contactPoint);
    const as = other.representative;
    await house.http[0].post(`/api/groups/${other.id}/reservations`, {
      as,
      body: aWish({ date: '2026-12-11' }),
    });
    const { text } = await fetched();
    expect(shownAt(datesShownBy(text))).toEqual([evening('2026-12-11')]);
    const unfolded = text.replaceAll('\r\n ', '');
    for (const secret of [group.label, group.id, TOPIC, 'Rosa', 'Erika', 'Raum', '@gast', '@gruppe', '/t/']) {
      expect(unfolded).not.toContain(secret);
    }
    expect(unfolded).toContain(`LOCATION:https://haus.example/haus/${contactPoint.slug}\r\n`);
  });

  it('the dates of a group whose access rests: they stand', async () => {
    await reserve({ date: '2026-12-14' });
    await house.database.query(`UPDATE groups SET state = 'paused' WHERE id = $1`, [group.id]);
    expect(await dates()).toEqual([evening('2026-12-14')]);
  });
});

function textOf(content: string | ArrayBuffer | Uint8Array): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}
