import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { aSlot } from '../../support/prosody-house.js';
import { openGuardedJitsi, type GuardedJitsi } from '../../support/prosody-story.js';

const NOT_BOOKED = 'Dieser Raum ist jetzt nicht reserviert.';
const OVER = 'Die reservierte Zeit ist vorbei.';
const CANCELLED = 'Dieser Termin wurde abgesagt.';

let jitsi: GuardedJitsi;

beforeAll(async () => {
  jitsi = await openGuardedJitsi();
});
afterAll(() => jitsi.close());

async function booked(...slots: Parameters<typeof aSlot>[]): Promise<void> {
  jitsi.house.slots = slots.map((slot) => aSlot(...slot));
  await jitsi.house.isHeard();
}

/** Waits for a time in seconds, and a moment more. */
const isPast = (time = 0) => sleep(Math.max(0, time * 1000 - Date.now()) + 100);

describe('A room at Jitsi', () => {
  it('opens inside its slot', async () => {
    await booked(['ahorn']);
    expect(await jitsi.openRoom('ahorn')).toBe('in');
    const anna = await jitsi.signIn('anna');
    expect(await anna.enter('ahorn', 'anna')).toBe('in');
  });

  it('is the same room however its name is written', async () => {
    await booked(['Birke']);
    expect(await jitsi.openRoom('BIRKE')).toBe('in');
  });

  it.each([
    { when: 'before its slot', slot: { from: 30, to: 60 }, words: NOT_BOOKED },
    { when: 'after its slot', slot: { from: -60, to: -1 }, words: OVER },
  ])('does not open $when', async ({ slot, words }) => {
    await booked(['buche', slot]);
    expect(await jitsi.openRoom('buche')).toBe(words);
  });

  it('does not open without a slot', async () => {
    await booked(['ahorn']);
    expect(await jitsi.openRoom('unbekannt')).toBe(NOT_BOOKED);
  });

  it('opens by itself when its time comes, without another word from the house', async () => {
    await booked(['eibe', { from: 5 }]);
    await jitsi.house.stop();
    expect(await jitsi.openRoom('eibe')).toBe(NOT_BOOKED);
    await isPast(jitsi.house.slots[0]?.opens);
    expect(await jitsi.openRoom('eibe')).toBe('in');
    await jitsi.house.start();
  });

  it('closes when its slot is over, for everybody', async () => {
    await booked(['eiche']);
    await jitsi.openRoom('eiche');
    const [anna, otto] = [await jitsi.inRoom('eiche', 'anna'), await jitsi.inRoom('eiche', 'otto')];
    const end = await jitsi.house.endsIn('eiche', 2.5);
    expect(await anna.isPutOut('eiche')).toBe(OVER);
    expect(await otto.isPutOut('eiche')).toBe(OVER);
    expect(Date.now() / 1000 - end).toBeLessThan(2);
    expect(await anna.enter('eiche', 'anna')).not.toBe('in');
  });

  it('says that the time is over, not that it was cancelled, when the slot leaves the list at its end', async () => {
    await booked(['erle']);
    await jitsi.openRoom('erle');
    const anna = await jitsi.inRoom('erle', 'anna');
    await jitsi.house.endsIn('erle', 2);
    const dropped = setInterval(() => {
      jitsi.house.slots = jitsi.house.slots.filter(({ closes }) => closes > Date.now() / 1000);
    }, 50);
    expect(await anna.isPutOut('erle')).toBe(OVER);
    clearInterval(dropped);
  });

  it('closes within seconds when its date is cancelled', async () => {
    await booked(['esche']);
    await jitsi.openRoom('esche');
    const anna = await jitsi.inRoom('esche', 'anna');
    jitsi.house.slots = [];
    expect(await anna.isPutOut('esche')).toBe(CANCELLED);
    expect(await jitsi.openRoom('esche')).toBe(NOT_BOOKED);
  });

  it('stays open when its slot is extended, and everybody is told', async () => {
    await booked(['fichte']);
    await jitsi.openRoom('fichte');
    const anna = await jitsi.inRoom('fichte', 'anna');
    const end = await jitsi.house.endsIn('fichte', 5);
    const [, before] = await anna.isTold('time_restricted', 2);
    const slot = jitsi.house.slots[0];
    if (slot) slot.closes += 60;
    const [, , after] = await anna.isTold('time_restricted', 3);
    expect(Number(after?.['durationSeconds'])).toBeCloseTo(Number(before?.['durationSeconds']) + 60, 3);
    await isPast(end);
    const otto = await jitsi.signIn('otto');
    expect(await otto.enter('fichte', 'otto')).toBe('in');
  });
});

describe('Nobody passes by the guard', () => {
  it('not a gateway, though it is an administrator', async () => {
    await booked(['kiefer', { from: 30, to: 60 }], ['linde']);
    const jigasi = await jitsi.signIn('jigasi@auth.meet.jitsi');
    expect(await jigasi.enter('kiefer', 'telefon')).toBe(NOT_BOOKED);
    expect(await jigasi.enter('linde', 'telefon')).toBe('in');
    jitsi.house.slots = [];
    expect(await jigasi.isPutOut('linde')).toBe(CANCELLED);
  });

  it('not a guest who calls himself focus', async () => {
    await booked(['palme', { max: 1, blocked: ['mallory'] }]);
    await jitsi.openRoom('palme');
    const mallory = await jitsi.signIn('mallory');
    expect(await mallory.enter('palme', 'focus')).toBe('Ihre Einladung gilt nicht mehr.');
    const jigasi = await jitsi.signIn('jigasi@auth.meet.jitsi');
    expect(await jigasi.enter('tanne', 'focus')).toBe(NOT_BOOKED);
    await booked(['tanne', { max: 1 }]);
    expect(await jigasi.enter('tanne', 'focus')).toBe('in');
    const otto = await jitsi.signIn('otto');
    expect(await otto.enter('tanne', 'otto')).toBe('Der Raum ist voll.');
    await jitsi.house.hears([{ room: 'tanne', participants: 1 }]);
  });

  it("not under the name of a room in which Jitsi tries itself; Jitsi's own trial is left alone", async () => {
    await booked();
    const room = '__jicofo-health-check-1';
    const jigasi = await jitsi.signIn('jigasi@auth.meet.jitsi');
    expect(await jigasi.enter(room, 'telefon')).toBe(NOT_BOOKED);
    expect(await jitsi.openRoom(room)).toBe('in');
    const anna = await jitsi.signIn('anna');
    expect(await anna.enter(room, 'anna')).toBe(NOT_BOOKED);
    await jitsi.house.hears([]);
  });
});
