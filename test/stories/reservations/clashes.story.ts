import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { datesOf, plannedIn, type Dates } from '../../support/dates.js';
import { aGroup, aPlace, insert, type Group, type RoomFacts } from '../../support/people.js';
import { newId } from '../../../src/kernel/id.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const THREE_TUESDAYS = { kind: 'weekly', interval: 1, count: 3 };

describe('Something stands in the way of a series', () => {
  let house: StoryHouse;
  let group: Group;
  let dates: Dates;
  let rooms: [RoomFacts, RoomFacts];

  beforeAll(async () => {
    house = await openStoryHouse();
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    const place = await aPlace(house);
    group = place.group;
    dates = datesOf(house, group);
    rooms = place.rooms;
    // The second of three Tuesdays is taken in the first room.
    await dates.reserve({ roomId: rooms[0].id, date: '2026-12-15', time: '19:00' });
  });

  const stored = () => house.database.query('SELECT 1 FROM reservations WHERE group_id = $1', [group.id]);
  const wish = () => ({ roomId: rooms[0].id, repeat: THREE_TUESDAYS });

  it('refuses all of it, names each clash with what is free instead, and stores nothing', async () => {
    const { status, body } = await dates.reserve(wish());
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'roomAlreadyTaken' });
    expect(body.dates).toMatchObject([{ date: '2026-12-15', time: '18:00', verdict: 'taken' }]);
    expect(body.dates?.[0]?.alternatives).toEqual([
      { roomId: rooms[1].id, roomName: 'Raum 2' },
      { time: '16:45' },
      { time: '17:00' },
      { time: '21:00' },
    ]);
    expect(await stored()).toHaveLength(1);
  });

  it('names the own date where the group has that room already, and nobody else', async () => {
    const [own] = (await dates.reserve({ roomId: rooms[0].id, date: '2026-12-09' })).body.occurrences;
    const again = await dates.reserve({ roomId: rooms[0].id, date: '2026-12-09', time: '18:30' });
    expect(again).toMatchObject({
      status: 409,
      body: {
        detail: 'Diesen Raum hat Ihre Gruppe zu dieser Zeit schon reserviert.',
        dates: [{ own: { occurrenceId: own.id, reservationId: own.reservationId } }],
      },
    });
    const repeat = { kind: 'weekly', interval: 1, count: 2 };
    const decisions = [{ date: '2026-12-09', choose: 'leaveOut' }];
    const series = await dates.reserve({ roomId: rooms[0].id, date: '2026-12-09', repeat, decisions });
    const reason = 'Diesen Raum hatte Ihre Gruppe zu dieser Zeit schon reserviert.';
    expect(series.body.occurrences[0]).toMatchObject({ state: 'leftOut', reason });
    const other = datesOf(house, await aGroup(house, group.contactPoint));
    await other.reserve({ roomId: rooms[1].id, date: '2026-12-09' });
    const refusals = [
      // The own date is beside it, in the other room.
      await dates.reserve({ roomId: rooms[1].id, date: '2026-12-09' }),
      await other.reserve({ roomId: rooms[0].id, date: '2026-12-09' }),
    ];
    for (const { status, body } of refusals) {
      expect([status, body.detail]).toEqual([409, 'Dieser Raum ist zu dieser Zeit schon belegt.']);
      expect(body.dates?.[0]).not.toHaveProperty('own');
    }
  });

  it('takes another room, another time or no date at all, as decided', async () => {
    const decide = (decision: Record<string, unknown>) =>
      dates.reserve({ ...wish(), decisions: [{ date: '2026-12-15', ...decision }] });
    const otherRoom = await decide({ choose: 'otherRoom', roomId: rooms[1].id });
    expect(plannedIn(otherRoom)).toEqual([
      '2026-12-08 18:00 Raum 1',
      '2026-12-15 18:00 Raum 2',
      '2026-12-22 18:00 Raum 1',
    ]);
    expect(otherRoom.body.notice).toContain('Nicht alle Termine finden im selben Raum statt');
    await dates.cancelSeries(otherRoom.body.id);
    const otherTime = await decide({ choose: 'otherTime', time: '17:00' });
    expect(plannedIn(otherTime)[1]).toBe('2026-12-15 17:00 Raum 1');
    await dates.cancelSeries(otherTime.body.id);
    const leftOut = await decide({ choose: 'leaveOut' });
    expect(leftOut.body.occurrences[1]).toMatchObject({
      state: 'leftOut',
      reason: 'Diesen Raum hatte Ihre Gruppe zu dieser Zeit schon reserviert.',
    });
  });

  it('has nothing to do with a date that its own rule skips', async () => {
    const { body } = await dates.reserve({ ...wish(), repeat: { ...THREE_TUESDAYS, skip: ['2026-12-15'] } });
    const reason = 'Diesen Termin haben Sie ausgelassen.';
    expect(body.occurrences[1]).toMatchObject({ state: 'leftOut', reason });
    expect((await dates.show(body.id)).body.occurrences[1]).toMatchObject({ state: 'leftOut', reason });
  });

  it('is decided for the one date that is meant, where two of a series share a day', async () => {
    const { body } = await dates.reserve({ roomId: rooms[1].id, repeat: THREE_TUESDAYS });
    const [first, second] = body.occurrences;
    await dates.move(second?.id ?? '', { date: first.date, time: '10:00' });
    await dates.reserve({ roomId: rooms[0].id, date: '2026-12-09', time: '18:00' });
    const move = { date: '2026-12-09', roomId: rooms[0].id };
    const decision = { date: '2026-12-09', choose: 'leaveOut' };
    for (const decisions of [[], [decision]]) {
      const refused = await dates.moveSeries(body.id, { ...move, decisions });
      const clash = { date: '2026-12-09', time: '18:00', seriesDate: first.seriesDate };
      expect(refused).toMatchObject({ status: 409, body: { dates: [clash] } });
    }
    const decisions = [{ ...decision, seriesDate: first.seriesDate }];
    const answer = await dates.moveSeries(body.id, { ...move, decisions });
    expect(plannedIn(answer)).toEqual(['2026-12-09 10:00 Raum 1', '2026-12-23 18:00 Raum 1']);
    expect(answer.body.occurrences.find(({ id }) => id === first.id)).toMatchObject({ state: 'leftOut' });
  });

  it('is refused again when what was decided is taken as well', async () => {
    await dates.reserve({ roomId: rooms[1].id, date: '2026-12-15' });
    const decisions = [{ date: '2026-12-15', choose: 'otherRoom', roomId: rooms[1].id }];
    const { status, body } = await dates.reserve({ ...wish(), decisions });
    expect({ status, dates: body.dates?.length }).toEqual({ status: 409, dates: 1 });
    expect(await stored()).toHaveLength(2);
  });

  it('does not matter to whom any room will do: one room for all dates if there is one', async () => {
    const answer = await dates.reserve({ repeat: THREE_TUESDAYS });
    expect(new Set(answer.body.occurrences.map(({ room }) => room.name))).toEqual(new Set(['Raum 2']));
    expect(answer.body.notice).toBeUndefined();
  });

  it('or as few changes of room as possible, and says so', async () => {
    await dates.reserve({ roomId: rooms[1].id, date: '2026-12-22' });
    const answer = await dates.reserve({ repeat: THREE_TUESDAYS });
    expect(plannedIn(answer)).toEqual([
      '2026-12-08 18:00 Raum 2',
      '2026-12-15 18:00 Raum 2',
      '2026-12-22 18:00 Raum 1',
    ]);
    expect(answer.body.notice).toContain('Der Raum wechselt einmal');
  });

  it('a date that was left out because it was taken is refused again until it is free', async () => {
    const decisions = [{ date: '2026-12-15', choose: 'leaveOut' }];
    const { body } = await dates.reserve({ ...wish(), decisions });
    const refused = await dates.takeUp(body.id, { date: '2026-12-15' });
    expect(refused).toMatchObject({ status: 409, body: { dates: [{ verdict: 'taken' }] } });
    const elsewhere = await dates.takeUp(body.id, { date: '2026-12-15', roomId: rooms[1].id });
    expect(elsewhere).toMatchObject({ status: 201, body: { state: 'planned', room: { name: 'Raum 2' } } });
  });

  it('a room that is closed is told apart from one that is taken', async () => {
    const closed = { starts_at: '2026-12-22T00:00', ends_at: '2026-12-23T00:00' };
    await insert(house.database, 'closures', { id: newId(), room_id: rooms[1].id, ...closed });
    const { body } = await dates.preview({ ...wish(), roomId: rooms[1].id });
    expect(body.dates.map(({ verdict }) => verdict)).toEqual(['free', 'free', 'closed']);
    const { status, body: refusal } = await dates.reserve({ ...wish(), roomId: rooms[1].id });
    expect({ status, detail: refusal.detail }).toEqual({
      status: 409,
      detail: 'Dieser Raum ist zu dieser Zeit geschlossen.',
    });
  });
});
