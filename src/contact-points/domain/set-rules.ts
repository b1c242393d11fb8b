/** Rules that a contact point sets and that must fit each other; wall times as `07:00`, closing also `24:00`. */
export interface SetRules {
  shortestMinutes: number;
  defaultMinutes: number;
  longestMinutes: number;
  opensAt: string;
  closesAt: string;
  /** Of one group. */
  mostWeeklyMinutes: number;
}

export type RulesFault =
  | 'shortestOverLongest'
  | 'defaultUnderShortest'
  | 'defaultOverLongest'
  | 'closesBeforeItOpens'
  | 'shortestOutsideHours'
  | 'defaultOutsideHours'
  | 'shortestOverWeek';

/** The first contradiction between rules, or undefined. */
export function rulesFaultOf(rules: SetRules): RulesFault | undefined {
  const { shortestMinutes, defaultMinutes, longestMinutes, opensAt, closesAt, mostWeeklyMinutes } = rules;
  if (shortestMinutes > longestMinutes) return 'shortestOverLongest';
  if (defaultMinutes < shortestMinutes) return 'defaultUnderShortest';
  if (defaultMinutes > longestMinutes) return 'defaultOverLongest';
  const open = minutesOf(closesAt) - minutesOf(opensAt);
  if (open <= 0) return 'closesBeforeItOpens';
  if (open < shortestMinutes) return 'shortestOutsideHours';
  if (open < defaultMinutes) return 'defaultOutsideHours';
  return mostWeeklyMinutes < shortestMinutes ? 'shortestOverWeek' : undefined;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
