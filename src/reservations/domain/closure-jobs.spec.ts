import { describe, expect, it } from '@jest/globals';
import { closureJobs } from './closure-jobs.js';

const datesOf = (groupId: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ occurrenceId: `${groupId}${index}`, groupId }));

describe('The dates that a closure hits', () => {
  it('need no job when there are none', () => {
    expect(closureJobs([])).toEqual([]);
  });

  it('are treated group by group, in their order', () => {
    const [a, b] = [datesOf('a', 2), datesOf('b', 2)];
    const mixed = [a[0], b[0], b[1], a[1]].filter((date) => date !== undefined);
    expect(closureJobs(mixed)).toEqual([['a0', 'a1', 'b0', 'b1']]);
  });

  it.each([
    [[60, 40], [100]],
    [
      [60, 41],
      [60, 41],
    ],
    [
      [60, 60, 40],
      [60, 100],
    ],
    [
      [230, 1],
      [230, 1],
    ],
  ])('of groups with %j dates make jobs of %j: at most 100, and no group in two', (groups, jobs) => {
    const dates = groups.flatMap((count, index) => datesOf(`g${index}-`, count));
    expect(closureJobs(dates).map((job) => job.length)).toEqual(jobs);
    expect(closureJobs(dates).flat()).toEqual(dates.map(({ occurrenceId }) => occurrenceId));
  });
});
