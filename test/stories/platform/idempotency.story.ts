import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transactions } from '../../../src/platform/database/transactions.js';
import { RememberedAnswersStore } from '../../../src/platform/idempotency/remembered-answers.store.js';
import { wake } from '../../support/clockwork.js';
import { aContactPoint, aGroup, aRoom, aWish, type Group, type RoomFacts } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

describe('A request with an Idempotency-Key (P2)', () => {
  let house: StoryHouse;
  let group: Group;
  let room: RoomFacts;
  let day = 1;

  beforeAll(async () => {
    house = await openStoryHouse({ instances: 2 });
    group = await aGroup(house);
    room = await aRoom(house);
  });
  afterAll(() => house.close());

  const aDay = () => `2026-12-${String(++day).padStart(2, '0')}`;
  const reserve = (
    key: string,
    wish: Record<string, unknown>,
    of: { group?: Group; instance?: number } = {},
  ) => {
    const { group: asker = group, instance = 0 } = of;
    const http = house.http[instance] ?? house.http[0];
    return http.post(`/api/groups/${asker.id}/reservations`, {
      as: asker.representative,
      body: wish,
      headers: { 'idempotency-key': key },
    });
  };
  const datesOn = (date: string) =>
    house.database.query(
      `SELECT 1 FROM occurrences WHERE (lower(during) AT TIME ZONE 'Europe/Berlin')::date = $1`,
      [date],
    );

  it('sent again gets the same answer to the byte, and one booking is made', async () => {
    const wish = aWish({ roomId: room.id, date: aDay() });
    const first = await reserve('eins', wish);
    const again = await reserve('eins', wish);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.text).toBe(first.text);
    expect(await datesOn(String(wish['date']))).toHaveLength(1);
  });

  it('sent twice at once, also to two instances, makes one booking and two equal answers', async () => {
    for (let round = 0; round < 5; round++) {
      const wish = aWish({ roomId: room.id, date: aDay() });
      const sent = Array.from({ length: 8 }, (_, index) =>
        reserve(`zugleich-${round}`, wish, { instance: index % 2 }),
      );
      const answers = await Promise.all(sent);
      expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
      expect(answers[0]?.status).toBe(201);
      expect(await datesOn(String(wish['date']))).toHaveLength(1);
    }
  });

  it('answers also when the first answer was never written down', async () => {
    const wish = aWish({ roomId: room.id, date: aDay() });
    const first = await reserve('verloren', wish);
    await house.database.query(
      `UPDATE remembered_answers SET status = NULL, answer = NULL WHERE key = 'verloren'`,
    );
    const again = await reserve('verloren', wish);
    expect(again.text).toBe(first.text);
    expect(await datesOn(String(wish['date']))).toHaveLength(1);
  });

  it('sent again gets the same ETag', async () => {
    const wish = aWish({ roomId: room.id, date: aDay() });
    const first = await reserve('version', wish);
    const again = await reserve('version', wish);
    expect(first.headers.get('etag')).toBe(`"${String(first.body['version'])}"`);
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
  });

  it('answers anew when the first answer lies there unsealed, as older houses wrote it', async () => {
    const wish = aWish({ roomId: room.id, date: aDay() });
    const first = await reserve('offen', wish);
    await house.database.query(`UPDATE remembered_answers SET answer = $1 WHERE key = 'offen'`, [first.text]);
    const again = await reserve('offen', wish);
    expect([again.status, again.text]).toEqual([201, first.text]);
  });

  it('whose caller may see less since is answered anew, also when its answer was on its way', async () => {
    const wish = aWish({ roomId: room.id, date: aDay() });
    const first = await reserve('weniger', wish);
    const [kept] = await house.database.query<{ caller: string; fingerprint: Buffer }>(
      `SELECT caller, fingerprint FROM remembered_answers WHERE key = 'weniger'`,
    );
    const { caller = '', fingerprint = Buffer.of() } = kept ?? {};
    const answers = house.apps[0].get(RememberedAnswersStore, { strict: false });
    const transactions = house.apps[0].get(Transactions, { strict: false });
    await transactions.run((tx) => answers.answerAnew(tx, [caller]));
    await answers.keepAnswer({ caller, key: 'weniger', fingerprint, isDone: true }, 201, '{"id":"früher"}');
    const again = await reserve('weniger', wish);
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(await datesOn(String(wish['date']))).toHaveLength(1);
  });

  it('with another body is refused (422), and nothing is stored', async () => {
    const wish = aWish({ roomId: room.id, date: aDay() });
    await reserve('anders', wish);
    const other = await reserve('anders', { ...wish, time: '10:00' });
    expect(other).toMatchObject({ status: 422, body: { code: 'keyUsedForOther' } });
    expect(await datesOn(String(wish['date']))).toHaveLength(1);
  });

  it('of another caller is another request', async () => {
    const stranger = await aGroup(house, await aContactPoint(house));
    const date = aDay();
    const own = await reserve('geteilt', aWish({ roomId: room.id, date }));
    const others = await reserve('geteilt', aWish({ roomId: room.id, date, time: '08:00' }), {
      group: stranger,
    });
    expect([own.status, others.status]).toEqual([201, 201]);
  });

  it('that was refused is tried anew, because a refusal has done nothing', async () => {
    const date = aDay();
    const taken = await reserve('besetzt', aWish({ roomId: room.id, date }));
    const wish = aWish({ roomId: room.id, date });
    expect((await reserve('nochmal', wish)).status).toBe(409);
    const [occurrence] = taken.body['occurrences'] as { id: string }[];
    await house.http[0].delete(`/api/occurrences/${occurrence?.id}`, { as: group.representative });
    expect((await reserve('nochmal', wish)).status).toBe(201);
  });

  it('is forgotten after 24 hours', async () => {
    const date = aDay();
    await reserve('alt', aWish({ roomId: room.id, date }));
    await house.database.query(
      `UPDATE remembered_answers SET created_at = now() - interval '25 hours' WHERE key = 'alt'`,
    );
    expect((await reserve('alt', aWish({ roomId: room.id, date: aDay() }))).status).toBe(201);
  });

  it('leaves nothing in the table after a day, although nobody sends anything more (P9)', async () => {
    await reserve('gestern', aWish({ roomId: room.id, date: aDay() }));
    await reserve('heute', aWish({ roomId: room.id, date: aDay() }));
    await house.database.query(
      `UPDATE remembered_answers SET created_at = now() - interval '25 hours' WHERE key = 'gestern'`,
    );
    await wake(house, 'forget-answers');
    const left = await house.database.query(
      `SELECT key FROM remembered_answers WHERE key IN ('gestern', 'heute')`,
    );
    expect(left).toEqual([{ key: 'heute' }]);
  });

  it('takes ids in capital letters too', async () => {
    const wish = aWish({ roomId: room.id.toUpperCase(), date: aDay() });
    const { status, body } = await reserve('gross', wish);
    expect(status).toBe(201);
    expect(body).toMatchObject({ occurrences: [{ room: { id: room.id } }] });
  });

  it('grants one group, and writes one mail', async () => {
    const email = 'einmal@gruppe.example';
    const call = {
      as: group.contactPoint.staff,
      body: { label: 'Einmal', representatives: [{ name: 'Eva', email }] },
      headers: { 'idempotency-key': 'freischalten' },
    };
    const [first, again] = await Promise.all([
      house.http[0].post('/api/groups', call),
      house.http[0].post('/api/groups', call),
    ]);
    expect(again.text).toBe(first.text);
    const groups = await house.database.query(`SELECT 1 FROM groups WHERE label = 'Einmal'`);
    expect(groups).toHaveLength(1);
    await house.mails.waitFor(email);
    expect(
      await house.database.query(
        `SELECT 1 FROM mails m JOIN representatives r ON r.id = m.about
      JOIN people p ON p.id = r.person_id WHERE p.email = $1`,
        [email],
      ),
    ).toHaveLength(1);
  });

  it.each(['', 'mit Leerzeichen', 'x'.repeat(201)])(
    'must be a plain key: „%s“ is refused (400)',
    async (key) => {
      expect((await reserve(key, aWish({ roomId: room.id, date: aDay() }))).status).toBe(400);
    },
  );
});
