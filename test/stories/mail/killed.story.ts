import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emptyDatabase, type StoryDatabase } from '../../support/database.js';
import { eventually, mailRows, tally } from '../../support/mail-rows.js';
import { MailSink } from '../../support/mail-sink.js';
import { aDate, aPlace, type Group } from '../../support/people.js';
import { aDataDir, clearAway, SpawnedHouse } from '../../support/spawned-house.js';
import type { StoryHouse } from '../../support/story-house.js';

describe('A house that is killed between the answer of the mail server and its own note of it (P2, P3)', () => {
  const mails = new MailSink();
  let database: StoryDatabase;
  let environment: Record<string, string>;
  let house: SpawnedHouse;
  let group: Group;

  const config = { publicUrl: 'https://haus.example' };
  const around = () => ({ http: [house.http], database, mails, config }) as unknown as StoryHouse;

  beforeAll(async () => {
    database = await emptyDatabase();
    environment = {
      PUBLIC_URL: config.publicUrl,
      DATABASE_URL: database.url,
      DATA_DIR: aDataDir(),
      SMTP_URL: await mails.start(),
      MAIL_RATE: '100000',
    };
    house = await SpawnedHouse.open(environment);
    ({ group } = await aPlace(around()));
  });
  afterAll(async () => {
    await house.exit('SIGKILL');
    await mails.stop();
    await database.drop();
    await clearAway(environment['DATA_DIR'] ?? '');
  });

  const comingDate = (days: number) => Temporal.Now.plainDateISO('Europe/Berlin').add({ days }).toString();

  it.each([
    [1, 'erst.example'],
    [5, 'fuenft.example'],
    [12, 'letzt.example'],
  ])(
    'at mail %s of 12: each comes at least once, and twice only as the same message',
    async (killedAt, domain) => {
      const guests = Array.from({ length: 12 }, (_, index) => `gast${index}@${domain}`);
      const { id } = await aDate(around(), group, { date: comingDate(7 + killedAt) });
      let taken = 0;
      mails.whenTaken = async ({ recipients: [to = ''] }) => {
        if (to.endsWith(domain) && ++taken === killedAt) await house.exit('SIGKILL');
      };
      const body = { invitees: guests.map((email) => ({ email })) };
      // The answer may or may not come out before the end; what is stored is stored.
      await house.http
        .post(`/api/occurrences/${id}/invitees`, { as: group.representative, body })
        .catch(() => undefined);
      await eventually(() => taken >= killedAt, true);
      await house.exit('SIGKILL');
      expect(tally(await mailRows(database, domain))['sent'] ?? 0).toBeLessThan(12);

      house = await SpawnedHouse.open(environment);
      // As long as the killed one could still be about to send them, nobody touches its mails.
      await database.query('UPDATE mails SET held_until = now()');
      await eventually(async () => tally(await mailRows(database, domain)), { sent: 12 });
      const rows = await database.query<{ email: string; messageId: string }>(
        `SELECT i.email, '<' || m.id || '@haus.example>' AS "messageId"
       FROM mails m JOIN invitees i ON i.id = m.about WHERE i.email LIKE '%@' || $1`,
        [domain],
      );
      for (const { email, messageId } of rows) {
        const ids = mails.to(email).map(({ email: { messageId } }) => messageId);
        expect(new Set(ids)).toEqual(new Set([messageId]));
      }
      expect(mails.mails.filter(({ recipients: [to = ''] }) => to.endsWith(domain)).length).toBeGreaterThan(
        12,
      );
    },
  );
});
