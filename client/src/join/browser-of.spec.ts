import { describe, expect, it } from '@jest/globals';
import { browserOf } from './browser-of.js';

const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)';

describe('The words for a cure are found by what a browser calls itself', () => {
  it.each([
    ['chrome', `${WINDOWS} Chrome/140.0.0.0 Safari/537.36`],
    ['edge', `${WINDOWS} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`],
    ['other', `${WINDOWS} Chrome/140.0.0.0 Safari/537.36 OPR/120.0.0.0`],
    ['firefox', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'],
    ['safari', `${MAC} Version/18.1 Safari/605.1.15`],
    ['iphone', `${IPHONE} Version/18.1 Mobile/15E148 Safari/604.1`],
    ['iphoneApp', `${IPHONE} CriOS/140.0.0.0 Mobile/15E148 Safari/604.1`],
    ['iphoneApp', `${IPHONE} FxiOS/140.0 Mobile/15E148 Safari/605.1.15`],
    ['android', `${ANDROID} Chrome/140.0.0.0 Mobile Safari/537.36`],
    ['android', `${ANDROID} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`],
    ['androidFirefox', 'Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0'],
    ['other', 'Lynx/2.9.0'],
    ['other', ''],
  ] as const)('%s: %s', (expected, userAgent) => {
    expect(browserOf({ userAgent, maxTouchPoints: 0 })).toBe(expected);
  });

  it.each([
    ['iphone', `${MAC} Version/18.1 Safari/605.1.15`],
    ['iphoneApp', `${MAC} CriOS/140.0.0.0 Safari/604.1`],
  ] as const)('a tablet of Apple says that it is a Macintosh, and is %s', (expected, userAgent) => {
    expect(browserOf({ userAgent, maxTouchPoints: 5 })).toBe(expected);
  });
});
