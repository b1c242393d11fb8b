import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { wake } from '../../support/clockwork.js';
import { groupLinkOf, invited, invitedBy, type Invited } from '../../support/invited.js';
import { inviteesOf } from '../../support/invitees.js';
import { meetingOf } from '../../support/jitsi-side.js';
import { PdfText } from '../../support/pdf-text.js';
import { aPlace, type Group } from '../../support/people.js';
import { dialInOf, newestTo, showInMails } from '../../support/telephone.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const MORNING = '2026-12-01T09:00';
const NUMBERS = ['+49 231 1234567', '+49 800 1234567'];
const WEEKLY = { repeat: { kind: 'weekly', interval: 1, count: 2 } };

let house: StoryHouse;
beforeAll(async () => {
  const JITSI_DIAL_IN = 'DE +49 231 1234567, DE +49 800 1234567 free';
  house = await openStoryHouse({ environment: { JITSI_DIAL_IN } });
});
afterAll(() => house.close());
beforeEach(() => house.clock.moveTo(MORNING));

async function pinOf(occurrenceId: string): Promise<string> {
  const pin = String((await meetingOf(house, occurrenceId))?.pin);
  expect(pin).toMatch(/^[1-9]\d{8}$/);
  return (pin.match(/\d{3}/g) ?? []).join(' ');
}

const pageAt = async (path: string) => (await house.http[0].raw(path)).text.replace(/\s+/g, ' ');

async function sheetOf({ representative }: Group, path: string): Promise<string> {
  const headers = { authorization: `Bearer ${representative.token ?? ''}` };
  const answer = await fetch(`${house.http[0].baseUrl}${path}/sheet.pdf`, { headers });
  const pdf = new PdfText(Buffer.from(await answer.arrayBuffer()));
  return pdf.pages.map((page) => pdf.wordsOn(page).replace(/\s+/g, ' ')).join(' ');
}

describe('How to come by telephone is told', () => {
  let one: Invited;
  let groupLink: string;
  beforeAll(async () => {
    house.clock.moveTo(MORNING);
    one = await invited(house);
    groupLink = await groupLinkOf(house, one.group);
  });

  it.each(['2026-12-01T09:00', '2026-12-08T18:30'])(
    'on the page of each link, from when to when, with numbers that a telephone can call: %s',
    async (time) => {
      house.clock.moveTo(time);
      const pin = await pinOf(one.occurrenceId);
      for (const path of [one.link, groupLink]) {
        const text = await pageAt(path);
        expect(text).toContain('<h2>Sie können auch anrufen</h2>');
        expect(text).toContain('Das geht am Dienstag, 8. Dezember 2026 von 17:45 Uhr bis 20:00 Uhr.');
        expect(text).toContain('<a href="tel:+492311234567">+49 231 1234567</a>');
        expect(text).toContain('<a href="tel:+498001234567">+49 800 1234567</a>');
        expect(text).toContain(pin);
      }
    },
  );

  it('not on the page of a date that is over', async () => {
    house.clock.moveTo('2026-12-08T20:31');
    for (const path of [one.link, groupLink]) expect(await pageAt(path)).not.toContain('tel:');
  });

  it('on the sheet for one date; on that for a series it says where, since each date has its own PIN', async () => {
    const { group, occurrenceId } = one;
    const ofDate = await sheetOf(group, `/api/occurrences/${occurrenceId}`);
    expect(ofDate).toContain(`Oder mit dem Telefon ${NUMBERS.join(' ')} PIN: ${await pinOf(occurrenceId)}`);
    const series = await invited(house, WEEKLY);
    const path = series.list.replace('/invitees', '');
    const ofSeries = await sheetOf(series.group, path);
    expect(ofSeries).toContain('Jedes Treffen hat eine eigene PIN.');
    expect(ofSeries).not.toMatch(/\+49|PIN: \d/);
  });

  it('not where the server of a date cannot be called', async () => {
    await house.database.query(`UPDATE meeting_servers SET dial_in = '[]'`);
    expect(await pageAt(one.link)).not.toMatch(/anrufen|tel:/);
    expect(await sheetOf(one.group, `/api/occurrences/${one.occurrenceId}`)).not.toContain('PIN');
    await house.database.query('UPDATE meeting_servers SET dial_in = $1', [
      JSON.stringify(dialInOf(...NUMBERS)),
    ]);
  });
});

describe('In mails and calendar entries it stands', () => {
  it('only when the group wants it', async () => {
    const { email, link } = await invited(house);
    const { text, entry } = newestTo(house, email);
    for (const told of [text, entry, (await house.http[0].raw(`${link}/termin.ics`)).text])
      expect(told).not.toMatch(/PIN|\+49/);
  });

  it('for a single date: in the invitation, its entry, the file behind the link and the preview', async () => {
    const { group } = await aPlace(house);
    await showInMails(house, group);
    const { email, link, occurrenceId } = await invitedBy(house, group, {});
    const { text, entry } = newestTo(house, email);
    const file = (await house.http[0].raw(`${link}/termin.ics`)).text.replaceAll('\r\n ', '');
    const { body } = await inviteesOf(house, group, `/api/occurrences/${occurrenceId}`).preview();
    const pin = await pinOf(occurrenceId);
    for (const told of [text, entry, file, body.text, body.calendar.description])
      for (const each of [...NUMBERS, `PIN: ${pin}`]) expect(told).toContain(each);
  });

  it('in reminders too, also of a date of a series', async () => {
    for (const wish of [{}, WEEKLY]) {
      const { group } = await aPlace(house);
      await showInMails(house, group);
      const { email, occurrenceId } = await invitedBy(house, group, wish);
      const pin = await pinOf(occurrenceId);
      house.clock.moveTo('2026-12-07T18:00');
      await wake(house, 'remind-invitees');
      const { email: reminder } = await house.mails.waitFor(email, 2);
      expect(reminder.subject).toContain('Erinnerung');
      expect(reminder.text).toContain(`PIN: ${pin}`);
      house.clock.moveTo(MORNING);
    }
  });

  it('not for a series, whose dates have a PIN each', async () => {
    const { group } = await aPlace(house);
    await showInMails(house, group);
    const { email, link } = await invitedBy(house, group, WEEKLY);
    const { text, entry } = newestTo(house, email);
    for (const told of [text, entry, (await house.http[0].raw(`${link}/termin.ics`)).text])
      expect(told).not.toMatch(/PIN|\+49/);
    expect(await pageAt(link)).toContain('tel:+492311234567');
  });
});
