import { describe, expect, it } from '@jest/globals';
import { instantOf } from '../../kernel/local-time.js';
import { standsIn } from './standing-in.js';

const at = (time: string) => instantOf({ date: '2026-12-08', time });
const date = { start: at('18:00'), opensAt: at('17:40') };

describe('Somebody whom the group named opens', () => {
  it.each([
    ['before the start', '17:50', undefined, false],
    ['at the start', '18:00', undefined, false],
    ['a second too early', '18:09:59', undefined, false],
    ['ten minutes after the start', '18:10', undefined, true],
    ['later', '19:30', undefined, true],
    ['when a representative has come early', '18:10', '17:40', false],
    ['when a representative has come late', '18:30', '18:29', false],
    ['when one was there before the date was moved to here', '18:10', '17:39:59', true],
  ])('%s (%s, came %s): %s', (_, now, came, expected) => {
    const moderatorCameAt = came === undefined ? undefined : at(came);
    expect(standsIn({ ...date, moderatorCameAt }, at(now))).toBe(expected);
  });
});
