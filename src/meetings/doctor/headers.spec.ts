import { describe, expect, it } from '@jest/globals';
import { judgeClock, judgeContentPolicy } from './headers.js';

const NOON = Temporal.Instant.from('2026-12-01T12:00:00Z');
const dateAt = (seconds: number) => new Date(NOON.epochMilliseconds + seconds * 1000).toUTCString();

describe('judgeClock', () => {
  it.each([
    [dateAt(0), 'ok'],
    [dateAt(5), 'ok'],
    [dateAt(-6), 'ok'],
    [dateAt(7), 'fail'],
    [dateAt(-7), 'fail'],
    [dateAt(3600), 'fail'],
    [null, 'skipped'],
    ['gestern', 'skipped'],
  ])('finds %j %s', (header, state) => {
    expect(judgeClock(header, NOON, NOON).state).toBe(state);
  });

  it('does not take a slow answer for a wrong clock', () => {
    expect(judgeClock(dateAt(0), NOON.subtract({ seconds: 3 }), NOON.add({ seconds: 3 })).state).toBe('ok');
  });

  it('says how far they are apart', () => {
    expect(judgeClock(dateAt(60), NOON, NOON).says).toContain('60 Sekunden');
  });
});

describe('judgeContentPolicy', () => {
  const HOSTS = ['meet.example', 'haus.example'];

  it.each([
    ["default-src 'self'; connect-src 'self' wss://meet.example https://haus.example", 'ok'],
    ["default-src 'self'", 'ok'],
    ["default-src 'self'; connect-src *", 'fail'],
    ["default-src 'self'; connect-src https:", 'fail'],
    ["connect-src 'self' wss:", 'fail'],
    ["connect-src 'self' https://amplitude.example", 'fail'],
    ["connect-src 'self' https://meet.example.evil", 'fail'],
    ['connect-src https://*.meet.example', 'fail'],
    ['connect-src *; connect-src meet.example', 'fail'],
    ["script-src 'self'", 'fail'],
    ['', 'fail'],
    [null, 'fail'],
  ])('finds %j %s', (header, state) => {
    expect(judgeContentPolicy(header, HOSTS)[0]?.state).toBe(state);
  });

  it.each([
    ["frame-ancestors 'none'", 'ok'],
    ['frame-ancestors https://haus.example', 'ok'],
    ['frame-ancestors *', 'warn'],
    ["default-src 'self'", 'warn'],
  ])('looks who may frame the page: %j', (header, state) => {
    expect(judgeContentPolicy(header, HOSTS)[1]?.state).toBe(state);
  });
});
