import { describe, expect, it } from '@jest/globals';
import { languageOf, readWording, WORDINGS } from './wording.js';

describe('A wording', () => {
  it.each(WORDINGS)('is read as it is stored: %s', (wording) => {
    expect(readWording(wording)).toBe(wording);
  });

  it.each(['', 'fr', 'DE-SIE', 'de'])('that nobody speaks is de-sie: %j', (text) => {
    expect(readWording(text)).toBe('de-sie');
  });

  it('has the language of its words', () => {
    expect(WORDINGS.map(languageOf)).toEqual(['de', 'de', 'de', 'en']);
  });
});
