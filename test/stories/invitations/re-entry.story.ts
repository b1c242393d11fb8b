import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { formsIn } from '../../support/forms.js';
import type { Answer } from '../../support/http-caller.js';
import { doorOf, groupLinkOf, invited, type Invited } from '../../support/invited.js';
import { tokenIn } from '../../support/jitsi-side.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

/** What Jitsi puts behind the address of `TOKEN_AUTH_URL`. */
const ROOM = '?room=abcdefghijklmnopqrstuvwxyz123456&state=%7B%22refreshToken%22%3A%22x%22%7D';

let house: StoryHouse;
let guest: Invited;

beforeAll(async () => {
  house = await openStoryHouse();
});
afterAll(() => house.close());

beforeEach(async () => {
  house.clock.moveTo('2026-12-08T12:00');
  guest = await invited(house);
  house.clock.moveTo('2026-12-08T18:30');
});

const cookieIn = ({ headers }: Answer<unknown>) => headers.getSetCookie()[0] ?? '';
const ticketIn = (answer: Answer<unknown>) => cookieIn(answer).split(';')[0] ?? '';
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const comeBack = (cookie = '', query = ROOM) => house.http[0].raw(`/wieder${query}`, { headers: { cookie } });
const press = (cookie = '') =>
  house.http[0].raw('/wieder', { method: 'POST', body: '', headers: { ...form, cookie } });
const nameIn = (answer: Answer<unknown>) => tokenIn(answer).context.user.name;
const groupLink = () => groupLinkOf(house, guest.group);

async function enter(path = guest.link): Promise<Answer<unknown>> {
  const entered = await house.http[0].submit(`${path}/enter`, { displayName: 'Ada' });
  expect(entered.status).toBe(303);
  return entered;
}

describe('Whoever presses the button gets a ticket', () => {
  it('which only our re-entry page reads, and which is gone when the door closes for good (P10)', async () => {
    for (const path of [guest.link, await groupLink()]) {
      const cookie = cookieIn(await enter(path));
      expect(cookie).toMatch(/^__Secure-wieder=/);
      // From 18:30 to 20:30: the end at 20:00 and the half hour that a meeting may be given.
      expect(cookie.split('; ').slice(1).sort()).toEqual([
        'HttpOnly',
        'Max-Age=7200',
        'Path=/wieder',
        'SameSite=Lax',
        'Secure',
      ]);
      const sealed = decodeURIComponent(ticketIn({ headers: { getSetCookie: () => [cookie] } } as never));
      expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toMatch(/Ada|groupLink|link/);
      expect(sealed).not.toContain(path.slice(3));
    }
  });

  it('and nobody else gets any: not by opening a page, being refused, or by a program', async () => {
    house.clock.moveTo('2026-12-08T17:00');
    const refused = await house.http[0].submit(`${guest.link}/enter`, { displayName: 'Ada' });
    house.clock.moveTo('2026-12-08T18:30');
    const program = `/api/links/${guest.link.slice(3)}/enter`;
    const answers = [
      refused,
      await house.http[0].raw(guest.link),
      await house.http[0].raw(await groupLink()),
      await house.http[0].post(program, { body: {} }),
      await comeBack(),
      await press(),
      await house.http[0].raw('/danke'),
      await house.http[0].raw('/technik-check'),
    ];
    expect(answers.map(cookieIn)).toEqual(answers.map(() => ''));
  });
});

describe('Whoever comes back from Jitsi with a ticket', () => {
  it('finds one button, which leads in again with a fresh token and the same name', async () => {
    const entered = await enter();
    house.clock.moveTo('2026-12-08T18:45');
    const page = await comeBack(ticketIn(entered));
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self' https://meet.example");
    expect(formsIn(page.text)).toEqual([{ action: '/wieder', fields: {} }]);
    expect(page.text).not.toMatch(new RegExp(`${guest.group.label}|${guest.link}|Ada|<script`));

    const again = await press(ticketIn(entered));
    expect(again.status).toBe(303);
    expect(again.headers.get('cache-control')).toBe('no-store');
    expect(again.headers.get('referrer-policy')).toBe('no-referrer');
    const [first, second] = [tokenIn(entered), tokenIn(again)];
    expect(second.iat - first.iat).toBe(15 * 60);
    expect({ ...second.context.user, room: second.room }).toEqual({
      ...first.context.user,
      room: first.room,
    });
    expect(cookieIn(again)).toContain('Max-Age=6300');
  });

  it('by the link of the group comes in again by it', async () => {
    const again = await press(ticketIn(await enter(await groupLink())));
    expect({ status: again.status, name: nameIn(again) }).toEqual({ status: 303, name: 'Ada' });
  });

  it('as representative is moderator again', async () => {
    const door = await doorOf(house, guest.group, guest.occurrenceId);
    const again = await press(ticketIn(await enter(door)));
    expect(tokenIn(again).context.user).toMatchObject({ moderator: true, name: 'Ada' });
  });

  it('changes nothing by opening the page (P8)', async () => {
    const ticket = ticketIn(await enter());
    for (let time = 0; time < 3; time++) {
      const { status, headers } = await house.http[0].raw('/wieder', { headers: { cookie: ticket } });
      expect({ status, location: headers.get('location'), cookies: headers.getSetCookie() }).toEqual({
        status: 200,
        location: null,
        cookies: [],
      });
    }
  });
});

describe('A ticket opens no more than the link does', () => {
  /** The ticket is refused as the link is, on opening and on pressing. */
  async function expectRefused(ticket: string, status: number, words: string): Promise<void> {
    for (const answer of [await comeBack(ticket), await press(ticket)]) {
      expect({ status: answer.status, location: answer.headers.get('location') }).toEqual({
        status,
        location: null,
      });
      expect(answer.text).toContain(words);
      expect(answer.text).not.toContain(guest.group.label);
      expect(cookieIn(answer)).toBe('');
    }
  }

  it('withdrawn', async () => {
    const ticket = ticketIn(await enter());
    const as = guest.group.representative;
    const { body } = await house.http[0].get<{ items: { id: string }[] }>(guest.list, { as });
    await house.http[0].delete(`${guest.list}/${body.items[0]?.id ?? ''}`, { as });
    await expectRefused(ticket, 410, 'Dieser Link gilt nicht mehr.');
  });

  it('cancelled', async () => {
    house.clock.moveTo('2026-12-08T17:50');
    const ticket = ticketIn(await enter());
    await house.http[0].delete(`/api/occurrences/${guest.occurrenceId}`, { as: guest.group.representative });
    await expectRefused(ticket, 410, 'Dieses Treffen wurde abgesagt.');
  });

  it('while the access of the group rests', async () => {
    const tickets = [ticketIn(await enter()), ticketIn(await enter(await groupLink()))];
    await house.http[0].post(`/api/groups/${guest.group.id}/pause`, { as: guest.group.contactPoint.staff });
    for (const ticket of tickets) await expectRefused(ticket, 403, 'Diese Tür ist zurzeit geschlossen.');
  });

  it('the link of the group renewed', async () => {
    const ticket = ticketIn(await enter(await groupLink()));
    await house.http[0].post(`/api/groups/${guest.group.id}/link/renew`, { as: guest.group.representative });
    await expectRefused(ticket, 410, 'Dieser Link gilt nicht mehr.');
  });

  it('when its time is over, whatever the browser keeps', async () => {
    const ticket = ticketIn(await enter());
    house.clock.moveTo('2026-12-08T20:29');
    expect((await comeBack(ticket)).status).toBe(200);
    house.clock.moveTo('2026-12-08T20:30');
    await expectRefused(ticket, 403, 'Bitte öffnen Sie Ihren persönlichen Link noch einmal.');
  });
});

describe('Whoever comes without a ticket', () => {
  it('is asked for the own link, by the same bytes for every room and every ticket that is none', async () => {
    const ticket = ticketIn(await enter());
    const { room } = tokenIn(await enter());
    const sealed = decodeURIComponent(ticket.split('=')[1] ?? '');
    const changed = `${sealed.slice(0, 40)}${sealed[40] === 'A' ? 'B' : 'A'}${sealed.slice(41)}`;
    const cookies = [
      `__Secure-wieder=${encodeURIComponent(changed)}`,
      '__Secure-wieder=',
      '__Secure-wieder=%%%',
      `wieder=${encodeURIComponent(sealed)}`,
    ];
    const answers = [
      await comeBack(),
      await comeBack('', `?room=${room}`),
      await comeBack('', ''),
      ...(await Promise.all(cookies.map((cookie) => comeBack(cookie)))),
    ];
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    const { status, text } = await comeBack();
    expect(status).toBe(403);
    expect(text).toContain('Bitte öffnen Sie Ihren persönlichen Link noch einmal.');
    expect(text).toContain('href="/link-verloren"');
    expect(text).toContain('Please open your personal link again.');
  });

  it('gets nowhere by pressing: so does a form of another site, with which no browser sends the ticket', async () => {
    const answer = await press();
    expect({ status: answer.status, location: answer.headers.get('location') }).toEqual({
      status: 403,
      location: null,
    });
    expect(answer.text).toBe((await comeBack()).text);
  });
});

describe('Whoever leaves', () => {
  it('is thanked, without a word about the meeting, and told how to come back', async () => {
    const ticket = ticketIn(await enter());
    const [known, unknown] = [
      await house.http[0].raw('/danke', { headers: { cookie: ticket } }),
      await house.http[0].raw('/danke?room=x'),
    ];
    expect(known.text).toBe(unknown.text);
    expect(known.status).toBe(200);
    expect(known.text).toContain('Sie haben das Treffen verlassen');
    expect(known.text).toContain('href="/wieder"');
    expect(known.text).not.toMatch(/Gruppe|Raum \d|<script/);
  });
});
