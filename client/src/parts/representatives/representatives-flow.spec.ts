import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../api/problem.js';
import {
  nextRepresentatives,
  representativesAtRest,
  type RepresentativesEvent,
} from './representatives-flow.js';

const walk = (...events: RepresentativesEvent[]) => events.reduce(nextRepresentatives, representativesAtRest);
const typed: RepresentativesEvent[] = [
  { type: 'addingBegun' },
  { type: 'typed', who: { name: 'Karla' } },
  { type: 'typed', who: { email: 'karla@example.org' } },
];
const WHO = { name: 'Karla', email: 'karla@example.org' };

describe('representatives flow', () => {
  it('keeps what was typed while a fresh code is asked for, wrong or right', () => {
    const asked = walk(...typed, { type: 'sending' }, { type: 'codeSent', signInId: 's1' });
    expect(asked).toMatchObject({
      step: 'adding',
      who: WHO,
      busy: false,
      code: { signInId: 's1', typed: '', mails: 1, ended: false },
    });
    const wrong = [
      { type: 'codeTyped', code: '1234 5678' },
      { type: 'sending' },
      { type: 'refused', problem: new ApiProblem(401, { code: 'wrongCode' }) },
    ] as const;
    expect(wrong.reduce(nextRepresentatives, asked)).toMatchObject({
      who: WHO,
      busy: false,
      code: { typed: '1234 5678', ended: false },
    });
    expect(nextRepresentatives(asked, { type: 'codeTaken' })).toMatchObject({ who: WHO, code: undefined });
  });

  it('asks for a new mail once a code has ended, and counts the mails', () => {
    const ended: RepresentativesEvent = {
      type: 'refused',
      problem: new ApiProblem(401, { code: 'signInEnded' }),
    };
    const state = walk(...typed, { type: 'codeSent', signInId: 's1' }, { type: 'sending' }, ended);
    expect(state).toMatchObject({ who: WHO, busy: false, code: { ended: true, mails: 1 } });
    expect(nextRepresentatives(state, { type: 'codeSent', signInId: 's2' })).toMatchObject({
      who: WHO,
      problem: undefined,
      code: { signInId: 's2', typed: '', ended: false, mails: 2 },
    });
  });

  it('keeps who is half entered while somebody else is removed', () => {
    const asked = walk(...typed, { type: 'removalAsked', id: 'r1' });
    expect(asked).toMatchObject({ step: 'removing', id: 'r1', who: WHO });
    const back = { ...representativesAtRest, step: 'adding', who: WHO };
    expect(nextRepresentatives(asked, { type: 'kept' })).toEqual(back);
    expect(nextRepresentatives(asked, { type: 'done', inWords: 'Fertig.' })).toEqual({
      ...back,
      done: 'Fertig.',
    });
    expect(walk(...typed, { type: 'kept' })).toEqual(representativesAtRest);
  });

  it('keeps what was typed after a refusal, and begins afresh when it is done', () => {
    const refused = walk(...typed, { type: 'sending' }, { type: 'refused', problem: 'Nein.' });
    expect(refused).toMatchObject({ step: 'adding', who: WHO, problem: 'Nein.', busy: false });
    expect(walk(...typed, { type: 'sending' }, { type: 'done', inWords: 'Fertig.' })).toEqual({
      ...representativesAtRest,
      done: 'Fertig.',
    });
  });

  it('asks before somebody is removed, and forgets the question', () => {
    const asked = walk({ type: 'removalAsked', id: 'r1' });
    expect(asked).toMatchObject({ step: 'removing', id: 'r1' });
    expect(nextRepresentatives(asked, { type: 'kept' })).toEqual(representativesAtRest);
  });

  it('does not turn back while it is under way', () => {
    expect(walk(...typed, { type: 'sending' }, { type: 'kept' })).toMatchObject({ busy: true, who: WHO });
  });

  it('knows no code that nobody asked for', () => {
    expect(walk({ type: 'codeTyped', code: '1' }).code).toBeUndefined();
  });
});
