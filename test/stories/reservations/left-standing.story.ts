import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { datesOf, type Dates, type Occurrence } from '../../support/dates.js';
import { eventually } from '../../support/mail-rows.js';
import { aGroup, anOperator, aPlace, aRoom, type Group, type RoomFacts } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';
import { oneAfterTheOther } from '../../support/waiting-in-line.js';

const THAT_DAY = { from: { date: '2026-12-08' }, to: { date: '2026-12-08' } };
const NEXT_DAY = { from: { date: '2026-12-09' }, to: { date: '2026-12-09' } };

describe('A date that a closure had left standing, called off by its group', () => {
  let house: StoryHouse;
  let group: Group;
  let room: RoomFacts;
  let dates: Dates;

  beforeAll(async () => {
    house = await openStoryHouse();
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    minute(0);
    const place = await aPlace(house);
    group = place.group;
    [room] = place.rooms;
    dates = datesOf(house, group);
  });

  const minute = (count: number) => {
    house.clock.moveTo(`2026-12-01T09:0${count}`);
  };
  const aDate = async (wish: Record<string, unknown> = {}) =>
    (await dates.reserve({ roomId: room.id, ...wish })).body.occurrences[0];
  const close = async (body: Record<string, unknown> = {}, as = group.contactPoint.staff) =>
    (await house.http[0].post<{ id: string }>('/api/closures', { as, body: { ...THAT_DAY, ...body } })).body;
  const correct = ({ id }: { id: string }, body: Record<string, unknown>) =>
    house.http[0].send<{ hitCount: number }>('PATCH', `/api/closures/${id}`, {
      as: group.contactPoint.staff,
      body,
    });
  const end = ({ id }: { id: string }, as = group.contactPoint.staff) =>
    house.http[0].delete(`/api/closures/${id}`, { as });
  const shown = async ({ id }: { id: string }) =>
    (
      await house.http[0].get<{ items: Occurrence[] }>(`/api/groups/${group.id}/occurrences`, {
        as: group.representative,
      })
    ).body.items.find((date) => date.id === id);

  async function expectToComeBack({ id }: { id: string }): Promise<void> {
    expect((await shown({ id }))?.restorableUntil).toBeDefined();
    expect(await dates.restore(id)).toMatchObject({ status: 200, body: { state: 'planned' } });
  }
  async function expectToStayAway({ id }: { id: string }): Promise<void> {
    expect((await shown({ id }))?.restorableUntil).toBeUndefined();
    expect(await dates.restore(id)).toMatchObject({
      status: 409,
      body: { code: 'roomAlreadyTaken', dates: [{ verdict: 'closed' }] },
    });
  }

  it.each(['room', 'contact point', 'house'])(
    'comes back, as often as it is wished: the %s is closed',
    async (scope) => {
      const by = scope === 'house' ? await anOperator(house) : group.contactPoint.staff;
      const date = await aDate();
      const closure = await close(scope === 'room' ? { roomId: room.id } : {}, by);
      minute(1);
      expect((await dates.cancel(date.id)).body.restorableUntil).toBe('2026-12-01T08:11:00Z');
      await expectToComeBack(date);
      minute(2);
      await dates.cancel(date.id);
      expect((await dates.reserve({ roomId: room.id })).body.dates).toMatchObject([{ verdict: 'closed' }]);
      await expectToComeBack(date);
      await end(closure, by);
    },
  );

  it('stays away when the closure was saved after that, or at the same moment', async () => {
    const [before, sameMoment] = [await aDate(), await aDate({ date: '2026-12-09' })];
    minute(1);
    await dates.cancel(before.id);
    minute(2);
    await dates.cancel(sameMoment.id);
    const closure = await close({ to: NEXT_DAY.to });
    await expectToStayAway(before);
    await expectToStayAway(sameMoment);
    await end(closure);
    await expectToComeBack(before);
  });

  it('stays away when one closure had left it standing and another came later', async () => {
    const date = await aDate();
    await close();
    minute(1);
    await dates.cancel(date.id);
    minute(2);
    const later = await close({ roomId: room.id });
    await expectToStayAway(date);
    await end(later);
    await expectToComeBack(date);
  });

  it.each([{ dates: 'leave', reason: 'Umbau' }, { dates: 'cancel' }, { dates: 'move' }])(
    'stays away when the closure is saved once more after that: %j',
    async (change) => {
      const date = await aDate();
      const closure = await close();
      minute(1);
      await dates.cancel(date.id);
      minute(2);
      expect((await correct(closure, change)).body.hitCount).toBe(0);
      await expectToStayAway(date);
      await correct(closure, NEXT_DAY);
      await expectToComeBack(date);
    },
  );

  it('comes back when the closure left it standing the last time that it was saved', async () => {
    const closure = await close({ ...NEXT_DAY, dates: 'cancel' });
    const date = await aDate();
    minute(1);
    expect((await correct(closure, THAT_DAY)).body.hitCount).toBe(1);
    minute(2);
    await dates.cancel(date.id);
    await expectToComeBack(date);
  });

  it('stays away when it was the closure that called it off, whatever is said about it later', async () => {
    const date = await aDate();
    const closure = await close({ dates: 'cancel' });
    await eventually(async () => (await shown(date))?.state, 'cancelled');
    await expectToStayAway(date);
    await correct(closure, { dates: 'leave' });
    await house.database.query(
      `UPDATE occurrences SET cancelled_at = cancelled_at + interval '1 second' WHERE id = $1`,
      [date.id],
    );
    await expectToStayAway(date);
  });

  it('is offered nothing else within the closure where somebody has taken its room', async () => {
    const houseRoom = await aRoom(house);
    const date = await aDate({ roomId: houseRoom.id });
    await close();
    minute(1);
    await dates.cancel(date.id);
    await datesOf(house, await aGroup(house)).reserve({ roomId: houseRoom.id });
    expect((await dates.restore(date.id)).body.dates).toMatchObject([{ verdict: 'taken', alternatives: [] }]);
  });

  it('comes back with the others of its series, and these without one that is closed since', async () => {
    const repeat = { kind: 'weekly', interval: 1, count: 3 };
    const { id, occurrences } = (await dates.reserve({ roomId: room.id, repeat })).body;
    const [first, second] = occurrences;
    await close({ from: { date: second?.date }, to: { date: second?.date } });
    const states = async () => (await dates.show(id)).body.occurrences.map(({ state }) => state);
    minute(1);
    const cancelled = await dates.cancelSeries(id);
    expect(cancelled.body.occurrences.filter((date) => date.restorableUntil)).toHaveLength(3);
    expect((await dates.restoreSeries(id)).status).toBe(200);
    expect(await states()).toEqual(['planned', 'planned', 'planned']);
    minute(2);
    await dates.cancelSeries(id);
    minute(3);
    await close();
    const refused = (await dates.restoreSeries(id)).body.dates ?? [];
    expect(refused).toMatchObject([{ seriesDate: first.seriesDate, verdict: 'closed' }]);
    const leaveOut = refused.map(({ date, seriesDate }) => ({ date, seriesDate }));
    expect((await dates.restoreSeries(id, { leaveOut })).status).toBe(200);
    expect(await states()).toEqual(['cancelled', 'planned', 'planned']);
  });

  it('is called off with the others when it comes back before a closure that cancels is saved', async () => {
    const date = await aDate();
    const closure = await close();
    minute(1);
    await dates.cancel(date.id);
    minute(2);
    const held = { table: 'reservations', id: date.reservationId } as const;
    const [restored, corrected] = await oneAfterTheOther<{ status: number; body: unknown }>(house, held, [
      () => dates.restore(date.id),
      () => correct(closure, { dates: 'cancel' }),
    ]);
    expect([restored?.status, corrected?.body]).toMatchObject([200, { hitCount: 1 }]);
    await eventually(async () => (await shown(date))?.reason, 'Der Raum war zu dieser Zeit geschlossen.');
  });

  it.each(['leave', 'cancel'])(
    'stays away when the closure was about to be saved (%s)',
    async (treatment) => {
      const date = await aDate();
      const closure = await close();
      minute(1);
      await dates.cancel(date.id);
      minute(2);
      const held = { table: 'closures', id: closure.id } as const;
      const [corrected, restored] = await oneAfterTheOther<{ status: number; body: unknown }>(house, held, [
        () => correct(closure, { dates: treatment }),
        () => dates.restore(date.id),
      ]);
      expect(corrected).toMatchObject({ status: 200, body: { hitCount: 0 } });
      expect(restored).toMatchObject({ status: 409, body: { dates: [{ verdict: 'closed' }] } });
      expect((await shown(date))?.state).toBe('cancelled');
    },
  );
});
