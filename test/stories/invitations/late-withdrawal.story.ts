import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TwoCalendarClients } from '../../support/calendar-client.js';
import { datesOf, type Dates } from '../../support/dates.js';
import { calendarFileOf, inviteesOf, subjectsTo } from '../../support/invitees.js';
import { mailsStand } from '../../support/mail-rows.js';
import { aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const WEEKLY = { kind: 'weekly', interval: 1, count: 4 };

describe('Somebody is taken off the list of what is off, wholly or in part (P3, P4)', () => {
  let house: StoryHouse;
  let group: Group;
  let dates: Dates;
  let count = 0;

  beforeAll(async () => {
    house = await openStoryHouse();
  });
  afterAll(() => house.close());

  beforeEach(async () => {
    ({ group } = await aPlace(house));
    dates = datesOf(house, group);
  });

  /** A date or a series, and somebody who has the invitation to it. */
  async function invited(repeat?: object) {
    const { body } = await dates.reserve({ repeat });
    const to = repeat ? `/api/reservations/${body.id}` : `/api/occurrences/${body.occurrences[0].id}`;
    const invitees = inviteesOf(house, group, to);
    const email = `rosa-${++count}@weg.example`;
    const { body: list } = await invitees.invite(email);
    const inviteeId = list.items[0]?.id ?? '';
    await house.mails.waitFor(email);
    const withdraw = async () => expect((await invitees.withdraw(inviteeId)).status).toBe(204);
    const mails = async () => {
      const rows = await house.database.query<{ mail: string }>(
        `SELECT kind || ' ' || state AS mail FROM mails WHERE about = $1 ORDER BY created_at, id`,
        [inviteeId],
      );
      return rows.map(({ mail }) => mail);
    };
    const until = (expected: string[]) => mailsStand(house, mails, expected);
    const shown = () => {
      const client = new TwoCalendarClients();
      for (const mail of house.mails.to(email)) client.receive(calendarFileOf(mail));
      return client.shown();
    };
    return { body, email, withdraw, until, shown };
  }

  it('of a series of which one date is off: word comes, and the whole entry goes', async () => {
    const { body, email, withdraw, until, shown } = await invited(WEEKLY);
    await dates.cancel(body.occurrences[1]?.id ?? '');
    await until(['invitation sent', 'cancelledDate sent']);
    expect(shown()).toHaveLength(3);
    await withdraw();
    await until(['invitation sent', 'cancelledDate sent', 'withdrawnInvitation sent']);
    expect(subjectsTo(house, email).at(-1)).toBe('Einladung zurückgezogen');
    expect(shown()).toEqual([]);
  });

  it('of a series whose dates were called off one after the other: they know already', async () => {
    const { body, withdraw, until, shown } = await invited({ ...WEEKLY, count: 2 });
    for (const { id } of body.occurrences) await dates.cancel(id);
    await until(['invitation sent', 'cancelledDate sent', 'cancelledDate sent']);
    expect(shown()).toEqual([]);
    await withdraw();
    const known = ['invitation sent', 'cancelledDate sent', 'cancelledDate sent'];
    await until([...known, 'withdrawnInvitation dropped']);
  });

  it.each([
    ['a date', undefined],
    ['a series', WEEKLY],
  ])('of %s whose cancellation still waits for the mail server: one of the two comes', async (_, repeat) => {
    const { body, email, withdraw, until, shown } = await invited(repeat);
    await until(['invitation sent']);
    house.mails.refusals.set(email, 451);
    if (repeat) await dates.cancelSeries(body.id);
    else await dates.cancel(body.occurrences[0].id);
    await until(['invitation sent', 'cancelledDate retrying']);
    await withdraw();
    house.mails.refusals.delete(email);
    await until(['invitation sent', 'cancelledDate dropped', 'withdrawnInvitation sent']);
    expect(shown()).toEqual([]);
  });
});
