import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { aSlot } from '../../support/prosody-house.js';
import { openGuardedJitsi, type GuardedJitsi } from '../../support/prosody-story.js';
import type { XmppPerson } from '../../support/xmpp-person.js';

const NOT_BOOKED = 'Dieser Raum ist jetzt nicht reserviert.';
const NOT_YET =
  'Der Raum lässt sich gerade nicht öffnen. Bitte versuchen Sie es in einer Minute noch einmal.';

let jitsi: GuardedJitsi;

beforeAll(async () => {
  jitsi = await openGuardedJitsi();
});
afterAll(() => jitsi.close());
afterEach(() => {
  jitsi.house.instead = undefined;
});

async function booked(...slots: Parameters<typeof aSlot>[]): Promise<void> {
  jitsi.house.slots = slots.map((slot) => aSlot(...slot));
  await jitsi.house.isHeard();
}

/** A slot that closes every door, if it is believed. */
const soundBut = (wrong: unknown) => JSON.stringify({ slots: [wrong] });
const slot = { room: 'ahorn', opens: 0, closes: 2_000_000_000 };
const garbage: [name: string, answer: (response: ServerResponse) => void][] = [
  ['500', (response) => response.writeHead(500).end('{"slots":[]}')],
  ['401', (response) => response.writeHead(401).end('{"slots":[]}')],
  ['redirect', (response) => response.writeHead(302, { location: '/anders' }).end()],
  ['nothing', (response) => response.end()],
  ['a page', (response) => response.end('<html>Wartung</html>')],
  ['half a JSON', (response) => response.end('{"slots":[')],
  ['a number', (response) => response.end('17')],
  ['null', (response) => response.end('null')],
  ['no slots', (response) => response.end('{}')],
  ['slots that are null', (response) => response.end('{"slots":null}')],
  ['slots that are an object', (response) => response.end('{"slots":{}}')],
  ['slots that are a text', (response) => response.end('{"slots":"[]"}')],
  ['a slot that is a number', (response) => response.end(soundBut(1))],
  ['a slot without a room', (response) => response.end(soundBut({ opens: 0, closes: 1 }))],
  ['a room that is no name', (response) => response.end(soundBut({ ...slot, room: 'a@b' }))],
  ['a time that is a text', (response) => response.end(soundBut({ ...slot, opens: '0' }))],
  ['a time without end', (response) => response.end(soundBut(slot).replace('2000000000', '1e400'))],
  ['an end before the beginning', (response) => response.end(soundBut({ ...slot, opens: 5, closes: 4 }))],
  ['a limit of none', (response) => response.end(soundBut({ ...slot, max: 0 }))],
  ['a limit that is a text', (response) => response.end(soundBut({ ...slot, max: '2' }))],
  ['blocked that is an object', (response) => response.end(soundBut({ ...slot, blocked: {} }))],
  ['a blocked id that is a number', (response) => response.end(soundBut({ ...slot, blocked: [1] }))],
  ['a warning without words', (response) => response.end(soundBut({ ...slot, warn: [{ at: 5 }] }))],
  ['a room twice', (response) => response.end(JSON.stringify({ slots: [slot, slot] }))],
  ['texts that are numbers', (response) => response.end('{"slots":[],"text":{"closed":1}}')],
  ['a list too deep', (response) => response.end('['.repeat(30_000))],
  ['2 MB', (response) => response.end(`{"slots":[${' '.repeat(2_000_000)}]}`)],
  [
    '2 MB in pieces',
    (response) => (response.write(`{"slots":[${' '.repeat(2_000_000)}`), response.end(']}')),
  ],
  ['no end', (response) => response.write('{"slots":')],
  ['no answer', () => undefined],
  ['a cut line', (response) => response.destroy()],
];

describe('While the house says nothing sound', () => {
  let anna: XmppPerson;
  let mallory: XmppPerson;

  beforeAll(async () => {
    await booked(['ahorn', { blocked: ['mallory'] }]);
    expect(await jitsi.openRoom('ahorn')).toBe('in');
    [anna, mallory] = [await jitsi.signIn('anna'), await jitsi.signIn('mallory')];
  });

  it.each(garbage)('(%s) the doors stay as they are', async (_name, answer) => {
    jitsi.house.instead = answer;
    await jitsi.house.isHeard();
    expect(await anna.enter('ahorn', 'anna')).toBe('in');
    expect(await mallory.enter('ahorn', 'mallory')).toBe('Ihre Einladung gilt nicht mehr.');
    await anna.leave('ahorn', 'anna');
  });

  it('and not a moment longer', async () => {
    await booked();
    expect(await anna.enter('ahorn', 'anna')).not.toBe('in');
  });
});

describe('While the house is away', () => {
  it('meetings go on, people come in, and the end is the end', async () => {
    await booked(['birke'], ['buche']);
    await jitsi.openRoom('birke');
    const anna = await jitsi.inRoom('birke', 'anna');
    await jitsi.house.endsIn('birke', 6);
    await jitsi.house.stop();
    await sleep(1200);
    await jitsi.inRoom('birke', 'otto');
    expect(await jitsi.openRoom('buche')).toBe('in');
    expect(await anna.isPutOut('birke')).toBe('Die reservierte Zeit ist vorbei.');
    expect(await jitsi.openRoom('unbekannt')).toBe(NOT_BOOKED);
    await jitsi.house.start();
    jitsi.house.slots = [aSlot('eibe')];
    await jitsi.house.isHeard();
    expect(await jitsi.openRoom('eibe')).toBe('in');
  });
});

describe('A slot booked this very second', () => {
  it('is known as soon as somebody opens its room', async () => {
    await booked();
    jitsi.house.slots = [aSlot('eiche')];
    expect(await jitsi.openRoom('eiche')).toBe('in');
  });

  it('does not keep anybody waiting when the house does not answer', async () => {
    await booked();
    jitsi.house.instead = () => undefined;
    const begun = Date.now();
    expect(await jitsi.openRoom('erle')).toBe(NOT_BOOKED);
    expect(Date.now() - begun).toBeLessThan(4000);
  });
});

describe('When Prosody starts anew', () => {
  it('the doors are as the house says', async () => {
    await booked(['esche']);
    await jitsi.restart(() => (jitsi.house.slots = [aSlot('fichte')]));
    await jitsi.house.isHeard();
    expect(await jitsi.openRoom('esche')).toBe(NOT_BOOKED);
    expect(await jitsi.openRoom('fichte')).toBe('in');
  });

  it('and the house is down, they are as they were', async () => {
    jitsi.house.text = { name: 'Haus', blocked: 'Leider nein.' };
    await booked(['kiefer', { blocked: ['mallory'], to: 9 }]);
    await jitsi.restart(() => jitsi.house.stop());
    expect(await jitsi.openRoom('kiefer')).toBe('in');
    const anna = await jitsi.inRoom('kiefer', 'anna');
    const mallory = await jitsi.signIn('mallory');
    expect(await mallory.enter('kiefer', 'mallory')).toBe('Leider nein.');
    expect(await jitsi.openRoom('unbekannt')).toBe(NOT_BOOKED);
    expect(await anna.isPutOut('kiefer')).toBe('Die reservierte Zeit ist vorbei.');
    await jitsi.house.start();
  });

  it('without ever having heard of the house, every door stays closed', async () => {
    const fresh = await openGuardedJitsi({ isHouseAway: true });
    expect(await fresh.openRoom('linde')).toBe(NOT_YET);
    await fresh.house.start();
    fresh.house.slots = [aSlot('linde')];
    await fresh.house.isHeard();
    expect(await fresh.openRoom('linde')).toBe('in');
    await fresh.close();
  });
});
