import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../api/problem.js';
import type { Occurrence, Preview, PreviewDate, Rules } from '../../api/shapes.js';
import { nothingToSettle } from '../../parts/settling/settling.js';
import { firstDraft, lacksWeekday, wishOf, type Draft } from './draft.js';
import { nextReserve, startOfReserve, type ReserveEvent, type ReserveState } from './reserve-flow.js';

const rules: Rules = {
  minMinutes: 30,
  maxMinutes: 240,
  defaultMinutes: 120,
  opensAt: '07:00',
  closesAt: '23:00',
  horizonMonths: 12,
  bufferMinutes: 0,
};
const start = startOfReserve('2026-12-01', rules);
type Step = ReserveEvent | ((asked: Draft) => ReserveEvent);
const next = (state: ReserveState, step: Step) =>
  nextReserve(state, typeof step === 'function' ? step(draftIn(state)) : step);
const draftIn = (state: ReserveState) => ('draft' in state ? state.draft : firstDraft('2026-12-01', rules));
const walk = (...steps: Step[]) => steps.reduce(next, start);

const clash = {
  date: '2026-12-01',
  startsAt: '2026-12-01T17:00:00Z',
  endsAt: '2026-12-01T19:00:00Z',
  verdict: 'taken',
  alternatives: [{ time: '20:00' }, { roomId: 'r2', roomName: 'Ahorn' }],
} as const;
const refused = (problem: ApiProblem) => (asked: Draft) => ({ type: 'refused', problem, asked }) as const;
const taken = refused(new ApiProblem(409, { code: 'roomAlreadyTaken', dates: [clash] }));
const atEight: ReserveEvent = { type: 'changed', draft: { time: '20:00' } };
const occurrence = { id: 'o1', state: 'planned', room: { id: 'r1', name: 'Linde' } } as Occurrence;
const reserved = (asked: Draft): ReserveEvent => ({
  type: 'reserved',
  asked,
  reservation: {
    id: 'r',
    inWords: '',
    occurrences: [occurrence],
    version: 1,
    notice: 'Achtung, Zeitumstellung.',
  },
});

describe('reserve flow', () => {
  it('starts with what most groups want', () => {
    expect(start).toMatchObject({ draft: { roomId: 'any', time: '18:00', minutes: 120 } });
    expect(startOfReserve('2026-12-01', { ...rules, closesAt: '17:00' })).toMatchObject({
      draft: { time: '07:00' },
    });
  });

  it('shows the clash, keeps the form and clears the clash with the next change', () => {
    const state = walk({ type: 'changed', draft: { people: '12' } }, { type: 'sending' }, taken);
    expect(state).toMatchObject({ busy: false, clashes: [clash], draft: { people: '12' } });
    const other = nextReserve(state, atEight);
    expect(other).toMatchObject({ clashes: [], problem: undefined, draft: { time: '20:00', people: '12' } });
  });

  it('drops clashes of another wish than the one that stands in the form, but says what else went wrong', () => {
    const asked = walk({ type: 'sending' });
    const changed = nextReserve(asked, atEight);
    const late = nextReserve(changed, taken(draftIn(asked)));
    expect(late).toMatchObject({ step: 'when', busy: false, clashes: [], draft: { time: '20:00' } });
    expect(late).toHaveProperty('problem', undefined);
    const unreachable = nextReserve(changed, refused(new ApiProblem(0))(draftIn(asked)));
    expect(unreachable).toMatchObject({ busy: false, problem: { status: 0 } });
  });

  it('goes on to the invitations and carries the notice', () => {
    expect(walk(reserved)).toMatchObject({
      step: 'who',
      occurrence,
      series: undefined,
      notice: 'Achtung, Zeitumstellung.',
      invited: 0,
      lost: false,
    });
    const invited: ReserveEvent = { type: 'invited', invited: 3, alreadyInvited: 0, typed: 0 };
    expect(walk(reserved, invited)).toMatchObject({ step: 'done', invited: 3 });
    const again: ReserveEvent = { type: 'invited', invited: 0, alreadyInvited: 3, typed: 0 };
    expect(walk(reserved, again)).toMatchObject({ step: 'done', invited: 3 });
    expect(walk(reserved, { type: 'nobody' })).toMatchObject({ step: 'done', invited: 0 });
  });

  it('says that the list of those invited was not kept', () => {
    const notKept = 'Nur die Liste nicht.';
    const invited: ReserveEvent = { type: 'invited', invited: 3, alreadyInvited: 0, typed: 0, notKept };
    expect(walk(reserved, invited)).toMatchObject({ step: 'done', notKept });
  });

  it('asks before typed addresses are left behind, and asks anew when they are changed', () => {
    const typed: ReserveEvent = { type: 'typed', count: 2 };
    expect(walk(reserved, typed, { type: 'nobody' })).toMatchObject({ step: 'who', asks: true, typed: 2 });
    expect(walk(reserved, typed, { type: 'nobody' }, { type: 'nobody' })).toMatchObject({ step: 'done' });
    expect(walk(reserved, typed, { type: 'nobody' }, typed)).toMatchObject({ step: 'who', asks: false });
    expect(walk(reserved, typed, { type: 'typed', count: 0 }, { type: 'nobody' })).toMatchObject({
      step: 'done',
    });
  });

  it('does not go on without inviting while it invites', () => {
    const inviting: ReserveEvent[] = [
      { type: 'typed', count: 2 },
      { type: 'inviting', busy: true, lost: false },
    ];
    const nobody: ReserveEvent = { type: 'nobody' };
    expect(walk(reserved, ...inviting, nobody, nobody)).toMatchObject({ step: 'who', asks: false });
    const lost: ReserveEvent = { type: 'inviting', busy: false, lost: true };
    expect(walk(reserved, ...inviting, lost, nobody, nobody)).toMatchObject({ step: 'done', lost: true });
  });

  it('stays for those who were typed while it invited', () => {
    const invited: ReserveEvent = { type: 'invited', invited: 2, alreadyInvited: 0, typed: 3 };
    const said = '2 Einladungen sind unterwegs.';
    expect(walk(reserved, invited)).toMatchObject({ step: 'who', invited: 2, said });
    expect(walk(reserved, invited, { ...invited, typed: 0 })).toMatchObject({ step: 'done', invited: 4 });
    const withThem: ReserveEvent = { type: 'invited', invited: 1, alreadyInvited: 2, typed: 0 };
    expect(walk(reserved, invited, withThem)).toMatchObject({ step: 'done', invited: 3 });
  });

  it('cannot be thrown back by a late answer', () => {
    expect(walk(reserved, taken)).toMatchObject({ step: 'who' });
  });

  it('sends numbers, and nothing of a series for a single date', () => {
    const draft = { ...firstDraft('2026-12-01', rules), people: ' 9' };
    const skipped = { ...nothingToSettle, choices: { d: { date: 'd', choose: 'skip' } as const } };
    expect(wishOf(draft, skipped)).toEqual({
      roomId: 'any',
      date: '2026-12-01',
      time: '18:00',
      minutes: 120,
      expectedParticipants: 9,
    });
  });

  it('wants a weekday where several were asked for', () => {
    const draft = firstDraft('2026-12-01', rules);
    const several = { ...draft, often: 'regularly', pattern: 'otherWeekdays' } as const;
    expect(lacksWeekday(several)).toBe(false);
    expect(lacksWeekday({ ...several, weekdays: [] })).toBe(true);
    expect(lacksWeekday({ ...draft, weekdays: [] })).toBe(false);
    const lacking = walk(taken, { type: 'incomplete' });
    expect(lacking).toMatchObject({ step: 'when', lacksWeekday: true, problem: undefined, clashes: [] });
    expect(nextReserve(lacking, { type: 'changed', draft: { weekdays: ['MO'] } })).toMatchObject({
      lacksWeekday: false,
    });
  });
});

describe('reserve flow of a series', () => {
  const free = (date: string): PreviewDate => ({ ...clash, date, verdict: 'free', alternatives: [] });
  const later = { ...clash, date: '2026-12-08' } as unknown as PreviewDate;
  const preview: Preview = { inWords: 'Jeden Dienstag', dates: [free('2026-12-01'), later] };
  const regularly: ReserveEvent = { type: 'changed', draft: { often: 'regularly' } };
  const looking: ReserveEvent = { type: 'looking' };
  const sending: ReserveEvent = { type: 'sending' };
  const back: ReserveEvent = { type: 'back' };
  const previewed = (asked: Draft): ReserveEvent => ({ type: 'previewed', preview, asked });
  const leftOut: ReserveEvent = { type: 'chose', choices: [{ date: '2026-12-08', choose: 'leaveOut' }] };
  const skipped: ReserveEvent = { type: 'chose', choices: [{ date: '2026-12-01', choose: 'skip' }] };
  const wished = (state: ReserveState) =>
    state.step === 'review' || state.step === 'when' ? wishOf(state.draft, state.settling) : undefined;

  it('shows all dates before anything is stored, and sends what was chosen', () => {
    const state = walk(regularly, looking, previewed, leftOut, skipped);
    expect(state).toMatchObject({ step: 'review', busy: false, inWords: 'Jeden Dienstag' });
    expect(wished(state)).toMatchObject({
      repeat: { kind: 'weekly', interval: 1, count: 12, skip: ['2026-12-01'] },
      decisions: [{ date: '2026-12-08', choose: 'leaveOut' }],
    });
  });

  it('shows no dates of another wish than the one that stands in the form', () => {
    const asked = walk(regularly, looking);
    const changed = nextReserve(asked, atEight);
    const late = nextReserve(changed, previewed(draftIn(asked)));
    expect(late).toMatchObject({ step: 'when', busy: false, draft: { time: '20:00' } });
    expect(next(late, previewed)).toMatchObject({ step: 'review', draft: { time: '20:00' } });
  });

  it('takes a choice back', () => {
    const state = walk(regularly, previewed, leftOut, { type: 'tookBack', key: '2026-12-08' });
    expect(wished(state)?.decisions).toBeUndefined();
  });

  it('shows only new clashes when somebody was quicker', () => {
    const quicker = refused(new ApiProblem(409, { dates: [{ ...clash, date: '2026-12-01' }] }));
    const state = walk(regularly, previewed, leftOut, sending, quicker);
    expect(state).toMatchObject({ step: 'review', overtaken: true, busy: false });
    expect(wished(state)?.decisions).toEqual([{ date: '2026-12-08', choose: 'leaveOut' }]);
    expect(nextReserve(state, skipped)).toMatchObject({ overtaken: false });
  });

  it('says why the house refuses and keeps the dates', () => {
    const problem = new ApiProblem(422, { code: 'noDates' });
    const state = walk(regularly, previewed, refused(problem));
    expect(state).toMatchObject({ step: 'review', problem, settling: { dates: preview.dates } });
  });

  it('goes back to the form with everything chosen, and keeps only the breaks when the form changes', () => {
    const state = walk(regularly, previewed, leftOut, skipped, back);
    expect(state).toMatchObject({ step: 'when', draft: { often: 'regularly' } });
    expect(wished(state)?.decisions).toHaveLength(1);
    const other = nextReserve(state, { type: 'changed', draft: { time: '19:00' } });
    expect(wished(other)).toMatchObject({ repeat: { skip: ['2026-12-01'] } });
    expect(wished(other)?.decisions).toBeUndefined();
  });

  const out = { id: 'o0', state: 'leftOut' } as Occurrence;
  const reservation = {
    id: 'r',
    inWords: 'Jeden Dienstag',
    repeat: { kind: 'weekly', interval: 1, count: 2 } as const,
    occurrences: [out, occurrence],
    version: 1,
  };
  const reservedAll = (asked: Draft): ReserveEvent => ({ type: 'reserved', reservation, asked });

  it('gives up a look when the person goes back, but sends nothing else while it reserves', () => {
    expect(walk(regularly, previewed, looking, back)).toMatchObject({ step: 'when', busy: false });
    expect(walk(regularly, previewed, sending, back)).toMatchObject({ step: 'when', busy: 'sending' });
    expect(wished(walk(regularly, previewed, sending, leftOut))?.decisions).toBeUndefined();
  });

  it('says what was reserved, whatever stands in the form by then', () => {
    const asked = walk(regularly, previewed, sending, back);
    expect(nextReserve(nextReserve(asked, atEight), reservedAll(draftIn(asked)))).toMatchObject({
      step: 'who',
      series: { inWords: 'Jeden Dienstag, 18:00 bis 20:00 Uhr' },
    });
  });

  it('says at the form that somebody was quicker, and shows what clashes where all dates are shown', () => {
    const late = walk(regularly, previewed, sending, back, taken);
    expect(late).toMatchObject({ step: 'when', busy: false, clashes: [], problem: expect.any(String) });
  });

  it('ends with what takes place and what does not', () => {
    expect(walk(regularly, previewed, reservedAll)).toMatchObject({
      step: 'who',
      occurrence,
      series: { inWords: 'Jeden Dienstag, 18:00 bis 20:00 Uhr', planned: [occurrence], leftOut: [out] },
    });
  });
});
