import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AddServer } from '../../../src/rooms/add-server.js';
import { wake } from '../../support/clockwork.js';
import { datesOf } from '../../support/dates.js';
import type { Caller } from '../../support/http-caller.js';
import { eventually } from '../../support/mail-rows.js';
import { anOperator, aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const SERVER = {
  slug: 'zwei',
  baseUrl: 'https://zwei.example',
  xmppDomain: 'meet.jitsi',
  mucDomain: 'muc.meet.jitsi',
  issuer: 'virtuelles-haus',
  audience: 'jitsi',
  profile: 'P3' as const,
  capacity: 11,
  hasLobby: true,
  dialIn: [],
};

let house: StoryHouse;
let operator: Caller;
let group: Group;

async function open(environment: Record<string, string>) {
  house = await openStoryHouse({ environment, instances: 2 });
  operator = await anOperator(house);
  await anOperator(house);
  ({ group } = await aPlace(house));
}

async function operators(): Promise<string[]> {
  const rows = await house.database.query<{ email: string }>(
    'SELECT email FROM staff_members WHERE contact_point_id IS NULL',
  );
  return rows.map(({ email }) => email);
}

/** What each operator has got by now, the newest last; the house looks round before. */
async function mailsToEach(): Promise<string[]> {
  await wake(house, 'warn-of-full-servers');
  const [first = [], ...others] = (await operators()).map((email) =>
    house.mails.to(email).map(({ email: { subject, text } }) => `${subject}\n${text}`),
  );
  expect(others).toEqual([first.map((mail) => expect.stringContaining(mail.split('\n')[0] ?? ''))]);
  return first;
}

describe('When bookings bring a Jitsi server near its capacity', () => {
  beforeAll(() => open({ JITSI_CAPACITY: '10' }));
  afterAll(() => house.close());

  it('each operator gets one mail for all days of a series, and none for those days again', async () => {
    const dates = datesOf(house, group);
    await dates.reserve({ time: '10:00', repeat: { kind: 'weekly', interval: 1, count: 2 } });
    const [mail, ...others] = await mailsToEach();
    expect(others).toEqual([]);
    expect(mail).toContain('Videoserver fast ausgebucht an 2 Tagen, zuerst am 8. Dezember 2026');
    expect(mail).toContain('Videoserver „demo“ erwartet');
    expect((await dates.reserve({ time: '18:00' })).status).toBe(201);
    expect(await mailsToEach()).toHaveLength(1);
  });

  it('one more for a day that comes later, and none where those who go never meet those who come', async () => {
    const dates = datesOf(house, group);
    await dates.reserve({ date: '2026-12-11', time: '16:00', expectedParticipants: 7 });
    await dates.reserve({ date: '2026-12-11', time: '18:00', expectedParticipants: 7 });
    await dates.reserve({ date: '2026-12-10', time: '18:00' });
    const off = await dates.reserve({ date: '2026-12-13', time: '18:00' });
    await dates.cancel(off.body.occurrences[0].id);
    const [, mail, ...others] = await mailsToEach();
    expect(others).toEqual([]);
    expect(mail).toContain('Videoserver fast ausgebucht an 2 Tagen, zuerst am 10. Dezember 2026');
  });
});

describe('When a Jitsi server comes near its capacity without a booking', () => {
  beforeAll(() => open({ JITSI_URL: '' }));
  afterAll(() => house.close());

  const carry = (capacity: number) =>
    (house.http[1] ?? house.http[0]).send('PATCH', '/api/servers/zwei', { as: operator, body: { capacity } });

  it('as the first one of a house that has dates from before, the operators get one mail', async () => {
    const dates = datesOf(house, group);
    await dates.reserve({ date: '2026-12-08', expectedParticipants: 12 });
    await dates.reserve({ date: '2026-12-09', expectedParticipants: 9 });
    await dates.reserve({ date: '2026-12-10', expectedParticipants: 7 });
    const cancelled = await dates.reserve({ date: '2026-12-07', expectedParticipants: 12 });
    await dates.cancel(cancelled.body.occurrences[0].id);
    expect(await mailsToEach()).toEqual([]);
    await house.apps[0].get(AddServer, { strict: false }).run(SERVER);
    const [mail, ...others] = await mailsToEach();
    expect(others).toEqual([]);
    expect(mail).toContain('Videoserver überbucht am 8. Dezember 2026');
    expect(mail).toContain(
      '70 Prozent der Teilnehmenden, die er tragen kann: an 2 Tagen, zuerst am 8. Dezember',
    );
    expect(mail).toContain('mehr, als er tragen kann: am 8. Dezember');
    expect(await mailsToEach()).toHaveLength(1);
  });

  it('raised, nothing more is said', async () => {
    expect((await carry(100)).status).toBe(200);
    expect(await mailsToEach()).toHaveLength(1);
  });

  it('lowered, they hear of the days that they do not know yet to be so full', async () => {
    await carry(9);
    const [, nearly, ...none] = await mailsToEach();
    expect(none).toEqual([]);
    expect(nearly).toContain('Videoserver fast ausgebucht am 10. Dezember 2026');
    await carry(8);
    const [, , over, ...others] = await mailsToEach();
    expect(others).toEqual([]);
    expect(over).toContain('Videoserver überbucht am 9. Dezember 2026');
  });

  it('and set right before the mail has left, nothing is said until it is so again', async () => {
    const lower = () => carry(6).then(() => wake(house, 'warn-of-full-servers'));
    for (const email of await operators()) house.mails.refusals.set(email, 451);
    await lower();
    await carry(100);
    house.mails.refusals.clear();
    await house.mails.retryNow(house.database);
    const states = () =>
      house.database.query(`SELECT state FROM mails WHERE about IN (SELECT id FROM staff_members)
        AND state <> 'sent' ORDER BY id`);
    await eventually(states, [{ state: 'dropped' }, { state: 'dropped' }]);
    expect(await mailsToEach()).toHaveLength(3);
    await lower();
    const [, , , over, ...others] = await mailsToEach();
    expect(others).toEqual([]);
    expect(over).toContain('Videoserver überbucht am 10. Dezember 2026');
  });
});
