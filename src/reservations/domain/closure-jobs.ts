/** So that one job is done long before the queue takes it for lost. */
const DATES_A_JOB = 100;

/**
 * The ids of dates in portions. The dates of one group stay together, however many they are, so that the group is told of
 * all at once, and who is invited to a series once.
 */
export function closureJobs(dates: readonly { occurrenceId: string; groupId: string }[]): string[][] {
  const jobs: string[][] = [];
  for (const ofGroup of Map.groupBy(dates, ({ groupId }) => groupId).values()) {
    const ids = ofGroup.map(({ occurrenceId }) => occurrenceId);
    const last = jobs.at(-1);
    if (last && last.length + ids.length <= DATES_A_JOB) last.push(...ids);
    else jobs.push(ids);
  }
  return jobs;
}
