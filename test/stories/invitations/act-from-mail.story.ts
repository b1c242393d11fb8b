import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MailedDatesReader } from '../../../src/reservations/mailed-dates.reader.js';
import { blindlySubmitted, formsIn } from '../../support/forms.js';
import { aDate, aPlace, type DateFacts, type Group, type RoomFacts } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

describe('A representative acts from the mail about a coming date', () => {
  let house: StoryHouse;
  let group: Group;
  let rooms: [RoomFacts, RoomFacts];
  let date: DateFacts;
  let link: string;

  beforeAll(async () => {
    house = await openStoryHouse();
  });
  afterAll(() => house.close());

  beforeEach(async () => {
    ({ group, rooms } = await aPlace(house));
    date = await aDate(house, group, { date: '2026-12-08', roomId: rooms[0].id });
    const [person] = await house.database.query<{ id: string }>(
      'SELECT person_id AS id FROM representatives WHERE group_id = $1',
      [group.id],
    );
    const links = house.apps[0].get(MailedDatesReader, { strict: false });
    link = new URL(links.actUrlOf(date.id, person?.id ?? '')).pathname;
  });

  const open = (path = link) => house.http[0].raw(path);
  const send = (fields: Record<string, string>, path = link) => house.http[0].submit(path, fields);
  const shown = async () => {
    const { body } = await house.http[0].get<{ date: string; time: string; state: string; version: number }>(
      `/api/occurrences/${date.id}`,
      { as: group.representative },
    );
    const { date: day, time, state, version } = body;
    return { day, time, state, version };
  };
  const STANDING = { day: '2026-12-08', time: '18:00', state: 'planned', version: 1 };
  /** Sends the one form of a page that asks once more. */
  const agree = (text: string) => {
    const [form] = formsIn(text).filter(({ fields }) => 'sure' in fields);
    if (!form) throw new Error('The page asks nothing.');
    return send(form.fields);
  };
  const asMove = (day: string, time: string, version = '1') =>
    send({ act: 'move', date: day, time, version });

  it('sees the date and what can be done about it, each with a label', async () => {
    const { status, text, headers } = await open();
    expect(status).toBe(200);
    expect(text).toContain('Dienstag, 8. Dezember 2026, 18:00 bis 20:00 Uhr');
    expect(text).not.toMatch(new RegExp(`${group.label}|<script`));
    for (const words of ['Der Termin findet statt', 'Verschieben', 'Absagen']) expect(text).toContain(words);
    for (const field of ['date', 'time']) expect(text).toMatch(new RegExp(`<label for="${field}">`));
    expect(text).toContain('Impressum');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('says that it takes place, and nothing changes', async () => {
    const { status, text } = await send({ act: 'confirm', version: '1' });
    expect({ status, text }).toMatchObject({ status: 200, text: expect.stringContaining('Gut.') });
    expect(await shown()).toEqual(STANDING);
  });

  it('calls it off: asked once more, then everybody invited gets word', async () => {
    const email = `gast-${date.id}@gast.example`;
    await house.http[0].post(`/api/occurrences/${date.id}/invitees`, {
      as: group.representative,
      body: { invitees: [{ email }] },
    });
    await house.mails.waitFor(email);
    const asked = await send({ act: 'cancel', version: '1' });
    expect(asked.text).toContain('wirklich absagen?');
    expect(await shown()).toEqual(STANDING);
    const { text } = await agree(asked.text);
    expect(text).toContain('Der Termin ist abgesagt');
    expect(text).toContain('10 Minuten lang können Sie die Absage zurücknehmen');
    expect(text).toContain(`href="https://${group.contactPoint.slug}.example/online"`);
    expect((await shown()).state).toBe('cancelled');
    expect((await house.mails.waitFor(email, 2)).email.subject).toContain('Abgesagt');
    for (const again of [await open(), await agree(asked.text)]) {
      expect({ status: again.status, isEnd: again.text.includes('ist abgesagt') }).toEqual({
        status: 410,
        isEnd: true,
      });
    }
  });

  it('moves it: sees both times, is asked once more, and the link stays good', async () => {
    const asked = await asMove('2026-12-09', '19:15');
    expect(asked.text).toContain('Mittwoch, 9. Dezember 2026, 19:15 bis 21:15 Uhr');
    expect(await shown()).toEqual(STANDING);
    expect((await agree(asked.text)).text).toContain('Der Termin ist verschoben');
    expect(await shown()).toMatchObject({ day: '2026-12-09', time: '19:15' });
    expect((await open()).text).toContain('Mittwoch, 9. Dezember 2026');
  });

  it('moves it once by a button that is pressed twice, and is told so both times', async () => {
    const asked = await asMove('2026-12-09', '19:15');
    const sayWhatWasDone = (answers: Awaited<ReturnType<typeof agree>>[]) => {
      for (const { status, text } of answers) {
        expect(text).toContain('Der Termin ist verschoben');
        expect(text).toContain('Mittwoch, 9. Dezember 2026, 19:15 bis 21:15 Uhr');
        expect(status).toBe(200);
      }
    };
    sayWhatWasDone(await Promise.all([agree(asked.text), agree(asked.text)]));
    sayWhatWasDone([await agree(asked.text)]);
    expect(await shown()).toEqual({ ...STANDING, day: '2026-12-09', time: '19:15', version: 2 });
    const body = { time: '17:00' };
    await house.http[0].send('PATCH', `/api/occurrences/${date.id}`, { as: group.representative, body });
    expect((await agree(asked.text)).status).toBe(412);
    const unsure = { act: 'move', date: '2026-12-09', time: '17:00', version: '2', sure: 'A'.repeat(43) };
    expect((await send(unsure)).status).toBe(412);
  });

  it.each([
    ['no day', 'irgendwann', '18:00', 422, 'Bitte geben Sie einen Tag an'],
    ['no time', '2026-12-09', '<b>', 422, 'Bitte geben Sie eine Uhrzeit an'],
    ['off the quarter hours', '2026-12-09', '18:05', 422, 'vollen Viertelstunde'],
    ['past', '2026-12-01', '08:00', 422, 'schon vorbei'],
    ['outside the hours', '2026-12-09', '03:00', 422, 'geöffnet'],
    ['where it is', '2026-12-08', '18:00', 422, 'schon zu dieser Zeit'],
  ])('is refused with a sentence and loses nothing typed: %s', async (_, day, time, status, sentence) => {
    const refused = await asMove(day, time);
    expect(refused.status).toBe(status);
    expect(refused.text).toContain(sentence);
    const [move] = formsIn(refused.text).filter(({ fields }) => fields['act'] === 'move');
    expect(move?.fields).toMatchObject({ date: day, time });
    expect(refused.text).not.toContain('<b>');
    expect(await shown()).toEqual(STANDING);
  });

  it('when the room is taken: chooses what is free by one button', async () => {
    await aDate(house, group, { date: '2026-12-10', roomId: rooms[0].id });
    const refused = await asMove('2026-12-10', '18:00');
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Um 18:00 Uhr, Raum 2');
    const choice = formsIn(refused.text).find(({ fields }) => fields['roomId'] === rooms[1].id);
    const asked = await send(choice?.fields ?? {});
    expect(asked.text).toContain('Raum 2');
    expect((await agree(asked.text)).status).toBe(200);
    expect(await shown()).toMatchObject({ day: '2026-12-10', time: '18:00' });
  });

  it('when the room is taken between question and answer: nothing moves (P1)', async () => {
    const asked = await asMove('2026-12-11', '18:00');
    await aDate(house, group, { date: '2026-12-11', roomId: rooms[0].id });
    const refused = await agree(asked.text);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Das ist frei');
    expect(await shown()).toEqual(STANDING);
  });

  it('when somebody else was faster: sees how it stands now and keeps what was typed', async () => {
    const cancelling = await send({ act: 'cancel', version: '1' });
    const moving = await asMove('2026-12-09', '19:00');
    const body = { time: '17:00' };
    await house.http[0].send('PATCH', `/api/occurrences/${date.id}`, { as: group.representative, body });
    for (const { text } of [cancelling, moving]) {
      const refused = await agree(text);
      expect(refused.status).toBe(412);
      expect(refused.text).toContain('17:00 bis 19:00 Uhr');
    }
    expect((await agree(moving.text)).text).toContain('value="2026-12-09"');
    expect(await shown()).toMatchObject({ time: '17:00', state: 'planned' });
  });

  it('does nothing while the group’s access rests (403)', async () => {
    const change = (action: string) =>
      house.http[0].post(`/api/groups/${group.id}/${action}`, { as: group.contactPoint.staff });
    await change('pause');
    const asked = await send({ act: 'cancel', version: '1' });
    for (const { status, text } of [await open(), asked]) {
      expect(status).toBe(403);
      expect(text).not.toMatch(new RegExp(`${group.label}|<form`));
    }
    expect(await shown()).toEqual(STANDING);
    await change('resume');
    expect((await open()).status).toBe(200);
    await change('end');
    expect((await open()).status).toBe(403);
  });

  it('dies with the right to the group, and strange tokens open nothing (404)', async () => {
    const door = new URL(date.door.enterUrl).pathname.replace('/t/', '/a/');
    const other = `${link.slice(0, -1)}${link.endsWith('A') ? 'E' : 'A'}`;
    await house.database.query('DELETE FROM representatives WHERE group_id = $1', [group.id]);
    for (const path of [link, door, other, '/a/kurz', `/a/${'A'.repeat(75)}`]) {
      for (const { status, text } of [await open(path), await send({ act: 'cancel', version: '1' }, path)]) {
        expect({ path, status, isUnknown: text.includes('Diesen Link gibt es nicht') }).toEqual({
          path,
          status: 404,
          isUnknown: true,
        });
      }
    }
  });

  it('opens no door: the link of the mail is for this page only', async () => {
    expect((await open(link.replace('/a/', '/t/'))).status).toBe(404);
  });

  it('another date’s agreement is none, and neither is a forged one', async () => {
    const asked = await asMove('2026-12-09', '19:00');
    const sure = formsIn(asked.text)[0]?.fields['sure'] ?? '';
    const other = await send({ act: 'move', date: '2026-12-10', time: '19:00', version: '1', sure });
    expect(other.text).toContain('wirklich verschieben?');
    const forged = await send({ act: 'cancel', version: '1', sure });
    expect(forged.text).toContain('wirklich absagen?');
    expect(await shown()).toEqual(STANDING);
  });

  it('opening it twenty times, and sending every form of the page, changes nothing (P8)', async () => {
    for (let time = 0; time < 20; time++) {
      expect((await open()).status).toBe(200);
      expect((await house.http[0].raw(link, { method: 'HEAD' })).status).toBe(200);
    }
    expect(await blindlySubmitted(house.http[0], link)).toBe(3);
    expect(await shown()).toEqual(STANDING);
  });

  it('a shape that no page of ours sends is refused (400)', async () => {
    for (const fields of [
      {},
      { act: 'end', version: '1' },
      { act: 'cancel' },
      { act: 'cancel', version: 'x' },
    ]) {
      expect((await send(fields as Record<string, string>)).status).toBe(400);
    }
    expect(await shown()).toEqual(STANDING);
  });

  it('is good until the date begins (410)', async () => {
    house.clock.moveTo('2026-12-08T17:59');
    expect((await open()).status).toBe(200);
    house.clock.moveTo('2026-12-08T18:00');
    for (const { status, text } of [await open(), await send({ act: 'cancel', version: '1' })]) {
      expect(status).toBe(410);
      expect(text).toContain('schon begonnen');
      expect(text).not.toMatch(/Dezember|<form/);
    }
  });
});
