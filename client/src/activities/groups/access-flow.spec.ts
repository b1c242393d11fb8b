import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../api/problem.js';
import type { Group } from '../../api/shapes.js';
import { accessAtRest, nextAccess, stands, type AccessEvent } from './access-flow.js';

const walk = (...events: AccessEvent[]) => events.reduce(nextAccess, accessAtRest);
const asked: AccessEvent = { type: 'asked', id: 'g1', act: 'end' };
const sending: AccessEvent = { type: 'sending', id: 'g1', act: 'end' };

describe('access flow', () => {
  it('asks first and forgets the question when the group is kept', () => {
    expect(walk(asked)).toEqual({ step: 'asking', id: 'g1', act: 'end', busy: false });
    expect(walk(asked, { type: 'kept' })).toEqual(accessAtRest);
  });

  it('says what was done, at the group it was done to', () => {
    expect(walk(asked, sending, { type: 'done' })).toMatchObject({ step: 'done', id: 'g1', act: 'end' });
    expect(walk({ type: 'sending', id: 'g2', act: 'resume' }, { type: 'done' })).toMatchObject({
      step: 'done',
      id: 'g2',
      busy: false,
    });
  });

  it('says so until something else is begun, and forgets no question by that', () => {
    const wentOn: AccessEvent = { type: 'wentOn' };
    expect(walk(asked, sending, { type: 'done' }, wentOn)).toEqual(accessAtRest);
    expect(walk(asked, wentOn)).toEqual(walk(asked));
    expect(walk(asked, sending, wentOn)).toEqual(walk(asked, sending));
  });

  it('keeps the question after a refusal', () => {
    const problem = new ApiProblem(422, { code: 'accessEnded' });
    const state = walk(asked, sending, { type: 'refused', problem });
    expect(state).toMatchObject({ step: 'asking', busy: false, problem });
    expect(nextAccess(state, sending).problem).toBeUndefined();
  });

  it('shows a refusal without a question at its group, not at one that was done before', () => {
    const problem = new ApiProblem(0);
    const resume: AccessEvent = { type: 'sending', id: 'g2', act: 'resume' };
    expect(walk(asked, sending, { type: 'done' }, resume, { type: 'refused', problem })).toEqual({
      step: 'quiet',
      id: 'g2',
      act: 'resume',
      busy: false,
      problem,
    });
  });

  it('closes a question when something else is done, so that a refusal of that is seen', () => {
    const problem = new ApiProblem(0);
    for (const [id, act] of [
      ['g1', 'keep'],
      ['g2', 'keep'],
      ['g2', 'resume'],
    ] as const) {
      const state = walk(asked, { type: 'sending', id, act }, { type: 'refused', problem });
      expect(state).toEqual({ step: 'quiet', id, act, busy: false, problem });
    }
  });

  it('is done where the group stands as wished, though no answer came', () => {
    const group = (state: Group['state'], deletedOn?: string) => ({ state, deletedOn }) as Group;
    expect(stands(group('paused'), 'pause')).toBe(true);
    expect(stands(group('active'), 'pause')).toBe(false);
    expect(stands(group('active'), 'resume')).toBe(true);
    expect(stands(group('ended'), 'end')).toBe(true);
    expect(stands(group('active'), 'keep')).toBe(true);
    expect(stands(group('active', '2026-12-24'), 'keep')).toBe(false);
  });

  it('does not turn back while it is under way', () => {
    expect(walk(asked, sending, { type: 'kept' })).toMatchObject({ busy: true, id: 'g1' });
  });
});
