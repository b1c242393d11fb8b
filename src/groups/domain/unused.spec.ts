import { describe, expect, it } from '@jest/globals';
import { clockOf, deletionDayOf, dueStep, shownDeletionDayOf, type Use } from './unused.js';

const use = (change: Partial<Use> = {}): Use => ({
  state: 'active',
  usedOn: '2026-12-01',
  askedOn: null,
  announcedOn: null,
  ...change,
});
const day = (text: string) => Temporal.PlainDate.from(text);

describe('The clock of a group that nobody uses', () => {
  it.each([
    ['2026-12-01', '2027-12-01', '2028-02-01', '2028-03-01'],
    ['2026-11-30', '2027-11-30', '2028-01-30', '2028-02-29'],
    ['2025-11-30', '2026-11-30', '2027-01-30', '2027-02-28'],
    ['2026-12-31', '2027-12-31', '2028-02-29', '2028-03-31'],
    ['2028-02-29', '2029-02-28', '2029-04-29', '2029-05-29'],
    ['2026-01-31', '2027-01-31', '2027-03-31', '2027-04-30'],
  ])('used last on %s: asked on %s, told on %s, deleted on %s', (usedOn, asked, announced, deleted) => {
    const { askedOn, announcedOn, deletedOn } = clockOf(usedOn);
    expect([askedOn, announcedOn, deletedOn].map(String)).toEqual([asked, announced, deleted]);
  });

  it('leaves four weeks between the last letter and the end, on whatever day it begins', () => {
    for (let usedOn = day('2025-01-01'); usedOn.year < 2029; usedOn = usedOn.add({ days: 1 })) {
      const { announcedOn, deletedOn } = clockOf(usedOn.toString());
      expect(announcedOn.until(deletedOn).days).toBeGreaterThanOrEqual(28);
      expect(deletionDayOf(use({ usedOn: usedOn.toString() })).toString()).toBe(deletedOn.toString());
    }
  });
});

describe('The day of the deletion', () => {
  it.each<[string, Partial<Use>, string | undefined]>([
    ['of a group that was not asked is not shown', {}, undefined],
    ['is fifteen months after the last use', { askedOn: '2027-12-01' }, '2028-03-01'],
    ['the same for a group that pauses', { state: 'paused', askedOn: '2027-12-01' }, '2028-03-01'],
    ['stays when it was told in time', { askedOn: '2027-12-01', announcedOn: '2028-02-02' }, '2028-03-01'],
    ['is four weeks after a letter that came late', { announcedOn: '2028-08-01' }, '2028-08-29'],
    ['of a group that has ended is shown from then on', { state: 'ended' }, '2028-03-01'],
    ['that was told stays when it ends', { state: 'ended', announcedOn: '2028-08-01' }, '2028-08-29'],
  ])('%s', (_, change, shown) => {
    expect(shownDeletionDayOf(use(change))?.toString()).toBe(shown);
  });
});

describe('What is due', () => {
  const asked = { askedOn: '2027-12-01' };
  const told = { ...asked, announcedOn: '2028-02-01' };
  it.each<[string, Partial<Use>, string | undefined]>([
    ['2027-11-30', {}, undefined],
    ['2027-12-01', {}, 'ask'],
    ['2028-01-31', {}, 'ask'],
    ['2027-12-02', asked, undefined],
    ['2028-02-01', asked, 'announce'],
    ['2028-02-01', { ...asked, state: 'paused' }, 'announce'],
    ['2028-08-01', {}, 'announce'],
    ['2028-02-02', told, undefined],
    ['2028-02-29', told, undefined],
    ['2028-03-01', told, 'delete'],
    ['2029-03-01', asked, 'announce'],
    ['2028-08-28', { announcedOn: '2028-08-01' }, undefined],
    ['2028-08-29', { announcedOn: '2028-08-01' }, 'delete'],
    ['2027-12-01', { state: 'ended' }, undefined],
    ['2028-02-29', { state: 'ended' }, undefined],
    ['2028-03-01', { state: 'ended' }, 'delete'],
    ['2028-08-28', { state: 'ended', announcedOn: '2028-08-01' }, undefined],
  ])('on %s for %o: %s', (today, change, step) => {
    expect(dueStep(use(change), day(today))).toBe(step);
  });
});
