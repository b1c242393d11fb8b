import { describe, expect, it } from '@jest/globals';
import { newId } from '../../kernel/id.js';
import { instantAt } from '../../kernel/local-time.js';
import { reminderHorizon, remindersDue, type Invited } from './reminders.js';

const at = (wall: string) => instantAt(Temporal.PlainDateTime.from(wall));
const idInMinute = (minute: number) => `00000000-0000-7000-8000-${minute.toString(16).padStart(12, '0')}`;

const invited = (change: Partial<Invited> = {}): Invited => ({
  inviteeId: idInMinute(0),
  start: at('2026-12-08T18:00'),
  invitedAt: at('2026-12-01T09:00'),
  reminders: ['dayBefore', 'hourBefore'],
  ...change,
});

describe('Somebody is reminded', () => {
  it.each([
    ['before the morning of the day before', '2026-12-07T09:59', []],
    ['from 10 o’clock the day before', '2026-12-07T10:00', ['dayBefore']],
    ['late, when the house was away', '2026-12-08T16:59', ['dayBefore']],
    ['an hour before', '2026-12-08T17:00', ['hourBefore']],
    ['late within the hour', '2026-12-08T17:59', ['hourBefore']],
    ['never of what has begun', '2026-12-08T18:00', []],
    ['never of what was yesterday', '2026-12-09T10:00', []],
  ])('%s', (_, now, due) => {
    expect(remindersDue(invited(), at(now))).toEqual(due);
  });

  it.each([
    ['nothing', [], [], []],
    ['the day before only', ['dayBefore'], ['dayBefore'], []],
    ['an hour before only', ['hourBefore'], [], ['hourBefore']],
  ] as const)('as the group wants: %s', (_, reminders, morning, lastHour) => {
    expect(remindersDue(invited({ reminders }), at('2026-12-07T12:00'))).toEqual(morning);
    expect(remindersDue(invited({ reminders }), at('2026-12-08T17:30'))).toEqual(lastHour);
  });

  it.each([
    ['before the moment of the reminder', '18:00', '2026-12-07T10:00', ['dayBefore']],
    ['right after it: the invitation is fresh', '18:00', '2026-12-07T10:01', []],
    ['24 hours before', '09:00', '2026-12-07T09:00', ['dayBefore']],
    ['less than 24 hours before', '09:00', '2026-12-07T09:01', []],
  ])('the day before, if invited %s', (_, time, invitedAt, due) => {
    const late = invited({ start: at(`2026-12-08T${time}`), invitedAt: at(invitedAt) });
    expect(remindersDue(late, at('2026-12-07T20:00'))).toEqual(due);
  });

  it('within the last hour only if invited before it', () => {
    const late = invited({ invitedAt: at('2026-12-08T17:01') });
    expect(remindersDue(late, at('2026-12-08T17:05'))).toEqual([]);
  });

  it.each([
    ['before clocks go back', '2026-10-25T18:00', '2026-10-24T10:00'],
    ['after clocks went back', '2026-10-26T18:00', '2026-10-25T10:00'],
    ['after clocks went forward', '2027-03-29T18:00', '2027-03-28T10:00'],
    ['of a date right after midnight', '2026-12-08T00:00', '2026-12-07T10:00'],
  ])('at 10 o’clock on the wall, also %s', (_, start, morning) => {
    const date = invited({ start: at(start), invitedAt: at('2026-10-01T00:00') });
    expect(remindersDue(date, at(morning).subtract({ seconds: 1 }))).toEqual([]);
    expect(remindersDue(date, at(morning))).toEqual(['dayBefore']);
  });
});

describe('Many are not reminded at once', () => {
  it.each([0, 1, 59])('each has a minute of their own: %i', (minute) => {
    const one = invited({ inviteeId: idInMinute(minute) });
    const moment = at('2026-12-07T10:00').add({ minutes: minute });
    expect(remindersDue(one, moment.subtract({ seconds: 1 }))).toEqual([]);
    expect(remindersDue(one, moment)).toEqual(['dayBefore']);
  });

  it('all of them within the hour, less than a tenth in one minute', () => {
    const people = Array.from({ length: 1000 }, () => invited({ inviteeId: newId() }));
    const dueAt = (minute: number) => {
      const now = at('2026-12-07T10:00').add({ minutes: minute });
      return people.filter((one) => remindersDue(one, now).length > 0).length;
    };
    const counts = Array.from({ length: 60 }, (_, minute) => dueAt(minute));
    expect(counts.at(-1)).toBe(1000);
    const steps = counts.map((count, minute) => count - (counts[minute - 1] ?? 0));
    expect(Math.max(...steps)).toBeLessThan(100);
  });
});

describe('What is looked at', () => {
  it('reaches to the end of tomorrow', () => {
    expect(reminderHorizon(at('2026-12-07T10:00'))).toEqual(at('2026-12-09T00:00'));
  });
});
