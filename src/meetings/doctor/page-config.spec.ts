import { describe, expect, it } from '@jest/globals';
import { OPEN, readPageConfig, valueAt } from './page-config.js';

describe('readPageConfig', () => {
  it.each([
    ['var config = { p2p: { enabled: false } };', 'p2p.enabled', false],
    ['config.p2p = {};\nconfig.p2p.enabled = true;', 'p2p.enabled', true],
    ['config.p2p = { enabled: true };config.p2p.enabled = false;', 'p2p.enabled', false],
    ["var config = {\n // enabled: 1,\n /* enabled: 2 */ 'enabled': 3, };", 'enabled', 3],
    [
      "config.tokenAuthUrl = 'https://haus.example/wieder?room={room}';",
      'tokenAuthUrl',
      'https://haus.example/wieder?room={room}',
    ],
    ["if (!config.hasOwnProperty('a')) config.a = {};\nconfig.a.b = 'x';", 'a.b', 'x'],
    ['config.a = 1\nconfig.b = 2\n', 'b', 2],
    ['config.a = [\'x\', "y", 3, true, null];', 'a', ['x', 'y', 3, true, null]],
    ['config.a = config.b || {}\nconfig.p2p.enabled = true;', 'p2p.enabled', true],
    ['config.a = -5;', 'a', -5],
    ["config.a = 'x' + y + 'z';", 'a', OPEN],
    ['config.a = `${house}/danke`;', 'a', OPEN],
    ['config.a = `plain`;', 'a', 'plain'],
    ['var config = { a: f(1, { b: 2 }), c: true };', 'c', true],
    ['var config = { a: f(1), c: true };', 'a', OPEN],
    ['var config = { a() { return 1; }, c: 4 };', 'c', 4],
    ['if (config.a === false) { config.b = 1; }', 'a', undefined],
    ['other.config.a = 1;', 'a', undefined],
    ['var s = "<!--# echo var="subdomain" default="" -->";\nconfig.a = \'https://b/c\';', 'a', 'https://b/c'],
    ['config.__proto__.polluted = 1;', 'p2p', undefined],
    ['config = {', 'a', undefined],
    ['', 'a', undefined],
    ['<!DOCTYPE html><p>config</p>', 'a', undefined],
  ])('reads %j', (script, path, value) => {
    expect(valueAt(readPageConfig(script), path)).toEqual(value);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('is done with what is nested without end', () => {
    expect(valueAt(readPageConfig(`config.a = ${'['.repeat(100_000)}`), 'b')).toBeUndefined();
    expect(valueAt(readPageConfig(`config.a = ${'{a:'.repeat(50_000)}`), 'b')).toBeUndefined();
  });
});
