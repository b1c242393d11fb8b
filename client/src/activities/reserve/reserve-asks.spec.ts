import { describe, expect, it } from '@jest/globals';
import type { PreviewDate, Rules } from '../../api/shapes.js';
import { mayAsk, nextReserve, startOfReserve, type ReserveEvent, type ReserveState } from './reserve-flow.js';

const day = (date: string): PreviewDate => ({
  date,
  startsAt: `${date}T17:00:00Z`,
  endsAt: `${date}T19:00:00Z`,
  verdict: 'free',
  alternatives: [],
});
const [first, second] = [day('2026-12-01'), day('2026-12-08')];
const rules = { opensAt: '07:00', closesAt: '23:00', defaultMinutes: 120 } as Rules;
const form = nextReserve(startOfReserve(first.date, rules), {
  type: 'changed',
  draft: { often: 'regularly' },
});
const after = (...events: ReserveEvent[]): ReserveState => events.reduce(nextReserve, form);

describe('The house is asked about a series', () => {
  if (form.step !== 'when') throw new Error('No form.');
  const preview = { inWords: 'Jeden Dienstag', dates: [first, second] };
  const previewed: ReserveEvent = { type: 'previewed', preview, asked: form.draft };
  const leaveOut = ({ date }: PreviewDate): ReserveEvent => {
    return { type: 'chose', choices: [{ date, choose: 'skip' }] };
  };

  it('from the form, and as long as a date is left', () => {
    expect(mayAsk(form)).toBe(true);
    expect(mayAsk(after(previewed, leaveOut(first)))).toBe(true);
    expect(mayAsk(after(previewed, leaveOut(first), leaveOut(second)))).toBe(false);
  });

  it('not while it reserves', () => {
    expect(mayAsk(after(previewed, { type: 'sending' }))).toBe(false);
  });
});
