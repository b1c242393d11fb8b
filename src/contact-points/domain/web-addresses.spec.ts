import { describe, expect, it } from '@jest/globals';
import { isOnThisMachine, readOrigin, readWebAddress } from './web-addresses.js';

describe('An origin', () => {
  it.each([
    ['https://example.org', 'https://example.org'],
    [' https://Example.ORG/ ', 'https://example.org'],
    ['https://example.org:443', 'https://example.org'],
    ['https://example.org:8443', 'https://example.org:8443'],
    ['https://selbsthilfe.münchen.example', 'https://selbsthilfe.xn--mnchen-3ya.example'],
    ['http://localhost:3001', 'http://localhost:3001'],
    ['http://127.0.0.1:3001', 'http://127.0.0.1:3001'],
  ])('%s is %s', (typed, origin) => {
    expect(readOrigin(typed)).toBe(origin);
  });

  it.each([
    '',
    'example.org',
    '//example.org',
    'http://example.org',
    'ftp://example.org',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://example.org/selbsthilfe',
    'https://example.org/?a=1',
    'https://example.org/#a',
    'https://name@example.org',
    'https://:geheim@example.org',
    'https://*.example.org',
    'https://*',
    "https://example.org; script-src 'unsafe-inline'",
    'https://a;script-src.example',
    'https://a.example,https://b.example',
    "https://'none'.example",
    'https://example.org https://evil.example',
    'https://example',
    'https://example.org.',
    'https://-example.org',
    'https://192.0.2.1',
    'https://[2001:db8::1]',
    'http://localhost.evil.example',
    'ws://localhost:3001',
    'null',
  ])('%s is none', (typed) => {
    expect(readOrigin(typed)).toBeUndefined();
  });
});

describe('A web address', () => {
  it.each([
    ['https://example.org', 'https://example.org/'],
    ['https://example.org/über uns?a=1#b', 'https://example.org/%C3%BCber%20uns?a=1#b'],
    ['http://localhost:3001/koeln', 'http://localhost:3001/koeln'],
  ])('%s is %s', (typed, address) => {
    expect(readWebAddress(typed)).toBe(address);
  });

  it.each(['www.example.org', 'http://example.org/', 'javascript:alert(1)', 'https://a"b.example/'])(
    '%s is none',
    (typed) => {
      expect(readWebAddress(typed)).toBeUndefined();
    },
  );

  it.each([
    ['http://localhost:3001', true],
    ['https://127.0.0.1/impressum', true],
    ['https://localhost.example/', false],
  ])('%s is on this machine: %s', (address, expected) => {
    expect(isOnThisMachine(address)).toBe(expected);
  });
});
