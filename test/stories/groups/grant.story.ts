import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/kernel/id.js';
import { aContactPoint, aGrant, signIn, type ContactPoint, type GroupBody } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

interface ProblemBody {
  code: string;
  detail: string;
}

let house: StoryHouse;
let here: ContactPoint;

beforeAll(async () => {
  house = await openStoryHouse();
  here = await aContactPoint(house);
});
afterAll(() => house.close());

const grant = <Body = GroupBody>(body: unknown, at: ContactPoint = here) =>
  house.http[0].post<Body>('/api/groups', { as: at.staff, body });
const groupCount = async () => (await house.database.query('SELECT 1 FROM groups')).length;

describe('A contact point grants a group access', () => {
  it('and gets the group as it now stands', async () => {
    const emails = ['anna@gruppe.example', 'Otto@Gruppe.example'];
    const { status, body } = await grant({
      label: '  Gruppe 17 ',
      topic: 'Schlafen',
      representatives: [
        { name: 'Anna', email: emails[0] },
        { name: 'Otto', email: emails[1] },
      ],
      accessUntil: '2027-11-30',
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{14}7/),
      label: 'Gruppe 17',
      topic: 'Schlafen',
      state: 'active',
      accessFrom: '2026-12-01',
      accessUntil: '2027-11-30',
      representatives: [
        { id: expect.any(String), name: 'Anna', email: emails[0], state: 'active', hasCome: false },
        { id: expect.any(String), name: 'Otto', email: emails[1], state: 'active', hasCome: false },
      ],
      version: 1,
    });
  });

  it('needs neither a topic nor an end', async () => {
    const { status, body } = await grant(aGrant());
    expect(status).toBe(201);
    expect(body).not.toHaveProperty('topic');
    expect(body).not.toHaveProperty('accessUntil');
  });

  it('may let the access begin and end on the same day', async () => {
    expect((await grant(aGrant({ accessFrom: '2027-01-01', accessUntil: '2027-01-01' }))).status).toBe(201);
  });

  it('is refused when the access ends before it begins, also when it begins today', async () => {
    const before = await groupCount();
    for (const period of [
      { accessFrom: '2027-01-02', accessUntil: '2027-01-01' },
      { accessUntil: '2026-11-30' },
    ]) {
      const { status, body } = await grant<ProblemBody>(aGrant(period));
      expect({ status, code: body.code }).toEqual({ status: 422, code: 'periodEndsBeforeItBegins' });
    }
    expect(await groupCount()).toBe(before);
  });

  it('is refused when an address stands there twice, whatever its capitals', async () => {
    const before = await groupCount();
    const representatives = [
      { name: 'Erika', email: 'zweimal@gruppe.example' },
      { name: 'Jemand', email: 'ZweiMal@gruppe.example' },
    ];
    const { status, body } = await grant<ProblemBody>(aGrant({ representatives }));
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'sameRepresentativeTwice' });
    expect(body.detail).toContain('zweimal in der Liste');
    expect(await groupCount()).toBe(before);
    expect(house.mails.to('zweimal@gruppe.example')).toEqual([]);
  });

  it('lets one person represent two groups, who sees both', async () => {
    const email = 'beide@gruppe.example';
    for (const label of ['Gruppe A', 'Gruppe B']) {
      expect((await grant(aGrant({ label, representatives: [{ name: 'Erika', email }] }))).status).toBe(201);
    }
    await house.mails.waitFor(email, 2);
    const { body } = await house.http[0].get<{ groups: { label: string }[] }>('/api/me', {
      as: await signIn(house, here.slug, email),
    });
    expect(body.groups.map(({ label }) => label)).toEqual(['Gruppe A', 'Gruppe B']);
  });
});

describe('Every new representative gets one mail', () => {
  it('in plain words, with the web site of the contact point and the own address to type', async () => {
    const { body } = await grant(
      aGrant({
        label: 'Schattenlabel',
        topic: 'Schattenthema',
        representatives: [
          { name: 'Anna Eins', email: 'anna.eins@gruppe.example' },
          { name: 'Otto Zwei', email: 'otto.zwei@gruppe.example' },
        ],
      }),
    );
    expect(body.representatives).toHaveLength(2);
    for (const { name, email } of body.representatives) {
      const { email: mail } = await house.mails.waitFor(email);
      expect(mail.text).toContain(`Guten Tag ${name},`);
      expect(mail.text).toContain('hat für „Schattenlabel“ das Virtuelle Haus freigeschaltet');
      expect(mail.text).toContain(`https://${here.slug}.example/online`);
      expect(mail.text).toContain(`E-Mail-Adresse ein: ${email}`);
      expect(mail.replyTo?.[0]?.address).toBe(`${here.slug}@kontakt.example`);
    }
    expect(house.mails.to('anna.eins@gruppe.example')).toHaveLength(1);
  });

  it('that says from when and until when, if that is not simply from now on', async () => {
    const email = 'spaeter@gruppe.example';
    const representatives = [{ name: 'Erika', email }];
    await grant(aGrant({ representatives, accessFrom: '2027-01-01', accessUntil: '2027-12-31' }));
    const { text } = (await house.mails.waitFor(email)).email;
    expect(text).toContain('ab dem 1. Januar 2027 bis zum 31. Dezember 2027');
    expect(text).not.toContain('ab jetzt');
  });

  it('that tells no label, topic or other person where others may look (P6)', async () => {
    const { email, source, recipients } = await house.mails.waitFor('anna.eins@gruppe.example');
    expect(recipients).toEqual(['anna.eins@gruppe.example']);
    expect(email.subject).toBe('Ihr Zugang zum Virtuellen Haus');
    expect(email.from).toEqual({ name: 'Virtuelles Haus', address: 'treffen@haus.example' });
    const headers = source.slice(0, source.indexOf('\r\n\r\n'));
    expect(headers).not.toMatch(/Schatten/i);
    expect(`${source}${email.text}${email.html}`).not.toMatch(/otto|Schattenthema/i);
  });

  it('and the database keeps no address with the mail', async () => {
    const mails = await house.database.query('SELECT * FROM mails');
    expect(JSON.stringify(mails)).not.toContain('@');
  });
});

describe('What is typed', () => {
  const evil: [string, string][] = [
    ['a line break', 'x\r\nBcc: evil@evil.example'],
    ['a bare carriage return', 'x\ry'],
    ['NUL', 'x\u0000y'],
    ['a line separator', 'x\u2028y'],
    ['a right-to-left override', 'x\u202ey'],
    ['a lone surrogate', 'x\ud800y'],
    ['nothing but spaces', '   '],
    ['201 characters', 'x'.repeat(201)],
  ];
  const erika = { name: 'Erika', email: 'erika@gruppe.example' };

  it.each(
    evil.flatMap(([what, text]) => [
      [what, 'the label', { label: text }],
      [what, 'the topic', { topic: text }],
      [what, 'the name', { representatives: [{ ...erika, name: text }] }],
      [what, 'the address', { representatives: [{ ...erika, email: `${text}@gruppe.example` }] }],
    ]) as [string, string, Record<string, unknown>][],
  )('with %s in %s is refused (400) and nothing is stored', async (_, __, change) => {
    const before = await groupCount();
    const { status, body, text } = await grant<ProblemBody>(aGrant(change));
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'badInput' });
    expect(text).not.toMatch(/evil|xxxx/);
    expect(await groupCount()).toBe(before);
  });

  it.each([
    ['an unknown property', { status: 'active' }],
    ['an id of its own', { id: newId() }],
    ['another contact point', { contactPointId: newId() }],
    ['an unknown property of a person', { representatives: [{ ...erika, role: 'operator' }] }],
    ['no representative', { representatives: [] }],
    [
      'eleven representatives',
      {
        representatives: Array.from({ length: 11 }, (_, index) => ({
          name: 'E',
          email: `e${index}@x.example`,
        })),
      },
    ],
    ['a text where a list belongs', { representatives: 'erika@gruppe.example' }],
    ['an object where a text belongs', { label: { where: 1 } }],
    ['no label', { label: undefined }],
    ['a day that is none', { accessUntil: '2027-02-30' }],
    ['a date in German order', { accessFrom: '01.12.2026' }],
  ])('is refused for %s (400) and nothing is stored', async (_, change) => {
    const before = await groupCount();
    expect((await grant(aGrant(change))).status).toBe(400);
    expect(await groupCount()).toBe(before);
  });

  it('is kept and shown literally when it looks like markup or a formula', async () => {
    const label = `<img src=x onerror=alert(1)> =cmd() {{7*7}} "'`;
    const { status, body } = await grant(aGrant({ label }));
    expect({ status, label: body.label }).toEqual({ status: 201, label });
  });
});
