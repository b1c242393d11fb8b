import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../api/problem.js';
import type { Group } from '../../api/shapes.js';
import { grantOf, isTaken, nextGrant, rowRefused, startOfGrant, type GrantEvent } from './grant-flow.js';

const walk = (...events: GrantEvent[]) => events.reduce(nextGrant, startOfGrant);
const typed: GrantEvent[] = [
  { type: 'typed', form: { label: ' Gruppe 17 ', until: '2027-12-31' } },
  { type: 'personTyped', index: 0, person: { name: 'Maria', email: 'm@example.org ' } },
  { type: 'personAdded' },
];

describe('grant flow', () => {
  it('sends what was typed without empty rows and dates', () => {
    expect(grantOf(walk(...typed).form)).toEqual({
      label: 'Gruppe 17',
      accessUntil: '2027-12-31',
      representatives: [{ name: 'Maria', email: 'm@example.org' }],
    });
  });

  it('keeps one row at least', () => {
    expect(walk(...typed, { type: 'personRemoved', index: 0 }).form.people).toEqual([
      { name: '', email: '' },
    ]);
    expect(walk({ type: 'personRemoved', index: 0 }).form.people).toHaveLength(1);
  });

  it('keeps everything typed after a refusal', () => {
    const problem = new ApiProblem(422, { detail: 'Diese Bezeichnung gibt es schon.' });
    const state = walk(...typed, { type: 'sending' }, { type: 'refused', problem });
    expect(state).toMatchObject({ busy: false, problem, form: { label: ' Gruppe 17 ' } });
  });

  it('finds the row that a refusal speaks of, until rows are removed', () => {
    const second: GrantEvent = { type: 'personTyped', index: 2, person: { name: 'Anna' } };
    const { form } = walk(...typed, { type: 'personAdded' }, second);
    expect(rowRefused(form, 'representatives.0.email')).toEqual({ index: 0, field: 'email' });
    expect(rowRefused(form, 'representatives.1.name')).toEqual({ index: 2, field: 'name' });
    expect(rowRefused(form, 'representatives')).toBeUndefined();
    expect(rowRefused(form, 'label')).toBeUndefined();
    const refused: GrantEvent = { type: 'refused', problem: new ApiProblem(400) };
    expect(walk(...typed, refused, { type: 'personRemoved', index: 1 }).problem).toBeUndefined();
  });

  it('finds a label that another group has, however it is typed', () => {
    const labels = ['Gruppe 17', 'Dienstagsrunde'];
    expect(isTaken(' dienstagsrunde', labels)).toBe(true);
    expect(isTaken('Gruppe 1', labels)).toBe(false);
    expect(isTaken('', labels)).toBe(false);
  });

  it('clears the form and says what was granted', () => {
    const representatives = [
      { name: 'Maria Alt', email: 'M@example.org' },
      { name: 'Anna', email: 'a@example.org' },
    ];
    const group = { label: 'Gruppe 17', accessFrom: '2027-01-01', representatives } as Group;
    expect(walk(...typed, { type: 'sending' }, { type: 'granted', group })).toEqual({
      ...startOfGrant,
      granted: { label: 'Gruppe 17', people: 2, from: '2027-01-01', known: ['Maria Alt'] },
    });
  });
});
