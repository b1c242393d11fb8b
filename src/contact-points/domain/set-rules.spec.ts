import { describe, expect, it } from '@jest/globals';
import { rulesFaultOf, type SetRules } from './set-rules.js';

const RULES: SetRules = {
  shortestMinutes: 30,
  defaultMinutes: 120,
  longestMinutes: 240,
  opensAt: '07:00',
  closesAt: '23:00',
  mostWeeklyMinutes: 600,
};

const CASES: [string, Partial<SetRules>, string | undefined][] = [
  ['the defaults of the house', {}, undefined],
  ['one length only', { shortestMinutes: 90, defaultMinutes: 90, longestMinutes: 90 }, undefined],
  ['a shortest length over the longest', { shortestMinutes: 255 }, 'shortestOverLongest'],
  ['a usual length under the shortest', { shortestMinutes: 135 }, 'defaultUnderShortest'],
  ['a usual length over the longest', { longestMinutes: 105 }, 'defaultOverLongest'],
  ['a day that ends as it begins', { closesAt: '07:00' }, 'closesBeforeItOpens'],
  ['a day that ends before it begins', { opensAt: '23:15' }, 'closesBeforeItOpens'],
  ['a whole day', { opensAt: '00:00', closesAt: '24:00' }, undefined],
  ['hours that just hold the usual length', { opensAt: '21:00' }, undefined],
  ['hours too short for the usual length', { opensAt: '21:15' }, 'defaultOutsideHours'],
  ['hours too short for the shortest length', { opensAt: '22:45' }, 'shortestOutsideHours'],
  ['a week that just holds the shortest length', { mostWeeklyMinutes: 30 }, undefined],
  ['a week too short for the shortest length', { mostWeeklyMinutes: 29 }, 'shortestOverWeek'],
];

describe('Rules that a contact point sets', () => {
  it.each(CASES)('%s', (_, change, fault) => {
    expect(rulesFaultOf({ ...RULES, ...change })).toBe(fault);
  });
});
