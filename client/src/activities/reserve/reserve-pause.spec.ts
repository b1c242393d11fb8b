import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../api/problem.js';
import type { PreviewDate, Rules } from '../../api/shapes.js';
import { nextReserve, startOfReserve, type ReserveEvent, type ReserveState } from './reserve-flow.js';

const date: PreviewDate = {
  date: '2026-12-01',
  startsAt: '2026-12-01T17:00:00Z',
  endsAt: '2026-12-01T19:00:00Z',
  verdict: 'free',
  alternatives: [],
};
const pause = new ApiProblem(409, {
  dates: [{ ...date, verdict: 'capacity', capacityFault: 'noServerOpen' }],
});
const rules = { opensAt: '07:00', closesAt: '23:00', defaultMinutes: 120 } as Rules;
const filledIn = (often: 'once' | 'regularly') =>
  nextReserve(startOfReserve('2026-12-01', rules), { type: 'changed', draft: { often, people: '12' } });
const refused = (state: ReserveState): ReserveState =>
  state.step === 'when' || state.step === 'review'
    ? nextReserve(state, { type: 'refused', problem: pause, asked: state.draft })
    : state;

describe('While the house takes no new dates', () => {
  it.each(['once', 'regularly'] as const)('the form stays, and no date is asked about: %s', (often) => {
    const said = { step: 'when', busy: false, problem: pause, clashes: [], draft: { often, people: '12' } };
    expect(refused(filledIn(often))).toMatchObject(said);
  });

  it('what was chosen about the dates of a series stays, and somebody else was not quicker', () => {
    const preview = { inWords: 'Jeden Dienstag', dates: [date] };
    const form = filledIn('regularly');
    if (form.step !== 'when') throw new Error('No form.');
    const steps: ReserveEvent[] = [
      { type: 'previewed', preview, asked: form.draft },
      { type: 'chose', choices: [{ date: date.date, choose: 'skip' }] },
    ];
    const review = steps.reduce<ReserveState>(nextReserve, form);
    expect(refused(review)).toEqual({ ...review, problem: pause });
  });
});
