import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/kernel/id.js';
import { mailsAreOut } from '../../support/clockwork.js';
import { stayIn, turnBack } from '../../support/mail-rows.js';
import { aContactPoint, aGroup, aPlace, signIn, type Group } from '../../support/people.js';
import { aSecond, newAddress, representativesOf } from '../../support/representatives.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const MORNING = '2026-12-01T09:00';

let house: StoryHouse;
let group: Group;
let people: ReturnType<typeof representativesOf>;

beforeAll(async () => {
  house = await openStoryHouse({ instances: 2 });
});
afterAll(() => house.close());
beforeEach(async () => {
  await turnBack(house, MORNING);
  group = await aGroup(house);
  people = representativesOf(house, group);
});

const change = (action: string) =>
  house.http[0].post(`/api/groups/${group.id}/${action}`, { as: group.contactPoint.staff });
const karla = (email = newAddress()) => ({ name: 'Karla Neu', email });

describe('Somebody more comes to represent a group', () => {
  it('named by a representative who has just typed a code; the group stands as it is shown', async () => {
    const who = karla();
    const added = await people.add(who);
    const shown = await house.http[0].get(`/api/groups/${group.id}`, { as: group.representative });
    expect({ status: added.status, body: added.body }).toEqual({ status: 201, body: shown.body });
    expect(added.body.representatives).toEqual([
      { id: expect.any(String), name: 'Erika Muster', email: group.email, state: 'active', hasCome: true },
      { id: expect.any(String), ...who, state: 'active', hasCome: false },
    ]);
    expect(added.headers.get('etag')).toBe('"2"');
  });

  it('and sees the dates, all as they were', async () => {
    const { group: theirs } = await aPlace(house);
    const path = `/api/groups/${theirs.id}`;
    const wish = { roomId: 'any', date: '2026-12-08', time: '18:00', minutes: 120, expectedParticipants: 8 };
    await house.http[0].post(`${path}/reservations`, { as: theirs.representative, body: wish });
    const { caller } = await aSecond(house, theirs);
    const dates = (as = theirs.representative) =>
      house.http[0].get<{ items: { id: string }[] }>(`${path}/occurrences`, { as });
    const [mine, others] = [await dates(), await dates(caller)];
    expect(others.body.items.map(({ id }) => id)).toEqual(mine.body.items.map(({ id }) => id));
    expect(others.body.items).toHaveLength(1);
  });

  it('is told so, by the name of who did it, and so is everybody who represents the group', async () => {
    const who = karla();
    await people.add(who);
    const { email } = await house.mails.waitFor(who.email);
    expect(email.subject).toBe('Sie sind jetzt Ansprechperson im Virtuellen Haus');
    expect(email.text).toContain(
      `Erika Muster hat Sie als Ansprechperson von „${group.label}“ im Virtuellen Haus eingetragen.`,
    );
    const [notice] = [await noticeTo(group.email)];
    expect(notice?.subject).toBe('Neues von den Ansprechpersonen im Virtuellen Haus');
    expect(notice?.text).toContain('Karla Neu ist jetzt auch Ansprechperson');
    expect(notice?.text).toContain('rufen Sie uns gleich an: 0123 456');
    await mailsAreOut(house);
    expect(house.mails.to(who.email)).toHaveLength(1);
  });

  it('named by the contact point, who is not named', async () => {
    const who = karla();
    expect((await people.add(who, group.contactPoint.staff)).status).toBe(201);
    const { email } = await house.mails.waitFor(who.email);
    expect(email.text).toContain('Ihre Kontaktstelle hat Sie eingetragen.');
    expect((await noticeTo(group.email))?.text).toContain('Karla Neu ist jetzt auch Ansprechperson');
  });

  it('is one person when the contact point knows the address already', async () => {
    const other = await aGroup(house, group.contactPoint);
    await people.add({ name: 'Ganz Anders', email: other.email.toUpperCase() });
    expect((await people.list()).map(({ email }) => email)).toEqual([group.email, other.email]);
    const { body } = await house.http[0].get<{ groups: unknown[] }>('/api/me', { as: other.representative });
    expect(body.groups).toHaveLength(2);
  });

  async function noticeTo(address: string) {
    await mailsAreOut(house);
    return house.mails.to(address).at(-1)?.email;
  }
});

describe('A representative needs a fresh code', () => {
  it('fifteen minutes old it is good, later not (403); a new one helps', async () => {
    await stayIn(house.database);
    house.clock.moveTo('2026-12-01T09:15');
    expect((await people.add(karla())).status).toBe(201);
    house.clock.moveTo('2026-12-01T09:16');
    const who = karla();
    const refused = await people.add(who);
    expect(refused).toMatchObject({ status: 403, body: { code: 'freshCodeNeeded' } });
    expect(refused.body.detail).toBe(
      'Bitte bestätigen Sie mit einem neuen Code aus Ihrer E-Mail, dass Sie es sind.',
    );
    const again = await signIn(house, group.contactPoint.slug, group.email);
    expect((await people.add(who, again)).status).toBe(201);
  });

  it('is not asked for one when the answer is no anyway', async () => {
    const { staff } = group.contactPoint;
    await stayIn(house.database);
    house.clock.moveTo('2026-12-01T09:16');
    expect((await people.add(karla())).body.code).toBe('freshCodeNeeded');
    expect((await people.add({ name: 'Erika', email: group.email })).body.code).toBe(
      'sameRepresentativeTwice',
    );
    for (let count = 1; count < 10; count++) await people.add(karla(), staff);
    expect((await people.add(karla())).body.code).toBe('tooManyRepresentatives');
    await change('pause');
    expect((await people.add(karla())).body.code).toBe('accessRests');
  });

  it('the contact point does not', async () => {
    await stayIn(house.database);
    house.clock.moveTo('2026-12-01T16:00');
    expect((await people.add(karla(), group.contactPoint.staff)).status).toBe(201);
  });
});

describe('Nobody is added', () => {
  it('twice, whatever the capitals (422)', async () => {
    const again = await people.add({ name: 'Erika', email: group.email.toUpperCase() });
    expect(again).toMatchObject({ status: 422, body: { code: 'sameRepresentativeTwice' } });
    expect(again.body.detail).toContain('gehört schon zu einer Ansprechperson');
    expect(await people.list()).toHaveLength(1);
  });

  it('to more than ten (422)', async () => {
    const { staff } = group.contactPoint;
    for (let count = 1; count < 10; count++) expect((await people.add(karla(), staff)).status).toBe(201);
    expect(await people.add(karla(), staff)).toMatchObject({
      status: 422,
      body: { code: 'tooManyRepresentatives' },
    });
    expect(await people.list()).toHaveLength(10);
  });

  it('more than five times a day by the group itself (429), and refusals do not count', async () => {
    for (let count = 0; count < 3; count++)
      expect((await people.add({ name: 'Erika', email: group.email })).status).toBe(422);
    for (let count = 0; count < 5; count++) expect((await people.add(karla())).status).toBe(201);
    const refused = await people.add(karla());
    expect(refused).toMatchObject({ status: 429, body: { code: 'tooManyAddedToday' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await people.add(karla(), group.contactPoint.staff)).status).toBe(201);
  });

  it('while the access rests, but by the contact point; and never once it has ended', async () => {
    await change('pause');
    expect(await people.add(karla())).toMatchObject({ status: 403, body: { code: 'accessRests' } });
    expect((await people.add(karla(), group.contactPoint.staff)).status).toBe(201);
    await change('end');
    expect(await people.add(karla(), group.contactPoint.staff)).toMatchObject({
      status: 422,
      body: { code: 'accessEnded' },
    });
    expect(await people.add(karla())).toMatchObject({ status: 403, body: { code: 'accessRests' } });
  });

  it.each([
    ['no name', { email: 'x@y.example' }],
    ['no address', { name: 'Karla' }],
    ['an address that is none', { name: 'Karla', email: 'karla' }],
    ['an unknown property', { name: 'Karla', email: 'x@y.example', state: 'active' }],
    ['a line break in the name', { name: 'Karla\r\nBcc: x@y.example', email: 'x@y.example' }],
  ])('for %s (400)', async (_, body) => {
    expect(await people.add(body)).toMatchObject({ status: 400, body: { code: 'badInput' } });
    expect(await people.list()).toHaveLength(1);
  });

  it('by strangers: foreign groups are unknown (P7)', async () => {
    const stranger = await aGroup(house);
    const neighbour = await aGroup(house, group.contactPoint);
    const elsewhere = await aContactPoint(house);
    const nowhere = { ...group, id: newId() };
    for (const as of [stranger.representative, neighbour.representative, elsewhere.staff]) {
      const foreign = await people.add(karla(), as);
      const unknown = await representativesOf(house, nowhere).add(karla(), as);
      expect([foreign.status, foreign.text]).toEqual([404, unknown.text]);
    }
    expect((await people.add(karla(), {})).status).toBe(401);
    expect(await people.list()).toHaveLength(1);
  });
});

describe('Many at once', () => {
  it('who add the same address make one row', async () => {
    const who = karla();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        people.add(who, group.contactPoint.staff, {}, house.http[index % 2]),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 422, 422, 422, 422, 422]);
    expect(await people.list()).toHaveLength(2);
    await mailsAreOut(house);
    expect(house.mails.to(who.email)).toHaveLength(1);
  });

  it('who send one request again get the first answer', async () => {
    const who = karla();
    const headers = { 'idempotency-key': 'wieder' };
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => people.add(who, group.representative, headers)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect((await people.add(who, group.representative, headers)).status).toBe(201);
    await mailsAreOut(house);
    expect(house.mails.to(who.email)).toHaveLength(1);
    expect(await people.list()).toHaveLength(2);
  });
});
