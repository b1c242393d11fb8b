import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { doorOf, invited, type Invited } from '../../support/invited.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

describe('Somebody invited says whether they come', () => {
  let house: StoryHouse;
  let guest: Invited;

  beforeAll(async () => {
    house = await openStoryHouse();
  });
  afterAll(() => house.close());

  beforeEach(async () => {
    guest = await invited(house);
  });

  const submit = (fields: Record<string, string>) => house.http[0].submit(`${guest.link}/reply`, fields);
  const seen = async () => {
    const { body } = await house.http[0].get<{ items: { reply?: string }[] }>(guest.list, {
      as: guest.group.representative,
    });
    return body.items.map(({ reply }) => reply);
  };

  it('by one button, changes it as they like, and the representatives read it', async () => {
    expect(await seen()).toEqual([undefined]);
    for (const [answer, words] of [
      ['yes', 'Ich komme.'],
      ['no', 'Ich komme nicht.'],
    ] as const) {
      const { status, headers } = await submit({ answer });
      const [path, anchor] = headers.get('location')?.split('#') ?? [];
      expect([status, path]).toEqual([303, guest.link]);
      const { text } = await house.http[0].raw(guest.link);
      expect(text).toContain(`id="${anchor}" tabindex="-1">Ihre Antwort: <strong>${words}</strong>`);
      expect(await seen()).toEqual([answer]);
    }
  });

  it('also to a whole series', async () => {
    guest = await invited(house, { repeat: { kind: 'weekly', interval: 1, count: 3 } });
    expect((await submit({ answer: 'yes' })).status).toBe(303);
    expect(await seen()).toEqual(['yes']);
  });

  it.each([[{}], [{ answer: 'maybe' }], [{ answer: 'yes', reply: 'no' }]])(
    'in a shape that no page sends: refused (400) %j',
    async (fields) => {
      expect((await submit(fields as Record<string, string>)).status).toBe(400);
      expect(await seen()).toEqual([undefined]);
    },
  );

  it('no more once the date is called off (410), and not while the door rests (403)', async () => {
    const { representative, contactPoint, id } = guest.group;
    await house.http[0].post(`/api/groups/${id}/pause`, { as: contactPoint.staff });
    expect((await submit({ answer: 'yes' })).status).toBe(403);
    await house.http[0].post(`/api/groups/${id}/resume`, { as: contactPoint.staff });
    await house.http[0].delete(`/api/occurrences/${guest.occurrenceId}`, { as: representative });
    expect((await submit({ answer: 'yes' })).status).toBe(410);
    expect(await seen()).toEqual([undefined]);
  });

  it('nobody asks a representative, and a stranger has no page (404)', async () => {
    const door = await doorOf(house, guest.group, guest.occurrenceId);
    expect((await house.http[0].raw(door)).text).not.toMatch(/Ich komme|Adresse löschen/);
    await house.http[0].submit(`${door}/reply`, { answer: 'yes' });
    expect(await seen()).toEqual([undefined]);
    const stranger = await house.http[0].submit(`/t/${'A'.repeat(32)}/reply`, { answer: 'yes' });
    expect(stranger.status).toBe(404);
  });
});
