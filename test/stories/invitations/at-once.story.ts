import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { linksLost } from '../../../src/invitations/invitations.events.js';
import { Transactions } from '../../../src/platform/database/transactions.js';
import { Events } from '../../../src/platform/events/events.js';
import { datesOf } from '../../support/dates.js';
import { inviteesOf, subjectsTo } from '../../support/invitees.js';
import { invitedBy, type Invited } from '../../support/invited.js';
import { eventually } from '../../support/mail-rows.js';
import { aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';
import { oneAfterTheOther } from '../../support/waiting-in-line.js';

describe('What happens to one date at the same moment happens one after the other', () => {
  let house: StoryHouse;
  let group: Group;
  let guest: Omit<Invited, 'group'>;
  let reservationId: string;

  beforeAll(async () => {
    house = await openStoryHouse();
  });
  afterAll(() => house.close());

  beforeEach(async () => {
    ({ group } = await aPlace(house));
    guest = await invitedBy(house, group, {});
    const { occurrenceId } = guest;
    const [row] = await house.database.query<{ id: string }>(
      'SELECT reservation_id AS id FROM occurrences WHERE id = $1',
      [occurrenceId],
    );
    reservationId = row?.id ?? '';
  });

  const subjects = () => subjectsTo(house, guest.email);

  it('withdrawn while somebody sends the invitation once more: it is not sent', async () => {
    const invitees = inviteesOf(house, group, `/api/occurrences/${guest.occurrenceId}`);
    const [{ id } = { id: '' }] = await invitees.list();
    const [withdrawn, resent] = await oneAfterTheOther<{ status: number }>(
      house,
      { table: 'reservations', id: reservationId },
      [() => invitees.withdraw(id), () => invitees.resend(id)],
    );
    expect([withdrawn?.status, resent?.status]).toEqual([204, 404]);
    await eventually(subjects, ['Einladung', 'Einladung zurückgezogen']);
    const mails = await house.database.query('SELECT kind FROM mails WHERE about = $1 ORDER BY created_at', [
      id,
    ]);
    expect(mails).toEqual([{ kind: 'invitation' }, { kind: 'withdrawnInvitation' }]);
  });

  it('called off between the wish for a fresh link and its making: the cancellation is told, the link stays', async () => {
    const { email, occurrenceId } = guest;
    const rows = () =>
      house.database.query<{ id: string; linkVersion: number }>(
        'SELECT id, link_version AS "linkVersion" FROM invitees WHERE email = $1',
        [email],
      );
    const [link] = (await rows()) as [{ id: string; linkVersion: number }];
    const [app] = house.apps;
    const makeLink = () =>
      app
        .get(Transactions)
        .run((tx) =>
          app.get(Events).publish(tx, linksLost, { links: [{ ...link, reservationId, occurrenceId }] }),
        );
    expect((await datesOf(house, group).cancel(occurrenceId)).status).toBe(200);
    await makeLink();
    await eventually(subjects, ['Einladung', 'Abgesagt']);
    const done = () =>
      house.database.query(
        `SELECT count(*)::int AS open FROM pgboss.job WHERE name LIKE 'links.lost%' AND state <> 'completed'`,
      );
    await eventually(done, [{ open: 0 }]);
    expect(await rows()).toEqual([{ ...link, linkVersion: 0 }]);
    expect(subjects()).toEqual(['Einladung', 'Abgesagt']);
  });
});
