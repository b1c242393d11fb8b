import { describe, expect, it } from '@jest/globals';
import { emailKey, readEmailAddress } from './email-address.js';

const label63 = 'a'.repeat(63);
/** 254 characters in all. */
const longest = `${'l'.repeat(61)}@${label63}.${label63}.${label63.slice(0, 61)}.de`;

describe('A mail address is taken', () => {
  it.each([
    ['plain', 'rosa@example.org'],
    ['with dots, plus and hyphen', 'rosa.muster+haus@kontakt-stelle.example.org'],
    ['with the special characters of RFC 5322', "o'neill!#$%&*/=?^_`{|}~-@example.org"],
    ['with digits in the domain', 'rosa@1a.web2.de'],
    ['written in punycode', 'rosa@xn--mller-kva.example'],
    ['in capitals', 'ROSA@EXAMPLE.ORG'],
    ['64 characters before the @', `${'l'.repeat(64)}@example.org`],
    ['254 characters long', longest],
  ])('%s', (_, typed) => {
    expect(readEmailAddress(typed)).toEqual({ ok: true, email: typed });
  });

  it('up to 254 characters, which the longest one above has', () => {
    expect(longest).toHaveLength(254);
  });

  it('without the spaces around it', () => {
    expect(readEmailAddress('  rosa@example.org \n')).toEqual({ ok: true, email: 'rosa@example.org' });
  });
});

describe('A mail address is refused', () => {
  it.each([
    ['empty', ''],
    ['only spaces', '   '],
    ['without @', 'rosa.example.org'],
    ['without a part before the @', '@example.org'],
    ['without a part after the @', 'rosa@'],
    ['with two @', 'rosa@example.org@evil.example'],
    ['with a line break', 'rosa@example.org\r\nBcc: x@evil.example'],
    ['with a bare carriage return', 'ro\rsa@example.org'],
    ['with a line feed before the @', 'ro\nsa@example.org'],
    ['with a line feed after the @', 'rosa@exam\nple.org'],
    ['with NUL', 'rosa\u0000@example.org'],
    ['with a line separator', 'rosa@example\u2028.org'],
    ['two of them with a comma', 'rosa@example.org,otto@example.org'],
    ['two of them with a semicolon', 'rosa@example.org;otto@example.org'],
    ['with a name', 'Rosa <rosa@example.org>'],
    ['with a quoted local part', '"rosa"@example.org'],
    ['with an address in quotes', '"rosa@evil.example x"@example.org'],
    ['with a comment', 'rosa(x)@example.org'],
    ['with a space', 'ro sa@example.org'],
    ['with a dotless i', 'mıke@example.org'],
    ['with the Kelvin sign', 'mi\u212ae@example.org'],
    ['with a Cyrillic а', 'rosа@example.org'],
    ['with a full-width @', 'rosa＠example.org'],
    ['with a full-width dot', 'rosa@example．org'],
    ['with a zero-width space', 'rosa\u200b@example.org'],
    ['with a right-to-left override', '\u202erosa@example.org'],
    ['with an umlaut in the domain', 'rosa@müller.example'],
    ['with an umlaut before the @', 'jürgen@example.org'],
    ['with a trailing dot', 'rosa@example.org.'],
    ['with an empty label', 'rosa@example..org'],
    ['with a leading dot in the domain', 'rosa@.example.org'],
    ['with a dot at the start', '.rosa@example.org'],
    ['with a dot before the @', 'rosa.@example.org'],
    ['with two dots', 'ro..sa@example.org'],
    ['at a host without a dot', 'rosa@localhost'],
    ['at an IP address', 'rosa@127.0.0.1'],
    ['at an address literal', 'rosa@[127.0.0.1]'],
    ['with a label that begins with a hyphen', 'rosa@-example.org'],
    ['with a label that ends with a hyphen', 'rosa@example-.org'],
    ['with a label of 64 characters', `rosa@${'a'.repeat(64)}.org`],
    ['with 65 characters before the @', `${'l'.repeat(65)}@example.org`],
    ['with brackets', 'cmd()@example.org'],
  ])('%s', (_, typed) => {
    const read = readEmailAddress(typed);
    expect(read.ok).toBe(false);
    expect('reason' in read && read.reason).toMatch(/^(Die|Der|In) .+\.$/);
  });

  it.each([
    ['255 characters', `l${longest}`, 255],
    ['100 kB', `${'a'.repeat(100_000)}@example.org`, 100_012],
    ['100 kB of dots', `rosa@${'a.'.repeat(50_000)}org`, 100_008],
  ])('for its length alone: %s', (_, typed, length) => {
    expect(typed).toHaveLength(length);
    expect(readEmailAddress(typed)).toEqual({ ok: false, reason: 'Die Adresse ist zu lang.' });
  });

  it('never with what was typed in the reason', () => {
    expect(JSON.stringify(readEmailAddress('geheim@@x'))).not.toContain('geheim');
  });
});

describe('Two ways to write an address', () => {
  it('are one mailbox when only the case of ASCII letters differs', () => {
    expect(emailKey('Rosa@Example.ORG')).toBe(emailKey('rosa@example.org'));
    expect(emailKey('rosa@example.org')).not.toBe(emailKey('rosa@example.de'));
  });
});
