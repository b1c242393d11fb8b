import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/kernel/id.js';
import type { Caller } from '../../support/http-caller.js';
import { aContactPoint, aGroup, signIn, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

interface SessionList {
  items: { id: string; current: boolean; createdAt: string; expiresAt: string }[];
}

let house: StoryHouse;
let group: Group;
let phone: Caller;
let laptop: Caller;

beforeAll(async () => {
  house = await openStoryHouse();
});
beforeEach(async () => {
  house.clock.moveTo('2026-12-01T09:00');
  group = await aGroup(house);
  phone = group.representative;
  laptop = await signIn(house, group.contactPoint.slug, group.email);
});
afterAll(() => house.close());

const list = async (as: Caller) => (await house.http[0].get<SessionList>('/api/sessions', { as })).body.items;
const end = (as: Caller, which: string) => house.http[0].delete(`/api/sessions${which}`, { as });
const statusOf = async (as: Caller) => (await house.http[0].get('/api/me', { as })).status;

describe('A representative sees and ends their own sessions', () => {
  it('all of them, with the one that asks marked, and nothing of the tokens', async () => {
    const items = await list(laptop);
    expect(items).toEqual([
      {
        id: expect.any(String),
        current: false,
        createdAt: expect.any(String),
        expiresAt: '2026-12-01T20:00:00Z',
      },
      {
        id: expect.any(String),
        current: true,
        createdAt: expect.any(String),
        expiresAt: '2026-12-01T20:00:00Z',
      },
    ]);
  });

  it('no longer those that have ended by themselves', async () => {
    house.clock.moveTo('2026-12-01T15:00');
    const later = await signIn(house, group.contactPoint.slug, group.email);
    house.clock.moveTo('2026-12-01T22:00');
    expect(await list(later)).toHaveLength(1);
  });

  it('ends another one, which dies at once', async () => {
    const other = (await list(laptop)).find(({ current }) => !current);
    expect((await end(laptop, `/${other?.id}`)).status).toBe(204);
    expect([await statusOf(phone), await statusOf(laptop)]).toEqual([401, 200]);
  });

  it('ends the one that asks', async () => {
    expect((await end(laptop, '/current')).status).toBe(204);
    expect([await statusOf(phone), await statusOf(laptop)]).toEqual([200, 401]);
  });

  it('ends all at once', async () => {
    expect((await end(laptop, '')).status).toBe(204);
    expect([await statusOf(phone), await statusOf(laptop)]).toEqual([401, 401]);
  });

  it('cannot end those of others, which answer like unknown ones (P7)', async () => {
    const stranger = await aGroup(house, group.contactPoint);
    const [theirs] = await list(stranger.representative);
    const foreign = await end(laptop, `/${theirs?.id}`);
    const unknown = await end(laptop, `/${newId()}`);
    expect([foreign.status, foreign.text]).toEqual([unknown.status, unknown.text]);
    await end(laptop, '');
    expect(await statusOf(stranger.representative)).toBe(200);
    expect(await statusOf(group.contactPoint.staff)).toBe(200);
  });
});

describe('A representative agrees to the rules once', () => {
  const ask = async (as: Caller = phone) => {
    const { body } = await house.http[0].get<{ openAgreements: { version: number }[] }>('/api/me', { as });
    return body.openAgreements;
  };
  const accept = (version: number | string, as: Caller = phone) =>
    house.http[0].post(`/api/me/agreements/${version}`, { as });
  const publish = (version: number) =>
    house.database.query('INSERT INTO agreements VALUES ($1, $2, $3, $4)', [
      group.contactPoint.id,
      version,
      'Spielregeln',
      'Niemand nimmt auf.',
    ]);

  it('and is not asked where there are none', async () => {
    expect(await ask()).toEqual([]);
    expect((await accept(1)).status).toBe(404);
  });

  it('in every session of theirs, until a new version asks again', async () => {
    await publish(1);
    expect(await ask()).toEqual([{ version: 1, title: 'Spielregeln', text: 'Niemand nimmt auf.' }]);
    expect((await accept(1)).status).toBe(204);
    expect((await accept(1)).status).toBe(204);
    expect([await ask(phone), await ask(laptop)]).toEqual([[], []]);
    await publish(2);
    expect((await ask()).map(({ version }) => version)).toEqual([2]);
  });

  it('each for themselves', async () => {
    await publish(1);
    const other = await aGroup(house, group.contactPoint);
    await accept(1);
    expect(await ask(other.representative)).toHaveLength(1);
  });

  it.each([0, 2, 'x', '-1', '99999999', '1 OR 1'])(
    'only to the version in force, not to %s (404)',
    async (version) => {
      await publish(1);
      expect((await accept(encodeURIComponent(version))).status).toBe(404);
      expect(await ask()).toHaveLength(1);
    },
  );

  it('and staff has none to agree to (403)', async () => {
    await publish(1);
    const { body } = await house.http[0].get('/api/me', { as: group.contactPoint.staff });
    expect(body).not.toHaveProperty('openAgreements');
    expect((await accept(1, group.contactPoint.staff)).status).toBe(403);
  });
});

describe('Staff', () => {
  it('is told who they are and which contact point is theirs', async () => {
    const at = await aContactPoint(house);
    const { body } = await house.http[0].get('/api/me', { as: at.staff });
    expect(body).toEqual({
      staff: { id: expect.any(String), name: 'Team', email: `team-${at.slug}@kontakt.example` },
      contactPoint: { slug: at.slug, name: 'Kontaktstelle Musterstadt' },
    });
  });
});
