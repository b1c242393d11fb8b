import { describe, expect, it } from '@jest/globals';
import type { Closure } from '../../api/shapes.js';
import { closureOf, draftOf, emptyClosure, isAsWished, withTyped } from './closure-draft.js';

const typed = { ...emptyClosure, from: '2026-12-24', to: '2027-01-01', fromTime: '14:00', toTime: '10:00' };

describe('a closure as typed', () => {
  it('takes whole days unless times are wanted', () => {
    expect(closureOf(typed)).toEqual({
      from: { date: '2026-12-24', time: '00:00' },
      to: { date: '2027-01-01', time: '24:00' },
      isYearly: false,
    });
    expect(closureOf({ ...typed, withTimes: true, reason: ' Umzug ' })).toMatchObject({
      from: { time: '14:00' },
      to: { time: '10:00' },
      reason: 'Umzug',
    });
  });

  it('names the room where there is one', () => {
    expect(closureOf({ ...typed, roomId: 'r1' })).toMatchObject({ roomId: 'r1' });
  });

  it('made from a closure says the same again', () => {
    const times = { from: { date: '2026-12-24', time: '12:10' }, to: { date: '2026-12-24', time: '18:00' } };
    const closure: Closure = { id: 'c1', scope: 'contactPoint', isYearly: false, version: 1, ...times };
    expect(closureOf(draftOf(closure))).toEqual({ ...times, isYearly: false });
    const whole = { from: { date: '2026-12-24', time: '00:00' }, to: { date: '2026-12-26', time: '24:00' } };
    expect(draftOf({ ...closure, ...whole }).withTimes).toBe(false);
    const room = { ...closure, ...whole, roomId: 'r1', reason: 'Umzug', isYearly: true };
    const said = closureOf(draftOf(room));
    expect(said).toEqual({ ...whole, roomId: 'r1', reason: 'Umzug', isYearly: true });
    expect(isAsWished(room, said)).toBe(true);
    expect(isAsWished({ ...room, ...times }, said)).toBe(false);
  });

  it('lets the last day follow the first until another one is chosen', () => {
    const oneDay = withTyped(withTyped(emptyClosure, { from: '0202-12-24' }), { from: '2026-12-24' });
    expect(oneDay.to).toBe('2026-12-24');
    const several = withTyped(oneDay, { to: '2027-01-01' });
    expect(withTyped(several, { from: '2026-12-23' }).to).toBe('2027-01-01');
    expect(withTyped(several, { from: '2027-02-01' }).to).toBe('2027-02-01');
    expect(withTyped(several, { reason: 'Umzug' }).to).toBe('2027-01-01');
  });
});
