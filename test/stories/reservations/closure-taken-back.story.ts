import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { datesOf } from '../../support/dates.js';
import { eventually } from '../../support/mail-rows.js';
import { aDate, aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const WRONG = { from: { date: '2026-12-08' }, to: { date: '2026-12-08' } };
const RIGHT = { from: { date: '2026-12-15' }, to: { date: '2026-12-15' } };

describe('What a closure has called off is told although, before the mail leaves, the closure (P3)', () => {
  let house: StoryHouse;

  beforeAll(async () => {
    house = await openStoryHouse();
  });
  afterAll(() => house.close());

  const close = ({ contactPoint }: Group, body: Record<string, unknown>) =>
    house.http[0].post<{ id: string }>('/api/closures', { as: contactPoint.staff, body });
  const correct = ({ contactPoint }: Group, id: string, body: Record<string, unknown>) =>
    house.http[0].send('PATCH', `/api/closures/${id}`, { as: contactPoint.staff, body });
  const takeBack = ({ contactPoint }: Group, id: string) =>
    house.http[0].delete(`/api/closures/${id}`, { as: contactPoint.staff });

  /** The mails about closures to whoever represents the group, as they stand in the table. */
  const statesOf = async ({ id }: Group) => {
    const rows = await house.database.query<{ state: string }>(
      `SELECT CASE m.state WHEN 'retrying' THEN 'queued' ELSE m.state END AS state
       FROM mails m JOIN representatives r ON r.id = m.about
       WHERE m.kind = 'closureDates' AND r.group_id = $1 ORDER BY m.sequence`,
      [id],
    );
    return rows.map(({ state }) => state);
  };
  async function sendWaiting(group: Group, expected: string[]): Promise<string[]> {
    await house.mails.start();
    await eventually(async () => {
      const states = await statesOf(group);
      if (states.join() !== expected.join()) await house.mails.retryNow(house.database);
      return states;
    }, expected);
    return house.mails.to(group.email, /Sperrzeit|geschlossen/).map(({ email }) => email.text ?? '');
  }

  /** A group whose date a closure has called off or moved, while no mail leaves. */
  async function anUntoldGroup(dates: 'cancel' | 'move' = 'cancel') {
    const { group, rooms } = await aPlace(house);
    const [{ id: roomId }, other] = rooms;
    const hit = await aDate(house, group, { roomId, date: '2026-12-08' });
    await house.mails.stop();
    const { body } = await close(group, { ...WRONG, roomId, dates });
    await eventually(() => statesOf(group), ['queued']);
    return { group, roomId, other, hit, closureId: body.id };
  }

  it('is taken back', async () => {
    const { group, closureId } = await anUntoldGroup();
    expect((await takeBack(group, closureId)).status).toBe(204);
    const [text] = await sendWaiting(group, ['sent']);
    expect(text).toContain('war eine Sperrzeit eingetragen, die nicht mehr gilt.');
    expect(text).toContain('Dieser Termin ist abgesagt:');
    expect(text).toContain('Dienstag, 8. Dezember 2026, 18:00 bis 20:00 Uhr');
  });

  it('is taken back, and the date has another room for it', async () => {
    const { group, closureId, other } = await anUntoldGroup('move');
    await takeBack(group, closureId);
    const [text] = await sendWaiting(group, ['sent']);
    expect(text).toContain('die nicht mehr gilt.');
    expect(text).toContain(`8. Dezember 2026, 18:00 bis 20:00 Uhr, im Raum „${other.name}“`);
  });

  it('is corrected to another day', async () => {
    const { group, closureId } = await anUntoldGroup();
    expect((await correct(group, closureId, { ...RIGHT, dates: 'leave' })).status).toBe(200);
    const [text] = await sendWaiting(group, ['sent']);
    expect(text).toContain('die nicht mehr gilt.');
    expect(text).toContain('Dienstag, 8. Dezember 2026');
  });

  it('is corrected to a day with a date of its own: each is told once', async () => {
    const { group, closureId, roomId } = await anUntoldGroup();
    await aDate(house, group, { roomId, date: '2026-12-15' });
    await correct(group, closureId, { ...RIGHT, dates: 'cancel' });
    await eventually(() => statesOf(group), ['queued', 'queued']);
    const texts = await sendWaiting(group, ['sent', 'sent']);
    expect(texts.map((text) => text.match(/\d+\. Dezember/g))).toEqual([
      ['8. Dezember'],
      ['15. Dezember', '15. Dezember'],
    ]);
    expect(texts[0]).toContain('die nicht mehr gilt.');
    expect(texts[1]).toMatch(/der Raum „.+“ im Virtuellen Haus ist am 15. Dezember 2026 geschlossen\./);
  });

  it('is taken back, unless the group has taken the date back too', async () => {
    const { group, hit, closureId } = await anUntoldGroup();
    await takeBack(group, closureId);
    expect((await datesOf(house, group).restore(hit.id)).status).toBe(200);
    expect(await sendWaiting(group, ['dropped'])).toEqual([]);
  });
});
