import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MailedDatesReader } from '../../../src/reservations/mailed-dates.reader.js';
import { formsIn } from '../../support/forms.js';
import { doorOf, groupLinkOf, invitedBy, type Invited } from '../../support/invited.js';
import { entryIn } from '../../support/jitsi-side.js';
import { aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;

beforeAll(async () => {
  house = await openStoryHouse();
});
afterAll(() => house.close());

type Shown = Awaited<ReturnType<StoryHouse['http'][0]['raw']>>;

interface Paths {
  /** Of the page of somebody invited, of a representative's door, of the link of the group, and of the link in a mail. */
  guest: string;
  door: string;
  groupLink: string;
  act: string;
  slug: string;
  group: Group;
  invitation: Omit<Invited, 'group'>;
}

async function aPlaceThatSpeaks(wording: string): Promise<Paths> {
  house.clock.moveTo('2026-12-01T09:00');
  const { group } = await aPlace(house, { wording });
  const invitation = await invitedBy(house, group, {});
  const [person] = await house.database.query<{ id: string }>(
    'SELECT person_id AS id FROM representatives WHERE group_id = $1',
    [group.id],
  );
  const mailed = house.apps[0].get(MailedDatesReader, { strict: false });
  return {
    guest: invitation.link,
    door: await doorOf(house, group, invitation.occurrenceId),
    groupLink: await groupLinkOf(house, group),
    act: new URL(mailed.actUrlOf(invitation.occurrenceId, person?.id ?? '')).pathname,
    slug: group.contactPoint.slug,
    group,
    invitation,
  };
}

const open = (path: string) => house.http[0].raw(path);
const languageIn = ({ text }: Shown) => /<html lang="(\w+)">/.exec(text)?.[1];

describe('The pages behind links speak as their contact point does, and say who answers for them', () => {
  it.each([
    ['de-sie', 'de', 'Ihr Online-Treffen', 'Ihr Termin', 'Datenschutz'],
    ['de-du', 'de', 'Dein Online-Treffen', 'Dein Termin', 'Datenschutz'],
    ['de-leicht', 'de', 'Die Tür ist noch zu.', 'Der neue Tag', 'Wer macht diese Seite?'],
    ['en', 'en', 'Your online meeting', 'Your date', 'Privacy'],
  ])('%s', async (wording, language, meeting, date, privacy) => {
    const { guest, door, groupLink, act, slug } = await aPlaceThatSpeaks(wording);
    for (const [path, words] of [
      [guest, meeting],
      [door, meeting],
      [groupLink, meeting],
      [act, date],
    ] as const) {
      const page = await open(path);
      expect({ status: page.status, language: languageIn(page) }).toEqual({ status: 200, language });
      for (const each of [words, privacy, `https://${slug}.example/impressum`])
        expect(page.text).toContain(each);
    }
  });
});

describe('Whoever typed no name is called in there as the contact point speaks', () => {
  it.each([
    ['de-sie', 'Gast', 'Moderation'],
    ['de-du', 'Gast', 'Moderation'],
    ['de-leicht', 'Gast', 'Leitung'],
    ['en', 'Guest', 'Moderator'],
  ])('%s', async (wording, guestName, moderatorName) => {
    const { guest, door, groupLink } = await aPlaceThatSpeaks(wording);
    const nameBy = async (path: string) =>
      entryIn(await house.http[0].submit(path, {})).token?.context.user.name;
    expect(await nameBy(`${guest}/probe`)).toBe(guestName);
    house.clock.moveTo('2026-12-08T18:00');
    for (const path of [guest, groupLink]) expect(await nameBy(`${path}/enter`)).toBe(guestName);
    expect(await nameBy(`${door}/enter`)).toBe(moderatorName);
  });
});

describe('So do the pages that refuse', () => {
  it('who comes too early, by any link', async () => {
    const { guest, groupLink } = await aPlaceThatSpeaks('en');
    for (const path of [guest, groupLink]) {
      const refused = await house.http[0].submit(`${path}/enter`, { displayName: 'Ada' });
      expect(refused.status).toBe(425);
      expect(refused.text).toContain('The door opens on Tuesday, 8 December 2026 at 5:45 pm, German time.');
      expect(refused.text).toContain('Back to my meeting');
    }
  });

  it('who comes while the access of the group rests', async () => {
    const { group, ...paths } = await aPlaceThatSpeaks('en');
    await house.http[0].post(`/api/groups/${group.id}/pause`, { as: group.contactPoint.staff });
    for (const path of [paths.guest, paths.groupLink, paths.door, paths.act]) {
      const page = await open(path);
      expect({ status: page.status, language: languageIn(page) }).toEqual({ status: 403, language: 'en' });
      expect(page.text).toMatch(
        /This door is closed at the moment\.|This link does not work at the moment\./,
      );
      expect(page.text).not.toMatch(new RegExp(`${group.label}|Gruppe|<form`));
    }
  });

  it('whose link has ended', async () => {
    const { group, guest, groupLink, act, invitation, slug } = await aPlaceThatSpeaks('en');
    const as = group.representative;
    const { body } = await house.http[0].get<{ items: { id: string }[] }>(invitation.list, { as });
    await house.http[0].send('DELETE', `${invitation.list}/${body.items[0]?.id ?? ''}`, { as });
    await house.http[0].post(`/api/groups/${group.id}/link/renew`, { as });
    await house.http[0].send('DELETE', `/api/occurrences/${invitation.occurrenceId}`, { as });
    for (const path of [guest, groupLink, act]) {
      const page = await open(path);
      expect({ status: page.status, language: languageIn(page) }).toEqual({ status: 410, language: 'en' });
      expect(page.text).toContain(`https://${slug}.example/impressum`);
    }
    expect((await open(guest)).text).toContain('href="/link-verloren?wording=en"');
  });

  it('with what is free instead, and where it is taken', async () => {
    const { group, act, invitation } = await aPlaceThatSpeaks('en');
    await invitedBy(house, group, { date: '2026-12-10' });
    const { body } = await house.http[0].get<{ room: { id: string } }>(
      `/api/occurrences/${invitation.occurrenceId}`,
      { as: group.representative },
    );
    const wish = { act: 'move', date: '2026-12-10', time: '18:00', roomId: body.room.id, version: '1' };
    const refused = await house.http[0].submit(act, wish);
    expect(refused.status).toBe(409);
    for (const words of ['The room is taken at that time.', 'This is free on', 'At 6 pm, Raum 2'])
      expect(refused.text).toContain(words);
  });
});

describe('Nobody knows who has lost a link, so that page speaks as the page did that led there', () => {
  it('and keeps to it', async () => {
    const page = await open('/link-verloren?wording=en');
    expect(page.text).toContain('Lost your link?');
    const [form] = formsIn(page.text);
    const answer = await house.http[0].submit(form?.action ?? '', { email: 'nemo@post.example' });
    expect({ status: answer.status, language: languageIn(answer) }).toEqual({ status: 202, language: 'en' });
  });

  it.each(['/link-verloren', '/link-verloren?wording=fr', '/link-verloren?wording=en&wording=de-du&utm=1'])(
    'and by itself as the house does: %s',
    async (path) => {
      const page = await open(path);
      expect(page.status).toBe(200);
      expect(page.text).toContain('Link verloren?');
    },
  );
});
