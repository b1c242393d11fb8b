import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../api/problem.js';
import type { Act } from './act-flow.js';
import { refusedInWords } from './refused-in-words.js';

const clashes = (...verdicts: string[]) =>
  new ApiProblem(409, {
    code: 'roomAlreadyTaken',
    dates: verdicts.map((verdict) => ({ verdict, alternatives: [] })),
  });
const saidOf = (act: Act, problem: ApiProblem) =>
  refusedInWords({ act }, problem, { endsAt: '2026-12-01T19:00:00Z' });

describe('A refusal in words', () => {
  it.each([
    ['taken', 'Der Raum ist keine 30 Minuten länger frei.'],
    ['closed', 'Der Raum ist keine 30 Minuten länger geöffnet.'],
    ['capacity', 'Danach treffen sich viele andere Gruppen, und die Technik reicht nicht für alle.'],
    ['quota', 'Mehr Zeit kann Ihre Gruppe nicht bekommen.'],
  ])('calms those who meet: %s', (verdict, reason) => {
    const said = `${reason} Ihr Treffen geht bis 20:00 Uhr.`;
    expect(saidOf('extend', clashes(verdict))).toBe(said);
  });

  it.each(['cancel', 'changeRoom', 'extend'] as const)('never asks to load the page anew: %s', (act) => {
    expect(saidOf(act, new ApiProblem(412, { detail: 'Bitte laden Sie die Seite neu.' }))).toBe(
      'Der Termin wurde inzwischen geändert. So steht er jetzt hier. Bitte prüfen Sie ihn, und drücken Sie noch einmal.',
    );
  });

  it.each<[Act, ApiProblem]>([
    ['restore', clashes('taken')],
    ['takeUp', clashes('taken')],
    ['extend', new ApiProblem(422, { code: 'longEnough', detail: 'Länger geht nicht.' })],
    ['cancel', new ApiProblem(0)],
  ])('is otherwise the one of the house: %s', (act, problem) => {
    expect(saidOf(act, problem)).toBe(problem);
  });
});
