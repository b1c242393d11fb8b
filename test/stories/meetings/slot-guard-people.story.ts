import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { aSlot } from '../../support/prosody-house.js';
import { openGuardedJitsi, type GuardedJitsi } from '../../support/prosody-story.js';
import type { Slot } from '../../support/slots.js';

const WITHDRAWN = 'Ihre Einladung gilt nicht mehr.';
const FULL = 'Der Raum ist voll.';

let jitsi: GuardedJitsi;

beforeAll(async () => {
  jitsi = await openGuardedJitsi();
});
afterAll(() => jitsi.close());

async function openRoom(...[room, options]: Parameters<typeof aSlot>): Promise<Slot> {
  const slot = aSlot(room, options);
  jitsi.house.slots = [slot];
  await jitsi.house.isHeard();
  expect(await jitsi.openRoom(room)).toBe('in');
  return slot;
}

describe('A person whose invitation is withdrawn', () => {
  it('is put out within seconds and kept out; the others stay', async () => {
    const slot = await openRoom('ahorn');
    const [anna, otto] = [await jitsi.inRoom('ahorn', 'anna'), await jitsi.inRoom('ahorn', 'otto')];
    slot.blocked = ['anna'];
    expect(await anna.isPutOut('ahorn')).toBe(WITHDRAWN);
    expect(await anna.enter('ahorn', 'anna')).toBe(WITHDRAWN);
    expect(await anna.enter('ahorn', 'jemand-anders')).toBe(WITHDRAWN);
    await jitsi.house.hears([{ room: 'ahorn', participants: 1 }]);
    await otto.leave('ahorn', 'otto');
    expect(await otto.enter('ahorn', 'otto')).toBe('in');
  });

  it('is put out on every device, and comes back when invited again', async () => {
    const slot = await openRoom('birke');
    const laptop = await jitsi.inRoom('birke', 'anna');
    const phone = await jitsi.signIn('anna');
    expect(await phone.enter('birke', 'anna-am-telefon')).toBe('in');
    slot.blocked = ['anna'];
    expect(await laptop.isPutOut('birke')).toBe(WITHDRAWN);
    expect(await phone.isPutOut('birke')).toBe(WITHDRAWN);
    slot.blocked = [];
    await jitsi.house.isHeard();
    expect(await phone.enter('birke', 'anna')).toBe('in');
  });
});

describe('A room with a limit', () => {
  it('takes as many heads as it has seats, the focus not among them', async () => {
    const slot = await openRoom('buche', { max: 2 });
    const anna = await jitsi.inRoom('buche', 'anna');
    await jitsi.inRoom('buche', 'otto');
    const eva = await jitsi.signIn('eva');
    expect(await eva.enter('buche', 'eva')).toBe(FULL);
    await anna.leave('buche', 'anna');
    expect(await eva.enter('buche', 'eva')).toBe('in');
    expect(await anna.enter('buche', 'anna')).toBe(FULL);
    slot.max = 3;
    await jitsi.house.isHeard();
    expect(await anna.enter('buche', 'anna')).toBe('in');
  });

  it('lets a person back in whose lost connection still holds the last seat, once', async () => {
    await openRoom('eibe', { max: 2 });
    await jitsi.inRoom('eibe', 'anna');
    await jitsi.inRoom('eibe', 'otto');
    const again = await jitsi.signIn('anna');
    expect(await again.enter('eibe', 'anna-wieder')).toBe('in');
    const third = await jitsi.signIn('anna');
    expect(await third.enter('eibe', 'anna-noch-einmal')).toBe(FULL);
  });
});

describe('People in a room', () => {
  it('see how much time is left as soon as they come in', async () => {
    const { opens } = await openRoom('eiche', { from: -600, to: 1200 });
    const elapsed = () => Date.now() / 1000 - opens;
    const before = elapsed();
    const anna = await jitsi.inRoom('eiche', 'anna');
    const [countdown] = await anna.isTold('time_restricted');
    expect(countdown?.['durationSeconds']).toBeCloseTo(1800, 3);
    expect(Number(countdown?.['elapsedSeconds'])).toBeGreaterThan(before - 1);
    expect(Number(countdown?.['elapsedSeconds'])).toBeLessThan(elapsed() + 1);
  });

  it('hear each warning once, in the words and under the name of the house', async () => {
    jitsi.house.text = { name: 'Haus am Park' };
    const warn = [
      { at: 58, message: 'Noch eine Minute.' },
      { at: 56, message: 'Gleich ist Schluss.' },
    ];
    const slot = await openRoom('erle', { to: 600, warn });
    const [anna, otto] = [await jitsi.inRoom('erle', 'anna'), await jitsi.inRoom('erle', 'otto')];
    slot.closes = Date.now() / 1000 + 60;
    const heard = await anna.isTold('system_chat_message', 2);
    await sleep(1200);
    const saying = (message: string) => ({
      type: 'system_chat_message',
      displayName: 'Haus am Park',
      message,
    });
    expect(heard).toEqual([saying('Noch eine Minute.'), saying('Gleich ist Schluss.')]);
    expect(await anna.isTold('system_chat_message', 2)).toHaveLength(2);
    expect(await otto.isTold('system_chat_message', 2)).toEqual(heard);
  });

  it('hear only the nearest of several that are due', async () => {
    const warn = [
      { at: 205, message: 'Noch gut drei Minuten.' },
      { at: 900, message: 'Noch eine Viertelstunde.' },
      { at: 210, message: 'Noch dreieinhalb Minuten.' },
    ];
    const slot = await openRoom('esche', { to: 2000, warn });
    const anna = await jitsi.inRoom('esche', 'anna');
    slot.closes = Date.now() / 1000 + 200;
    await anna.isTold('system_chat_message');
    await sleep(1200);
    expect(await anna.isTold('system_chat_message')).toMatchObject([{ message: 'Noch gut drei Minuten.' }]);
  });

  it('hear none that is no longer true when they come in', async () => {
    await openRoom('ulme', { to: 200, warn: [{ at: 900, message: 'Noch eine Viertelstunde.' }] });
    const anna = await jitsi.inRoom('ulme', 'anna');
    await anna.isTold('time_restricted');
    await sleep(1200);
    expect(await anna.isTold('system_chat_message', 0)).toEqual([]);
  });

  it('hear a warning again when the end has moved', async () => {
    const slot = await openRoom('fichte', { to: 600, warn: [{ at: 60, message: 'Gleich ist Schluss.' }] });
    const anna = await jitsi.inRoom('fichte', 'anna');
    slot.closes = Date.now() / 1000 + 60;
    await anna.isTold('system_chat_message');
    slot.closes += 2;
    expect(await anna.isTold('system_chat_message', 2)).toHaveLength(2);
  });
});

describe('The house', () => {
  it('hears numbers only: no name, no id, and nothing of empty rooms', async () => {
    await openRoom('kiefer');
    await jitsi.house.hears([]);
    await jitsi.inRoom('kiefer', 'anna');
    await jitsi.inRoom('kiefer', 'otto');
    await jitsi.house.hears([{ room: 'kiefer', participants: 2 }]);
    expect(
      jitsi.house.beats.every(({ authorization }) => authorization === `Bearer ${jitsi.house.token}`),
    ).toBe(true);
  });

  it("finds its secret and its rooms' names in no log of Prosody", () => {
    expect(jitsi.prosody.log).toContain('The house answers.');
    expect(jitsi.prosody.log).not.toMatch(/geheim|kiefer|ahorn/);
  });
});
