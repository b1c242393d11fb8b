import { describe, expect, it } from '@jest/globals';
import { doorStateOf } from './door-state.js';

const at = (time: string) => Temporal.Instant.from(`2026-12-08T${time}Z`);
const range = { start: at('17:00:00'), end: at('19:00:00') };

describe('The door of a date (P5)', () => {
  it.each([
    ['a day before', '2026-12-07T17:00:00Z', 'tooEarly'],
    ['a millisecond before it opens', '2026-12-08T16:44:59.999Z', 'tooEarly'],
    ['at the moment it opens', '2026-12-08T16:45:00Z', 'open'],
    ['at the start', '2026-12-08T17:00:00Z', 'open'],
    ['a millisecond before the end', '2026-12-08T18:59:59.999Z', 'open'],
    ['at the end', '2026-12-08T19:00:00Z', 'over'],
    ['a year later', '2027-12-08T19:00:00Z', 'over'],
  ])('%s (%s) is %s', (_, now, kind) => {
    expect(doorStateOf(range, 15, Temporal.Instant.from(now)).kind).toBe(kind);
  });

  it('says when it opens while it is too early', () => {
    const door = doorStateOf(range, 15, at('12:00:00'));
    expect(door.kind === 'tooEarly' && door.opensAt.toString()).toBe('2026-12-08T16:45:00Z');
  });

  it('opens at the start when nobody may come earlier', () => {
    expect(doorStateOf(range, 0, at('16:59:59')).kind).toBe('tooEarly');
    expect(doorStateOf(range, 0, at('17:00:00')).kind).toBe('open');
  });

  it('opens earlier for whoever may come earlier', () => {
    expect(doorStateOf(range, 20, at('16:40:00')).kind).toBe('open');
    expect(doorStateOf(range, 15, at('16:40:00')).kind).toBe('tooEarly');
  });
});
