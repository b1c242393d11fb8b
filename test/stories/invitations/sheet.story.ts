import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { encode } from 'uqr';
import { newId } from '../../../src/kernel/id.js';
import { PdfText } from '../../support/pdf-text.js';
import { aDate, aGroup, aPlace, aWish, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

interface Reserved {
  id: string;
  occurrences: { id: string; reservationId: string }[];
}

let house: StoryHouse;
let group: Group;

beforeAll(async () => {
  house = await openStoryHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.moveTo('2026-12-01T09:00');
  ({ group } = await aPlace(house));
  // Who is signed in stays so, wherever the clock is moved.
  await house.database.query("UPDATE sessions SET expires_at = '2100-01-01'");
});

const reserve = async (wish: Record<string, unknown> = {}) =>
  (
    await house.http[0].post<Reserved>(`/api/groups/${group.id}/reservations`, {
      as: group.representative,
      body: aWish(wish),
    })
  ).body;
const weekly = { repeat: { kind: 'weekly', interval: 1, count: 3 } };

/** A file as it comes, byte for byte. */
async function fetched(path: string) {
  const answer = await fetch(`${house.http[0].baseUrl}${path}`, {
    headers: { authorization: `Bearer ${group.representative.token ?? ''}` },
  });
  return { status: answer.status, headers: answer.headers, file: Buffer.from(await answer.arrayBuffer()) };
}

async function sheetAt(path: string) {
  const { status, file } = await fetched(path);
  expect(status).toBe(200);
  const pdf = new PdfText(file);
  return { file, pdf, words: pdf.pages.map((page) => pdf.wordsOn(page).replace(/\s+/g, ' ')).join(' ') };
}

const linkOf = async () =>
  (await house.http[0].get<{ url: string }>(`/api/groups/${group.id}/link`, { as: group.representative }))
    .body.url;

describe('A representative prints a sheet', () => {
  it('for one date: when, the link of the group in letters and as a code, and the way', async () => {
    const { id } = await aDate(house, group, {});
    const { pdf, words } = await sheetAt(`/api/occurrences/${id}/sheet.pdf`);
    expect(pdf.pages).toHaveLength(1);
    expect(words).toContain(
      'Dienstag, 8. Dezember 2026 18:00 Uhr bis 20:00 Uhr Die Tür öffnet um 17:45 Uhr.',
    );
    const link = await linkOf();
    expect(words.replaceAll(' ', '')).toContain(link);
    const dark = encode(link, { ecc: 'M', border: 4 }).data.flat().filter(Boolean).length;
    expect(pdf.drawnOn(pdf.pages[0] ?? '').match(/ re$/gm)).toHaveLength(dark);
  });

  it('for a series: the rule and every date that takes place', async () => {
    const { id, occurrences } = await reserve(weekly);
    await house.http[0].delete(`/api/occurrences/${occurrences[1]?.id}`, { as: group.representative });
    const { words } = await sheetAt(`/api/reservations/${id}/sheet.pdf`);
    expect(words).toContain('Jeden Dienstag, 18:00 bis 20:00 Uhr, 3 Termine');
    expect(words).toContain('Dienstag, 8. Dezember 2026, 18:00 bis 20:00 Uhr');
    expect(words).toContain('Dienstag, 22. Dezember 2026');
    expect(words).not.toContain('15. Dezember');
  });

  it('for a series of which dates lie otherwise: which day and time hold from when on, and which date differs', async () => {
    const repeat = { kind: 'monthly', nth: [1], weekday: 'TU', count: 5 };
    const { id, occurrences } = await reserve({ date: '2026-12-01', time: '20:00', repeat });
    const change = async (to: string, body: Record<string, unknown>) =>
      expect((await house.http[0].send('PATCH', to, { as: group.representative, body })).status).toBe(200);
    await change(`/api/reservations/${id}?from=${occurrences[1]?.id}`, { date: '2027-01-06', time: '18:00' });
    await change(`/api/occurrences/${occurrences[1]?.id}`, { time: '19:00' });
    const { words } = await sheetAt(`/api/reservations/${id}/sheet.pdf`);
    expect(words).toContain(
      'Ab dem 3. Februar 2027 mittwochs, jeweils 1 Tag nach dem 1. Dienstag im Monat, 18:00 bis 20:00 Uhr',
    );
    expect(words).toContain('Dienstag, 1. Dezember 2026, 20:00 bis 22:00 Uhr (andere Zeit)');
    expect(words).toContain('Mittwoch, 6. Januar 2027, 19:00 bis 21:00 Uhr (andere Zeit)');
    expect(words).toContain('Mittwoch, 3. Februar 2027, 18:00 bis 20:00 Uhr Mittwoch');
  });

  it('for a single date by its reservation too', async () => {
    const { id } = await reserve();
    expect((await sheetAt(`/api/reservations/${id}/sheet.pdf`)).words).toContain('18:00 Uhr bis 20:00 Uhr');
  });

  it('that tells nothing about the group, nor does the name of the file (P6)', async () => {
    const { id } = await aDate(house, group, {});
    const { headers } = await fetched(`/api/occurrences/${id}/sheet.pdf`);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toBe('attachment; filename="treffen.pdf"');
    expect(headers.get('cache-control')).toBe('no-store');
    const { file, words } = await sheetAt(`/api/occurrences/${id}/sheet.pdf`);
    expect(words).not.toMatch(new RegExp(`${group.label}|Gruppe|Selbsthilfe|Erika|@`));
    expect(file.toString('latin1')).not.toMatch(new RegExp(`${group.label}|${group.id}|Selbsthilfe|Erika`));
  });

  it('but not for what is called off or over (422)', async () => {
    const { id, occurrences } = await reserve(weekly);
    const first = occurrences[0]?.id;
    await house.http[0].delete(`/api/occurrences/${first}`, { as: group.representative });
    const refused = await house.http[0].get(`/api/occurrences/${first}/sheet.pdf`, {
      as: group.representative,
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'nothingToPrint' } });
    house.clock.moveTo('2026-12-23T09:00');
    expect((await fetched(`/api/reservations/${id}/sheet.pdf`)).status).toBe(422);
  });

  it('but not while the access of the group rests (403), nor for others (404, P7)', async () => {
    const { id, occurrences } = await reserve();
    const paths = [`/api/reservations/${id}/sheet.pdf`, `/api/occurrences/${occurrences[0]?.id}/sheet.pdf`];
    const stranger = await aGroup(house);
    const answers = await Promise.all(
      [...paths, `/api/occurrences/${newId()}/sheet.pdf`].map((path) =>
        house.http[0].get(path, { as: stranger.representative }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    await house.http[0].post(`/api/groups/${group.id}/pause`, { as: group.contactPoint.staff });
    for (const path of paths) expect((await fetched(path)).status).toBe(403);
    const staff = await house.http[0].get(paths[0] ?? '', { as: group.contactPoint.staff });
    expect(staff.status).toBe(403);
  });
});
