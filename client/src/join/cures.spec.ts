import { describe, expect, it } from '@jest/globals';
import type { Browser } from '../words/join-words.js';
import { joinWordsIn } from '../words/join.js';
import { cureOf, faultsIn, problemBefore, problemOf, type Fault, type Problem } from './cures.js';

const WORDINGS = ['de-sie', 'de-du', 'de-leicht', 'en'];
const BROWSERS = Object.keys(joinWordsIn('de-sie').cures.allow) as Browser[];
const PROBLEMS = Object.keys(joinWordsIn('de-sie').problems) as Problem[];

describe('What a browser throws is a problem with a cure', () => {
  it.each([
    ['NotAllowedError', 'notAllowed'],
    ['SecurityError', 'notAllowed'],
    ['PermissionDeniedError', 'notAllowed'],
    ['NotFoundError', 'notFound'],
    ['OverconstrainedError', 'notFound'],
    ['NotReadableError', 'inUse'],
    ['TrackStartError', 'inUse'],
    ['AbortError', 'inUse'],
    ['TypeError', 'unknown'],
    ['toString', 'unknown'],
  ])('%s is %s', (name, expected) => {
    expect(problemOf({ name })).toBe(expected);
  });

  it('whatever it is', () => {
    expect([undefined, null, 'no', new Error('x')].map(problemOf)).toEqual(Array(4).fill('unknown'));
  });
});

describe('Before anything is asked for', () => {
  it.each([
    [{ isSecure: true, hasDevices: true, hasWebRtc: true }, undefined],
    [{ isSecure: true, hasDevices: false, hasWebRtc: true }, 'noWebRtc'],
    [{ isSecure: true, hasDevices: true, hasWebRtc: false }, 'noWebRtc'],
    // What is missing then is missing for want of encryption.
    [{ isSecure: false, hasDevices: false, hasWebRtc: true }, 'insecure'],
  ])('%j: %s', (can, expected) => {
    expect(problemBefore(can)).toBe(expected);
  });
});

describe('Camera and microphone', () => {
  it.each<[Parameters<typeof faultsIn>[0], Fault[]]>([
    [{}, []],
    [{ camera: 'notFound' }, [{ problem: 'notFound', devices: 'camera' }]],
    [{ microphone: 'inUse' }, [{ problem: 'inUse', devices: 'microphone' }]],
    [{ camera: 'notAllowed', microphone: 'notAllowed' }, [{ problem: 'notAllowed', devices: 'both' }]],
    [{ camera: 'noWebRtc', microphone: 'noWebRtc' }, [{ problem: 'noWebRtc', devices: 'both' }]],
    [
      { camera: 'notFound', microphone: 'notFound' },
      [
        { problem: 'notFound', devices: 'camera' },
        { problem: 'notFound', devices: 'microphone' },
      ],
    ],
    [
      { camera: 'notAllowed', microphone: 'inUse' },
      [
        { problem: 'notAllowed', devices: 'camera' },
        { problem: 'inUse', devices: 'microphone' },
      ],
    ],
  ])('%j have these faults, one where one cure helps both', (found, expected) => {
    expect(faultsIn(found)).toEqual(expected);
  });
});

/** What no text of this wording may say. */
const FOREIGN: Record<string, RegExp> = {
  'de-sie': /\b[Dd](u|ich|ir|ein\w*)\b/,
  'de-du': /\b(Sie|Ihre?[mnrs]?|Ihnen)\b/,
  'de-leicht': /\b[Dd](u|ich|ir|ein\w*)\b|\b(WLAN|blockiert|stumm geschaltet|teilnehmen)\b/,
  en: /[äöüß„]|\b(Sie|der|und|Uhr)\b/,
};

describe.each(WORDINGS)('In %s', (wording) => {
  const words = joinWordsIn(wording);

  it.each(PROBLEMS)('%s has a whole sentence and steps for every browser', (problem) => {
    for (const browser of BROWSERS) {
      for (const devices of ['camera', 'microphone', 'both'] as const) {
        const { what, steps, mayTryAgain } = cureOf({ problem, devices }, browser, words);
        expect(what).toMatch(/\.$/);
        expect(steps.length).toBeGreaterThan(0);
        for (const step of steps) expect(step).toMatch(/[.!?]$/);
        expect(steps[steps.length - 1] === words.cures.pressAgain).toBe(mayTryAgain);
      }
    }
  });

  it('a refusal names another way in each browser', () => {
    const ways = BROWSERS.map((browser) =>
      cureOf({ problem: 'notAllowed', devices: 'both' }, browser, words).steps.join(' '),
    );
    expect(new Set(ways).size).toBe(BROWSERS.length);
  });

  it('speaks so throughout, and names no button that is not there', () => {
    const all = JSON.stringify(words);
    expect(all).not.toMatch(FOREIGN[wording] ?? /./);
    expect(words.cures.pressAgain).toContain(words.again);
  });
});

describe('A wording that is not known', () => {
  it.each(['', 'fr', 'toString'])('speaks as the house does: "%s"', (wording) => {
    expect(joinWordsIn(wording).before).toBe(joinWordsIn('de-sie').before);
  });
});
