import { describe, expect, it } from '@jest/globals';
import { networkOf } from './network-of.js';

describe('One client is', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['10.0.0.1', '10.0.0.1'],
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['1:2:3:4:5:6:7::', '1:2:3:4::/64'],
    ['unbekannt', 'unbekannt'],
  ])('%s: %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it.each(['127.0.0.1', '127.8.9.10', '::ffff:127.0.0.1', '::1', '', undefined])(
    'not this machine: %s',
    (address) => {
      expect(networkOf(address)).toBeUndefined();
    },
  );
});
