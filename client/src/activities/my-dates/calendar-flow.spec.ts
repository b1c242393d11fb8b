import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../api/problem.js';
import { nextCalendar, quiet, type CalendarEvent } from './calendar-flow.js';

const walk = (...events: CalendarEvent[]) => events.reduce(nextCalendar, quiet);

describe('calendar flow', () => {
  it('says what was done, and nothing of it once the next thing begins', () => {
    const copied: CalendarEvent = { type: 'done', done: 'copied' };
    expect(walk(copied)).toEqual({ busy: false, done: 'copied' });
    expect(walk(copied, { type: 'sending' })).toEqual({ busy: true });
  });

  it('asks before calendars are cut off, forgets the question when the address is kept, and once it is done', () => {
    const asked: CalendarEvent = { type: 'asked', about: 'end' };
    expect(walk(asked, { type: 'sending' })).toEqual({ busy: true, asked: 'end' });
    expect(walk(asked, { type: 'kept' })).toEqual(quiet);
    expect(walk(asked, { type: 'sending' }, { type: 'done', done: 'ended' }).asked).toBeUndefined();
  });

  it('says why it did not go', () => {
    const problem = new ApiProblem(0);
    expect(walk({ type: 'sending' }, { type: 'refused', problem })).toEqual({ busy: false, problem });
  });
});
