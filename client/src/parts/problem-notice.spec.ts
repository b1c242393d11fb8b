import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../api/problem.js';
import { sentenceOf, withLabel } from './problem-notice.js';

const refusal = (field: string) =>
  new ApiProblem(400, {
    code: 'badInput',
    detail: `Bitte prüfen Sie die Angabe „${field}“: Sie ist zu lang.`,
    fields: [{ field, message: 'Sie ist zu lang.' }],
  });
const labelOf = (field: string) => (field === 'email' ? 'E-Mail-Adresse' : undefined);

describe('a refusal of one field', () => {
  it('calls it as people read it', () => {
    expect(withLabel(refusal('email'), labelOf)).toBe('„E-Mail-Adresse“: Sie ist zu lang.');
  });

  it('says what is wrong where it is none that they read', () => {
    const other = refusal('repeat.count');
    expect(withLabel(other, labelOf)).toBe(other);
    expect(sentenceOf(other)).toBe('Bitte prüfen Sie Ihre Angaben. Sie ist zu lang.');
  });

  it('is left alone where it is about no field', () => {
    const other = new ApiProblem(422, { detail: 'Diese Bezeichnung gibt es schon.' });
    expect(withLabel(other, labelOf)).toBe(other);
    expect(sentenceOf(other)).toBe('Diese Bezeichnung gibt es schon.');
  });
});
