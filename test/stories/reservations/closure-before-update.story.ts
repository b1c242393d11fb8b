import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RememberWhatClosed1764159600000 } from '../../../src/migrations/1764159600000-remember-what-closed.js';
import { eventually } from '../../support/mail-rows.js';
import { aDate, aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';
import { updateAgain } from '../../support/update.js';

const DAY = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 10 }).toString();

describe('Whoever is to hear of a closure when the house is updated finds what it has done', () => {
  let house: StoryHouse;

  beforeAll(async () => {
    house = await openStoryHouse({ startsAt: Temporal.Now.instant() });
  });
  afterAll(() => house.close());

  const FROM_MAILS = `FROM mails m JOIN representatives r ON r.id = m.about
    WHERE m.kind = 'closureDates' AND r.group_id = $1`;
  const waiting = async ({ id }: Group) =>
    (await house.database.query(`SELECT m.id ${FROM_MAILS}`, [id])).length;

  /** A date that a closure has treated; the mail about it waits. */
  async function untold(dates: 'cancel' | 'move') {
    const { group, rooms } = await aPlace(house);
    house.mails.refusals.set(group.email, 451);
    const [{ id: roomId }] = rooms;
    const { id } = await aDate(house, group, { roomId, date: DAY });
    const body = { from: { date: DAY }, to: { date: DAY }, roomId, dates };
    const { body: closure } = await house.http[0].post<{ id: string }>('/api/closures', {
      as: group.contactPoint.staff,
      body,
    });
    await eventually(() => waiting(group), 1);
    return { group, occurrenceId: id, closedBy: closure.id };
  }

  const closedByNow = (id: string) =>
    house.database.query(
      'SELECT closed_by AS "closedBy", closed_version AS version FROM occurrences WHERE id = $1',
      [id],
    );

  const update = () => updateAgain(house, new RememberWhatClosed1764159600000());

  it.each(['cancel', 'move'] as const)('while a mail waits (%s)', async (dates) => {
    const { occurrenceId, closedBy } = await untold(dates);
    await update();
    expect(await closedByNow(occurrenceId)).toEqual([{ closedBy, version: 1 }]);
  });

  it.each(['closedDates.found/treat-closed-dates', 'closure.treated/write-closure-mails'])(
    'while a job waits (%s)',
    async (job) => {
      const { group, occurrenceId, closedBy } = await untold('cancel');
      await house.database.query(`DELETE FROM mails WHERE id IN (SELECT m.id ${FROM_MAILS})`, [group.id]);
      await house.database.query(
        `INSERT INTO pgboss.job (name, data, state, start_after) VALUES ($1, $2, 'retry', now() + interval '1 hour')`,
        [job, { closureId: closedBy, version: 1, treatment: 'cancel', occurrenceIds: [occurrenceId] }],
      );
      await update();
      expect(await closedByNow(occurrenceId)).toEqual([{ closedBy, version: 1 }]);
    },
  );
});
