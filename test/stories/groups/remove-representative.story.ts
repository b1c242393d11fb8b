import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/kernel/id.js';
import { mailsAreOut } from '../../support/clockwork.js';
import { stayIn, turnBack } from '../../support/mail-rows.js';
import { aContactPoint, aGroup, signIn, type Group } from '../../support/people.js';
import { aSecond, newAddress, representativesOf, type Second } from '../../support/representatives.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;
let group: Group;
let second: Second;
let people: ReturnType<typeof representativesOf>;

beforeAll(async () => {
  house = await openStoryHouse({ instances: 2 });
});
afterAll(() => house.close());
beforeEach(async () => {
  await turnBack(house, '2026-12-01T09:00');
  group = await aGroup(house);
  people = representativesOf(house, group);
  second = await aSecond(house, group);
});

const lastMailTo = async (address: string) => {
  await mailsAreOut(house);
  return house.mails.to(address).at(-1)?.email;
};

describe('Somebody ceases to represent a group', () => {
  it('by giving the task up themselves, and both get word', async () => {
    const first = await people.idOf(group.email);
    expect((await people.remove(first)).status).toBe(204);
    expect((await people.list()).map(({ email }) => email)).toEqual([second.email]);
    const farewell = await lastMailTo(group.email);
    expect(farewell?.subject).toBe('Sie sind nicht mehr Ansprechperson im Virtuellen Haus');
    expect(farewell?.text).toContain(`Sie sind nicht mehr Ansprechperson von „${group.label}“`);
    expect(farewell?.text).toContain('Ihren Namen und Ihre E-Mail-Adresse löschen wir in den nächsten Tagen');
    expect(farewell?.text).toContain('Sie wussten nichts davon?');
    const notice = await lastMailTo(second.email);
    expect(notice?.subject).toBe('Neues von den Ansprechpersonen im Virtuellen Haus');
    expect(notice?.text).toContain('Erika Muster ist nicht mehr Ansprechperson');
  });

  it('taken off by the contact point, whoever it is', async () => {
    expect((await people.remove(second.id, group.contactPoint.staff)).status).toBe(204);
    expect((await lastMailTo(second.email))?.text).toContain('Sie sind nicht mehr Ansprechperson');
    expect((await lastMailTo(group.email))?.text).toContain('Karla Neu ist nicht mehr Ansprechperson');
    expect((await people.remove(second.id, group.contactPoint.staff)).status).toBe(404);
  });

  it('also while the access rests, and when it has ended', async () => {
    const { staff } = group.contactPoint;
    await house.http[0].post(`/api/groups/${group.id}/pause`, { as: staff });
    expect((await people.remove(second.id, second.caller)).status).toBe(204);
    const third = await aSecond(house, group);
    await house.http[0].post(`/api/groups/${group.id}/end`, { as: staff });
    expect((await people.remove(third.id, staff)).status).toBe(204);
  });

  it('and is not told to be forgotten who represents another group still', async () => {
    const other = await aGroup(house, group.contactPoint);
    await representativesOf(house, other).add({ name: 'Karla', email: second.email });
    await mailsAreOut(house);
    await people.remove(second.id, group.contactPoint.staff);
    const farewell = await lastMailTo(second.email);
    expect(farewell?.subject).toBe('Neues von den Ansprechpersonen im Virtuellen Haus');
    expect(farewell?.text).toContain('Sie sind nicht mehr Ansprechperson');
    expect(farewell?.text).toContain('Ihre anderen Gruppen bleiben.');
    expect(farewell?.text).not.toContain('löschen wir');
  });

  it('may come back, and is told each time', async () => {
    for (let time = 0; time < 2; time++) {
      await people.remove(await people.idOf(second.email), group.contactPoint.staff);
      await mailsAreOut(house);
      await people.add({ name: 'Karla Neu', email: second.email }, group.contactPoint.staff);
      await mailsAreOut(house);
    }
    const subjects = house.mails.to(second.email).map(({ email }) => email.subject);
    expect(subjects.filter((subject) => subject?.includes('nicht mehr'))).toHaveLength(2);
    expect(subjects.filter((subject) => subject?.includes('jetzt Ansprechperson'))).toHaveLength(3);
    const notices = house.mails.to(group.email).map(({ email }) => email.text);
    expect(notices.filter((text) => text?.includes('ist nicht mehr Ansprechperson'))).toHaveLength(2);
    expect(notices.filter((text) => text?.includes('ist jetzt auch Ansprechperson'))).toHaveLength(3);
  });
});

describe('It is refused', () => {
  it('for the last one, to anybody (422)', async () => {
    await people.remove(second.id, group.contactPoint.staff);
    const last = await people.idOf(group.email);
    for (const as of [group.representative, group.contactPoint.staff]) {
      const { status, body } = await people.remove(last, as);
      expect({ status, code: body.code }).toEqual({ status: 422, code: 'lastRepresentative' });
      expect(body.detail).toContain('tragen Sie zuerst eine neue Ansprechperson ein.');
    }
    expect(await people.list()).toHaveLength(1);
  });

  it('to a representative for another one, with a word on who helps (403)', async () => {
    const { status, body } = await people.remove(second.id);
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'notAllowed' });
    expect(body.detail).toContain('Kontaktstelle');
    expect(await people.list()).toHaveLength(2);
  });

  it('to a representative while nobody else has ever signed in, since that address may be a wrong one (422)', async () => {
    const wrong = await aGroup(house, group.contactPoint);
    const itsPeople = representativesOf(house, wrong);
    const added = { name: 'Karla', email: newAddress() };
    expect((await itsPeople.add(added)).status).toBe(201);
    const first = await itsPeople.idOf(wrong.email);
    expect(await itsPeople.remove(first)).toMatchObject({ status: 422, body: { code: 'nobodyHasCome' } });
    await house.mails.waitFor(added.email);
    await signIn(house, wrong.contactPoint.slug, added.email);
    expect((await itsPeople.remove(first)).status).toBe(204);
  });

  it('to a representative without a fresh code (403)', async () => {
    await stayIn(house.database);
    house.clock.moveTo('2026-12-01T09:16');
    expect(await people.remove(second.id, second.caller)).toMatchObject({
      status: 403,
      body: { code: 'freshCodeNeeded' },
    });
    const again = await signIn(house, group.contactPoint.slug, second.email);
    expect((await people.remove(second.id, again)).status).toBe(204);
  });

  it('to strangers, and for strangers: they are unknown (P7)', async () => {
    const stranger = await aGroup(house);
    const neighbour = await aGroup(house, group.contactPoint);
    const elsewhere = await aContactPoint(house);
    const theirs = await representativesOf(house, neighbour).idOf(neighbour.email);
    const unknown = (await people.remove(newId(), group.contactPoint.staff)).text;
    for (const as of [stranger.representative, neighbour.representative, elsewhere.staff]) {
      const { status, text } = await people.remove(second.id, as);
      expect([status, text]).toEqual([404, unknown]);
    }
    for (const as of [group.contactPoint.staff, group.representative]) {
      const { status, text } = await people.remove(theirs, as);
      expect([status, text]).toEqual([404, unknown]);
    }
    expect((await people.remove(second.id, {})).status).toBe(401);
    expect(await people.list()).toHaveLength(2);
  });
});

describe('Two at once', () => {
  it('leave one behind', async () => {
    for (let round = 0; round < 3; round++) {
      const first = await people.idOf(group.email);
      const answers = await Promise.all([
        people.remove(first, group.contactPoint.staff, house.http[0]),
        people.remove(second.id, group.contactPoint.staff, house.http[1]),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 422]);
      expect(await people.list()).toHaveLength(1);
      group = await aGroup(house);
      people = representativesOf(house, group);
      second = await aSecond(house, group);
    }
  });

  it('who remove the same one tell of it once', async () => {
    const answers = await Promise.all(
      [0, 1, 0, 1].map((instance) =>
        people.remove(second.id, group.contactPoint.staff, house.http[instance]),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404, 404]);
    await mailsAreOut(house);
    const farewells = house.mails
      .to(second.email)
      .filter(({ email }) => email.subject?.includes('nicht mehr'));
    expect(farewells).toHaveLength(1);
  });
});
