import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../api/problem.js';
import { askedAbout, doneAt, nextAct, nothingDone, problemAt, type ActEvent } from './act-flow.js';

const walk = (...events: ActEvent[]) => events.reduce(nextAct, nothingDone);
const asked: ActEvent = { type: 'asked', id: 'o1', act: 'cancel' };
const sending: ActEvent = { type: 'sending', id: 'o1', act: 'cancel' };

describe('act flow', () => {
  it('asks first, about one date, and forgets the question when the date is kept', () => {
    expect(walk(asked)).toMatchObject({ id: 'o1', act: 'cancel', scope: 'one', busy: false });
    expect(askedAbout(walk(asked), 'o1')).toBe('cancel');
    expect(askedAbout(walk(asked), 'o2')).toBeUndefined();
    expect(askedAbout(walk(asked, { type: 'asked', id: 'o2', act: 'changeRoom' }), 'o2')).toBe('changeRoom');
    expect(walk(asked, { type: 'kept' })).toEqual(nothingDone);
  });

  it('keeps how much of a series is meant, and starts with one date at the next question', () => {
    const following: ActEvent = { type: 'scoped', scope: 'following' };
    expect(walk(asked, following, sending)).toMatchObject({ scope: 'following', busy: true });
    expect(walk(asked, following, { type: 'asked', id: 'o2', act: 'changeRoom' })).toMatchObject({
      id: 'o2',
      scope: 'one',
    });
  });

  it('does not change its mind while the house is working', () => {
    const changes: ActEvent[] = [
      { type: 'asked', id: 'o2', act: 'changeRoom' },
      { type: 'scoped', scope: 'all' },
      { type: 'kept' },
    ];
    expect(walk(asked, sending, ...changes)).toEqual(walk(asked, sending));
  });

  it('says what was done and offers to take it back', () => {
    const undo = { id: 'o1', scope: 'all' } as const;
    expect(walk(asked, sending, { type: 'done', inWords: 'Abgesagt.', undo })).toEqual({
      id: 'o1',
      scope: 'one',
      busy: false,
      done: 'Abgesagt.',
      undo,
    });
  });

  it('says what was done at the date that it is about', () => {
    const done = walk(asked, sending, { type: 'done', inWords: 'Abgesagt.' });
    expect([doneAt(done, 'o1'), doneAt(done, 'o2')]).toEqual(['Abgesagt.', undefined]);
  });

  it('says no more what was done before while something else is sent', () => {
    const undo = { id: 'o1', scope: 'one' } as const;
    const cancelled = walk(asked, sending, { type: 'done', inWords: 'Abgesagt.', undo });
    const restoring = nextAct(cancelled, { type: 'sending', id: 'o1', act: 'restore' });
    expect(restoring.done).toBeUndefined();
    expect(restoring.undo).toEqual(undo);
  });

  it('keeps the question open after a refusal', () => {
    const problem = new ApiProblem(412, {});
    expect(walk(asked, sending, { type: 'refused', problem })).toMatchObject({
      id: 'o1',
      act: 'cancel',
      problem,
    });
  });

  it('is not asking while something else is done', () => {
    expect(askedAbout(walk({ type: 'sending', id: 'o1', act: 'extend' }), 'o1')).toBeUndefined();
  });

  it('lists none of several dates while the house takes no new ones, so that they can be tried again', () => {
    const paused = { date: '2026-12-08', capacityFault: 'noServerOpen' };
    const problem = new ApiProblem(409, { dates: [paused] });
    const done: ActEvent = { type: 'done', inWords: 'Abgesagt.', undo: { id: 'o1', scope: 'all' } };
    const restoring: ActEvent = { type: 'sending', id: 'o1', act: 'restore' };
    const state = walk(done, { type: 'scoped', scope: 'all' }, restoring, { type: 'refused', problem });
    expect(state).toMatchObject({ busy: false, problem, undo: { id: 'o1', scope: 'all' } });
    expect(state.undo?.taken).toBeUndefined();
  });

  it('keeps which of several dates are not free any more, where they were cancelled, through what fails after', () => {
    const taken = [{ date: '2026-12-08', verdict: 'taken' }];
    const clash = new ApiProblem(409, { dates: taken });
    const restoring: ActEvent = { type: 'sending', id: 'o1', act: 'restore' };
    const cancelled = (scope: 'one' | 'all') =>
      walk(asked, { type: 'scoped', scope }, sending, {
        type: 'done',
        inWords: '',
        undo: { id: 'o1', scope },
      });
    const refused = (scope: 'one' | 'all', ...problems: ApiProblem[]) =>
      problems.reduce(
        (state, problem) => [restoring, { type: 'refused', problem } as const].reduce(nextAct, state),
        nextAct(cancelled(scope), { type: 'scoped', scope }),
      );
    const several = refused('all', clash, new ApiProblem(0));
    expect(several.undo).toEqual({ id: 'o1', scope: 'all', taken });
    expect(problemAt(several, 'o1')).toBeUndefined();
    const since = [{ date: '2026-12-15', verdict: 'taken' }];
    const more = refused('all', clash, new ApiProblem(409, { dates: since }));
    expect(more.undo?.taken).toEqual([...taken, ...since]);
    const one = refused('one', clash);
    expect(one.undo).toEqual({ id: 'o1', scope: 'one' });
    expect(problemAt(one, 'o1')).toBe(clash);
    expect(problemAt(one, 'o2')).toBeUndefined();
  });
});
