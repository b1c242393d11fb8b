import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TwoCalendarClients } from '../../support/calendar-client.js';
import { datesOf, type Dates } from '../../support/dates.js';
import { calendarFileOf, inviteesOf, linkIn } from '../../support/invitees.js';
import { stayIn, turnBack } from '../../support/mail-rows.js';
import { aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const OTHERS_TAKE_PLACE = 'Die anderen Treffen finden statt, und Ihr Link gilt weiter.';
const LINK_IS_SHUT = 'Der Link aus der Einladung öffnet sich nicht mehr.';

describe('Somebody invited to a series hears of one date that is off (P4)', () => {
  let house: StoryHouse;
  let group: Group;
  let dates: Dates;

  beforeAll(async () => {
    house = await openStoryHouse();
  });
  afterAll(() => house.close());

  beforeEach(async () => {
    await turnBack(house, '2026-12-01T09:00');
    ({ group } = await aPlace(house));
    dates = datesOf(house, group);
    await stayIn(house.database);
  });

  /** Two weekly dates, and somebody invited to both who has the invitation. */
  async function anInvitedPair(name: string) {
    const { body } = await dates.reserve({ repeat: { kind: 'weekly', interval: 1, count: 2 } });
    const email = `rosa-${name}@ende.example`;
    await inviteesOf(house, group, `/api/reservations/${body.id}`).invite(email);
    const link = linkIn(await house.mails.waitFor(email));
    /** What the link answers, what the last of so many mails says, and how many dates the calendar shows after them. */
    const after = async (count: number) => {
      const text = (await house.mails.waitFor(email, count)).email.text ?? '';
      const client = new TwoCalendarClients();
      for (const mail of house.mails.to(email)) client.receive(calendarFileOf(mail));
      const says = [OTHERS_TAKE_PLACE, LINK_IS_SHUT].filter((words) => text.includes(words));
      return { status: (await house.http[0].raw(link)).status, says, shown: client.shown().length };
    };
    const [first, last] = body.occurrences.map(({ id }) => id);
    return { id: body.id, first: first ?? '', last: last ?? '', after };
  }

  it('while another one lies ahead the link is good', async () => {
    const { last, after } = await anInvitedPair('two');
    await dates.cancel(last);
    expect(await after(2)).toEqual({ status: 200, says: [OTHERS_TAKE_PLACE], shown: 1 });
  });

  it('while another one runs the link is good', async () => {
    const { last, after } = await anInvitedPair('runs');
    house.clock.moveTo('2026-12-08T18:30');
    await dates.cancel(last);
    expect(await after(2)).toEqual({ status: 200, says: [OTHERS_TAKE_PLACE], shown: 1 });
  });

  it('when the others are over the link is shut', async () => {
    const { last, after } = await anInvitedPair('over');
    house.clock.moveTo('2026-12-10T09:00');
    await dates.cancel(last);
    expect(await after(2)).toEqual({ status: 410, says: [LINK_IS_SHUT], shown: 1 });
  });

  it('when the others are off already the link is shut', async () => {
    const { first, last, after } = await anInvitedPair('off');
    await dates.cancel(first);
    expect(await after(2)).toMatchObject({ says: [OTHERS_TAKE_PLACE] });
    await dates.cancel(last);
    expect(await after(3)).toEqual({ status: 410, says: [LINK_IS_SHUT], shown: 0 });
  });

  it('when the group ends before its last one the link is shut', async () => {
    const { after } = await anInvitedPair('end');
    house.clock.moveTo('2026-12-10T09:00');
    await house.http[0].post(`/api/groups/${group.id}/end`, { as: group.contactPoint.staff });
    expect(await after(2)).toEqual({ status: 410, says: [LINK_IS_SHUT], shown: 1 });
  });

  it('when a closure hits its last one the link is shut', async () => {
    const { after } = await anInvitedPair('closed');
    house.clock.moveTo('2026-12-10T09:00');
    const day = { date: '2026-12-15' };
    await house.http[0].post('/api/closures', {
      as: group.contactPoint.staff,
      body: { from: day, to: day, dates: 'cancel' },
    });
    expect(await after(2)).toEqual({ status: 410, says: [LINK_IS_SHUT], shown: 1 });
  });
});
