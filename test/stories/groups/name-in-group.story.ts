import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mailsAreOut, wake } from '../../support/clockwork.js';
import { eventually, turnBack } from '../../support/mail-rows.js';
import { aGroup, signIn, type Group } from '../../support/people.js';
import { newAddress, representativesOf } from '../../support/representatives.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const OWN = 'Karoline Echt';
const TYPED = 'Karla Neu';

let house: StoryHouse;
let group: Group;
let people: ReturnType<typeof representativesOf>;
let elsewhere: ReturnType<typeof representativesOf>;
let email: string;

beforeAll(async () => {
  house = await openStoryHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  await turnBack(house, '2026-12-01T09:00');
  group = await aGroup(house);
  const other = await aGroup(house, group.contactPoint);
  people = representativesOf(house, group);
  elsewhere = representativesOf(house, other);
  email = newAddress();
  await elsewhere.add({ name: OWN, email }, group.contactPoint.staff);
  await mailsAreOut(house);
});

const { stringify } = JSON;
const nameOf = async (list: typeof people) => (await list.list()).find((each) => each.email === email)?.name;

const kept = () => house.database.query('SELECT name FROM names_in_groups WHERE group_id = $1', [group.id]);

/** All that people have read in mails since then. */
async function readBy(address: string, since = 0): Promise<string> {
  await mailsAreOut(house);
  return stringify(
    house.mails
      .to(address)
      .slice(since)
      .map((mail) => mail.email),
  );
}

describe('Somebody who represents another group, named by a representative of this one', () => {
  it('is known here by the name that was typed, and the other name tells nothing (P6, P7)', async () => {
    const [before, ownBefore] = [group.email, email].map((address) => house.mails.to(address).length);
    const added = await people.add({ name: TYPED, email });
    expect(added.status).toBe(201);
    const shown = await house.http[0].get(`/api/groups/${group.id}`, { as: group.representative });
    for (const body of [added.body, shown.body].map((each) => stringify(each))) {
      expect(body).toContain(TYPED);
      expect(body).not.toContain(OWN);
    }
    const notice = await readBy(group.email, before);
    expect(notice).toContain(`${TYPED} ist jetzt auch Ansprechperson`);
    expect(notice).not.toContain(OWN);
    expect(await readBy(email, ownBefore)).toContain(`Guten Tag ${TYPED}`);
  });

  it('keeps the own name in the other group', async () => {
    await people.add({ name: TYPED, email });
    expect([await nameOf(people), await nameOf(elsewhere)]).toEqual([TYPED, OWN]);
  });

  it('names others by it', async () => {
    await people.add({ name: TYPED, email });
    const karla = await signIn(house, group.contactPoint.slug, email);
    const third = newAddress();
    expect((await people.add({ name: 'Dritte', email: third }, karla)).status).toBe(201);
    const read = await readBy(third);
    expect(read).toContain(`${TYPED} hat Sie als Ansprechperson`);
    expect(read).not.toContain(OWN);
  });

  it('leaves by it; then the group forgets it, as soon as everybody has read it', async () => {
    await people.add({ name: TYPED, email });
    await mailsAreOut(house);
    const before = house.mails.to(group.email).length;
    house.mails.refusals.set(group.email, 451);
    await people.remove(await people.idOf(email), group.contactPoint.staff);
    await mailsAreOut(house);
    await wake(house, 'forget-people');
    expect(await kept()).toEqual([{ name: TYPED }]);
    house.mails.refusals.clear();
    await house.mails.retryNow(house.database);
    await house.mails.waitFor(group.email, before + 1);
    const notice = await readBy(group.email, before);
    expect(notice).toContain(`${TYPED} ist nicht mehr Ansprechperson`);
    expect(notice).not.toContain(OWN);
    await eventually(async () => {
      await wake(house, 'forget-people');
      return kept();
    }, []);
    expect(await nameOf(elsewhere)).toBe(OWN);
  });
});

describe('Named by the contact point, which knows them', () => {
  it('they keep their own name', async () => {
    await people.add({ name: TYPED, email }, group.contactPoint.staff);
    expect([await nameOf(people), await nameOf(elsewhere)]).toEqual([OWN, OWN]);
  });

  it('also when they come back', async () => {
    await people.add({ name: TYPED, email });
    await people.remove(await people.idOf(email), group.contactPoint.staff);
    await people.add({ name: TYPED, email }, group.contactPoint.staff);
    expect(await nameOf(people)).toBe(OWN);
  });
});
