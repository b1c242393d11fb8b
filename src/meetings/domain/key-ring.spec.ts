import { describe, expect, it } from '@jest/globals';
import { freeSecond, keyInUse, madeAtOf, newKid, stateOf, type RingKey } from './key-ring.js';

const at = (time: string) => Temporal.Instant.from(`2026-12-08T${time}Z`);
const key = (kid: string, time: string): RingKey => ({ kid, madeAt: at(time) });
const ring = [key('b', '12:00:00'), key('a', '08:00:00'), key('c', '12:05:00')];

describe('The ring of keys', () => {
  it.each([
    ['the only one, however new', [key('a', '08:00:00')], '08:00:00', 'a'],
    ['the oldest while none has waited', ring.filter(({ kid }) => kid !== 'a'), '12:06:00', 'b'],
    ['not the new one yet', ring, '12:09:59', 'a'],
    ['the new one after ten minutes', ring, '12:10:00', 'b'],
    ['the newest of those that have waited', ring, '12:15:00', 'c'],
    ['the older one when the clock goes back', ring, '07:00:00', 'a'],
  ])('signs with %s', (_, keys, now, kid) => {
    expect(keyInUse(keys, at(now))?.kid).toBe(kid);
  });

  it('has none to sign with when it is empty', () => {
    const none: RingKey[] = [];
    expect(keyInUse(none, at('12:00:00'))).toBeUndefined();
  });

  it.each([
    ['12:09:00', ['inUse', 'waiting', 'waiting']],
    ['12:14:00', ['resting', 'inUse', 'waiting']],
    ['12:15:00', ['resting', 'resting', 'inUse']],
  ])('knows at %s what each is for', (now, states) => {
    const [b, a, c] = ring as [RingKey, RingKey, RingKey];
    expect([a, b, c].map((each) => stateOf(each, ring, at(now)))).toEqual(states);
  });

  it('lets go of a key a day after the next one took over', () => {
    const [, a] = ring as [RingKey, RingKey];
    const tomorrow = (time: string) => Temporal.Instant.from(`2026-12-09T${time}Z`);
    expect(stateOf(a, ring, tomorrow('12:09:59'))).toBe('resting');
    expect(stateOf(a, ring, tomorrow('12:10:00'))).toBe('done');
  });
});

describe('The id of a key', () => {
  it('tells when it was made', () => {
    const kid = newKid(Temporal.Instant.from('2026-12-08T12:00:00.9Z'), 'f00d');
    expect(kid).toBe('door-20261208T120000Z-f00d');
    expect(madeAtOf(kid)).toEqual(at('12:00:00'));
  });

  it.each([
    ['the second it is', '11:59:59.9', '11:59:59'],
    ['the first one later of which there is no key', '12:00:00.2', '12:00:02'],
  ])('names %s', (_, now, second) => {
    const keys = [key('a', '12:00:01'), key('b', '12:00:00')];
    expect(freeSecond(keys, at(now))).toEqual(at(second));
  });

  it('of before counts as old', () => {
    expect(madeAtOf('door-0123456789abcdef01234567').epochMilliseconds).toBe(0);
  });
});
