import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/kernel/id.js';
import {
  aContactPoint,
  aGrant,
  aGroup,
  signIn,
  type ContactPoint,
  type GroupBody,
} from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const ANNA = { name: 'Anna', email: 'anna-kommt@gruppe.example' };
const OTTO = { name: 'Otto', email: 'otto-fehlt@gruppe.example' };

let house: StoryHouse;
let here: ContactPoint;

beforeAll(async () => {
  house = await openStoryHouse();
  here = await aContactPoint(house);
});
afterAll(() => house.close());

const grant = <Body = GroupBody>(body: unknown, at: ContactPoint = here) =>
  house.http[0].post<Body>('/api/groups', { as: at.staff, body });

describe('The list of groups', () => {
  it('shows only the groups of the own contact point (P7)', async () => {
    const [one, other] = [await aContactPoint(house), await aContactPoint(house)];
    const ours = await grant(aGrant({ label: 'Unsere' }), one);
    await grant(aGrant({ label: 'Ihre' }), other);
    const { status, body } = await house.http[0].get<{ items: GroupBody[]; nextCursor: null }>(
      '/api/groups',
      {
        as: one.staff,
      },
    );
    expect(status).toBe(200);
    expect(body).toEqual({ items: [ours.body], nextCursor: null });
  });

  it('comes in pages, each group once, in the order of the grants', async () => {
    const at = await aContactPoint(house);
    const made: string[] = [];
    for (let index = 0; index < 5; index++) made.push((await grant(aGrant(), at)).body.id);
    const seen: string[][] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor && `&cursor=${cursor}`;
      const page = await house.http[0].get<{ items: GroupBody[]; nextCursor: string | null }>(
        `/api/groups?limit=2${query}`,
        { as: at.staff },
      );
      seen.push(page.body.items.map(({ id }) => id));
      cursor = page.body.nextCursor;
    }
    expect(seen.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(seen.flat()).toEqual(made);
  });

  it('has no next page when the last one is just full', async () => {
    const at = await aContactPoint(house);
    await grant(aGrant(), at);
    await grant(aGrant(), at);
    const { body } = await house.http[0].get('/api/groups?limit=2', { as: at.staff });
    expect(body).toMatchObject({ items: [{}, {}], nextCursor: null });
  });

  it('does not lead into another contact point by its cursor (P7)', async () => {
    const [one, other] = [await aContactPoint(house), await aContactPoint(house)];
    const ours = await grant(aGrant(), one);
    await grant(aGrant(), other);
    const path = `/api/groups?cursor=${ours.body.id}`;
    expect((await house.http[0].get(path, { as: one.staff })).body).toEqual({ items: [], nextCursor: null });
  });

  it.each([
    'limit=0',
    'limit=201',
    'limit=-1',
    'limit=1e9',
    'limit=x',
    'cursor=x',
    'filter=all',
    'page=9999',
    'limit=1&limit=2',
  ])('refuses ?%s (400)', async (query) => {
    expect((await house.http[0].get(`/api/groups?${query}`, { as: here.staff })).status).toBe(400);
  });
});

describe('A single group', () => {
  const show = (id: string, as: { token?: string; cookie?: string }) =>
    house.http[0].get<GroupBody>(`/api/groups/${id}`, { as });

  it('is seen by staff of its contact point and by its own representatives', async () => {
    const group = await aGroup(house);
    const forStaff = await show(group.id, group.contactPoint.staff);
    const forRepresentative = await show(group.id, group.representative);
    expect(forStaff.body).toMatchObject({ id: group.id, label: group.label });
    expect(forRepresentative.status).toBe(200);
    expect(forRepresentative.text).toBe(forStaff.text);
  });

  it('tells who has not come in yet', async () => {
    const { body } = await grant(aGrant({ representatives: [ANNA, OTTO] }));
    await signIn(house, here.slug, ANNA.email);
    const { representatives } = (await show(body.id, here.staff)).body;
    expect(representatives.map(({ name, hasCome }) => [name, hasCome])).toEqual([
      [ANNA.name, true],
      [OTTO.name, false],
    ]);
  });

  it('is as absent as an unknown one for everybody else, to the byte (P7)', async () => {
    const group = await aGroup(house);
    const neighbour = await aGroup(house, group.contactPoint);
    const stranger = await aGroup(house);
    for (const who of [neighbour.representative, stranger.representative, stranger.contactPoint.staff]) {
      const foreign = await show(group.id, who);
      const unknown = await show(newId(), who);
      const malformed = await show("1' OR 1=1", who);
      expect([foreign.status, unknown.status, malformed.status]).toEqual([404, 404, 404]);
      expect([foreign.text, malformed.text]).toEqual([unknown.text, unknown.text]);
      const names = (answer: typeof foreign) => [...answer.headers.keys()].sort();
      expect(names(foreign)).toEqual(names(unknown));
    }
  });

  it('is found by its id in capitals as well', async () => {
    const group = await aGroup(house);
    expect((await show(group.id.toUpperCase(), group.representative)).body.id).toBe(group.id);
  });
});

describe('Without a script that runs', () => {
  it('the page to reserve on sends people to the telephone', async () => {
    const { text } = await house.http[0].raw(`/haus/${here.slug}`);
    const [element = ''] = /<vh-house[\s\S]*<\/vh-house>/.exec(text) ?? [];
    expect(element.replace(/\s+/g, ' ')).toContain(
      'Dann rufen Sie bitte Ihre Kontaktstelle an: <a href="tel:0123456">0123 456</a>',
    );
    expect(element).not.toContain('<noscript');
  });
});

describe('A representative', () => {
  it('neither grants nor lists groups (403)', async () => {
    const { representative } = await aGroup(house, here);
    const posted = await house.http[0].post('/api/groups', { as: representative, body: aGrant() });
    const listed = await house.http[0].get('/api/groups', { as: representative });
    expect([posted.status, listed.status]).toEqual([403, 403]);
    expect(posted.body).toMatchObject({ code: 'notAllowed' });
  });
});
