import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aContactPoint, type ContactPoint } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;
let here: ContactPoint;
let before: string;

beforeAll(async () => {
  house = await openStoryHouse();
  here = await aContactPoint(house);
  before = await stored();
});
afterAll(() => house.close());

interface Problem {
  code: string;
  detail: string;
  fields?: { field: string; message: string }[];
}

const path = () => `/api/contact-points/${here.slug}/settings`;
const stored = async () => (await house.http[0].get(path(), { as: here.staff })).text;
const change = (body: unknown) => house.http[0].send<Problem>('PATCH', path(), { as: here.staff, body });
const origins = (...given: unknown[]) => ({ origins: given });
const rules = (given: Record<string, unknown>) => ({ rules: given });
const sender = (given: Record<string, unknown>) => ({ sender: given });

const MISSHAPEN: [string, unknown, string][] = [
  ['a name that the house does not know', { unbekannt: 1 }, ''],
  ['the slug', { slug: 'neu' }, ''],
  ['the version', { version: 7 }, ''],
  ['an unknown rule', rules({ shortest: 30 }), 'rules'],
  ['an unknown word about the sender', sender({ from: 'x@example.org' }), 'sender'],
  ['no object', [], ''],
  ['no name', { name: ' ' }, 'name'],
  ['a name of two lines', { name: 'Kontaktstelle\r\nBcc: x@example.org' }, 'name'],
  ['a name without end', { name: 'x'.repeat(121) }, 'name'],
  ['a name that turns the reading direction', { name: 'Kontakt‮stelle' }, 'name'],
  ['nothing in place of a name', { name: null }, 'name'],
  ['no town', { town: '' }, 'town'],
  ['a land that is none', { land: 'XX' }, 'land'],
  ['no phone', { phone: '' }, 'phone'],
  ['a mail address that is none', { email: 'kontakt' }, 'email'],
  ['a wording that does not exist yet', { wording: 'fr' }, 'wording'],
  ['a script as web site', { website: 'javascript:alert(1)' }, 'website'],
  ['a web site that others can read along', { website: 'http://example.org/' }, 'website'],
  ['an imprint without https', { imprintUrl: 'www.example.org/impressum' }, 'imprintUrl'],
  ['a privacy text that is no address', { privacyUrl: 'siehe oben' }, 'privacyUrl'],
  ['origins that are no list', { origins: 'https://a.example' }, 'origins'],
  ['an origin with a path', origins('https://a.example', 'https://b.example/haus'), 'origins.1'],
  ['every origin', origins('*'), 'origins.0'],
  ['every sub-domain', origins('https://*.example.org'), 'origins.0'],
  ['an origin without TLS', origins('http://a.example'), 'origins.0'],
  ['null as origin', origins('null'), 'origins.0'],
  ['an origin that brings a policy', origins("https://a.example; script-src 'unsafe-inline'"), 'origins.0'],
  ['an origin that ends the policy', origins('https://a;script-src.example'), 'origins.0'],
  ['two origins in one', origins('https://a.example,https://b.example'), 'origins.0'],
  ['an origin of two lines', origins('https://a.example\r\nX: 1'), 'origins.0'],
  ['21 origins', origins(...Array.from({ length: 21 }, (_, n) => `https://a${n}.example`)), 'origins'],
  ['a length off the quarter hour', rules({ minMinutes: 20 }), 'rules.minMinutes'],
  ['no length', rules({ minMinutes: 0 }), 'rules.minMinutes'],
  ['a length over half a day', rules({ maxMinutes: 735 }), 'rules.maxMinutes'],
  ['a length in words', rules({ defaultMinutes: '90' }), 'rules.defaultMinutes'],
  ['half a minute', rules({ bufferMinutes: 0.5 }), 'rules.bufferMinutes'],
  ['an opening off the quarter hour', rules({ opensAt: '07:10' }), 'rules.opensAt'],
  ['an opening at the end of the day', rules({ opensAt: '24:00' }), 'rules.opensAt'],
  ['a closing after the end of the day', rules({ closesAt: '24:15' }), 'rules.closesAt'],
  ['no horizon', rules({ horizonMonths: 0 }), 'rules.horizonMonths'],
  ['a horizon over two years', rules({ horizonMonths: 25 }), 'rules.horizonMonths'],
  ['a negative buffer', rules({ bufferMinutes: -15 }), 'rules.bufferMinutes'],
  ['a buffer over two hours', rules({ bufferMinutes: 121 }), 'rules.bufferMinutes'],
  ['no room at once', rules({ mostRoomsAtOnce: 0 }), 'rules.mostRoomsAtOnce'],
  ['less than half an hour a week', rules({ mostWeeklyMinutes: 29 }), 'rules.mostWeeklyMinutes'],
  ['more than a week a week', rules({ mostWeeklyMinutes: 10_081 }), 'rules.mostWeeklyMinutes'],
  ['a door that opens a day before', rules({ doorOpensMinutes: 1440 }), 'rules.doorOpensMinutes'],
  ['yes in words', rules({ allowsInformation: 'ja' }), 'rules.allowsInformation'],
  ['a sender of two lines', sender({ name: 'Team\nBcc: x@example.org' }), 'sender.name'],
  ['an address as name', sender({ name: 'bank@example.org' }), 'sender.name'],
  ['answers to two people', sender({ replyTo: 'a@example.org, b@example.org' }), 'sender.replyTo'],
  ['answers to a line break', sender({ replyTo: 'a@example.org\r\nBcc: b@example.org' }), 'sender.replyTo'],
  ['a signature with control characters', sender({ signature: 'Team\u0007' }), 'sender.signature'],
  ['an endless signature', sender({ signature: 'x\n'.repeat(9) }), 'sender.signature'],
  ['an empty signature', sender({ signature: '' }), 'sender.signature'],
];

const CONTRADICTIONS: [string, Record<string, unknown>, string, RegExp][] = [
  ['the shortest over the longest', { minMinutes: 300 }, 'shortestOverLongest', /kürzeste Dauer ist länger/],
  ['the usual under the shortest', { minMinutes: 150 }, 'defaultUnderShortest', /kürzer als die kürzeste/],
  ['the usual over the longest', { maxMinutes: 90 }, 'defaultOverLongest', /länger als die längste/],
  [
    'an end before the beginning',
    { opensAt: '23:30' },
    'closesBeforeItOpens',
    /nicht nach dem frühesten Beginn/,
  ],
  [
    'no hour at all',
    { opensAt: '07:00', closesAt: '07:00' },
    'closesBeforeItOpens',
    /nicht nach dem frühesten Beginn/,
  ],
  ['hours shorter than a date', { opensAt: '22:45' }, 'shortestOutsideHours', /könnte niemand einen Raum/],
];

describe('Settings that nobody can mean are refused, and nothing of them is stored', () => {
  it.each(MISSHAPEN)('%s (400)', async (_, body, field) => {
    const answer = await change(body);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 400, code: 'badInput' });
    expect(answer.body.fields?.[0]?.field).toBe(field);
    expect(answer.body.detail).toMatch(/\.$|example\.org$/);
    expect(await stored()).toBe(before);
  });

  it.each(CONTRADICTIONS)('%s (422)', async (_, given, code, sentence) => {
    const answer = await change({ phone: '999', rules: given });
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 422, code });
    expect(answer.body.detail).toMatch(sentence);
    expect(await stored()).toBe(before);
  });

  it('facts can be changed although rules that were set by hand contradict each other', async () => {
    const odd = await aContactPoint(house, { longest_minutes: 90 });
    const oddPath = `/api/contact-points/${odd.slug}/settings`;
    const send = (body: unknown) => house.http[0].send('PATCH', oddPath, { as: odd.staff, body });
    expect((await send({ phone: '999' })).status).toBe(200);
    expect((await send(rules({ bufferMinutes: 15 }))).status).toBe(422);
    expect((await send(rules({ defaultMinutes: 60 }))).status).toBe(200);
  });

  it('a form, and what is no JSON', async () => {
    const headers = { cookie: here.staff.cookie ?? '', origin: 'https://haus.example' };
    const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
    const asForm = await house.http[0].raw(path(), { method: 'PATCH', body: 'phone=9', headers: form });
    expect(asForm.status).toBe(415);
    const json = { ...headers, 'content-type': 'application/json' };
    expect((await house.http[0].raw(path(), { method: 'PATCH', body: '{', headers: json })).status).toBe(400);
    expect(await stored()).toBe(before);
  });
});
