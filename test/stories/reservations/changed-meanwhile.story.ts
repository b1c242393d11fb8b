import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { datesOf, plannedIn, type Dates, type Reservation } from '../../support/dates.js';
import { aPlace, type RoomFacts } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';
import { oneAfterTheOther } from '../../support/waiting-in-line.js';

describe('Who has read the dates before another one changed them', () => {
  let house: StoryHouse;
  let dates: Dates;
  let rooms: [RoomFacts, RoomFacts];
  /** Three Tuesdays from the 8th of December. */
  let series: Reservation;

  beforeAll(async () => {
    house = await openStoryHouse();
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    house.clock.moveTo('2026-12-01T09:00');
    const place = await aPlace(house);
    dates = datesOf(house, place.group);
    rooms = place.rooms;
    const repeat = { kind: 'weekly', interval: 1, count: 3 };
    series = (await dates.reserve({ roomId: rooms[0].id, repeat })).body;
  });

  /** The later ones wait until the first has written. */
  function statusesOf(...deeds: (() => Promise<{ status: number }>)[]): Promise<number[]> {
    const asked = deeds.map((deed) => async () => (await deed()).status);
    return oneAfterTheOther(house, { table: 'reservations', id: series.id }, asked);
  }
  const idOf = (place: number) => series.occurrences[place]?.id ?? '';
  const versionNow = async () => (await dates.show(series.id)).body.version;

  it('calls off no date that was moved, by leaving it out while the series moves (412)', async () => {
    await dates.reserve({ roomId: rooms[0].id, date: '2026-12-16' });
    const decisions = [{ date: '2026-12-16', choose: 'leaveOut' }];
    const statuses = await statusesOf(
      () => dates.move(idOf(1), { date: '2026-12-18' }),
      () => dates.moveSeries(series.id, { date: '2026-12-09', decisions }),
    );
    expect(statuses).toEqual([200, 412]);
    expect(plannedIn(await dates.show(series.id))).toEqual([
      '2026-12-08 18:00 Raum 1',
      '2026-12-18 18:00 Raum 1',
      '2026-12-22 18:00 Raum 1',
    ]);
    expect(await versionNow()).toBe(series.version + 1);
  });

  it('changes nothing with a change that names nothing, and no version rises', async () => {
    const [{ id, version }] = series.occurrences;
    expect((await dates.move(id, {})).body.version).toBe(version);
    expect((await dates.moveSeries(series.id, {})).body.version).toBe(series.version);
    expect((await dates.moveSeries(series.id, {}, { from: idOf(1) })).status).toBe(200);
    expect((await dates.move(id, {}, version + 1)).status).toBe(412);
    const { occurrences } = (await dates.show(series.id)).body;
    expect(occurrences.map((date) => date.version)).toEqual(series.occurrences.map((date) => date.version));
    expect(await versionNow()).toBe(series.version);
  });

  it('calls off a date that is off by then, and that is no change', async () => {
    const cancel = () => dates.cancel(idOf(1));
    expect(await statusesOf(cancel, cancel)).toEqual([200, 200]);
    expect(await versionNow()).toBe(series.version + 1);
  });

  it('calls off a series that is off by then, and that is no change', async () => {
    const cancel = () => dates.cancelSeries(series.id);
    expect(await statusesOf(cancel, cancel)).toEqual([200, 200]);
    expect(await versionNow()).toBe(series.version + 1);
  });

  it('is refused the cancellation of what was moved, and nothing of it is there (412)', async () => {
    const [{ version }] = series.occurrences;
    const statuses = await statusesOf(
      () => dates.move(idOf(0), { time: '10:00' }),
      () => dates.cancel(idOf(0), version),
    );
    expect(statuses).toEqual([200, 412]);
    expect(await versionNow()).toBe(series.version + 1);
  });
});
