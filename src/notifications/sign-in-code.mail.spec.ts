import { describe, expect, it } from '@jest/globals';
import { expectMail } from '../../test/support/expected-file.js';
import { codeLetter, type CodeFacts } from './sign-in-code.mail.js';

const facts: CodeFacts = {
  to: 'erika@example.org',
  name: 'Erika Muster',
  code: '01234567',
  minutes: 10,
  contactPoint: { name: 'Selbsthilfe-Kontaktstelle Musterstadt', email: 'kontakt@musterstadt.example' },
};

describe('The mail with the code', () => {
  it('reads as approved (test/mails/sign-in-code.txt)', () => {
    expectMail('sign-in-code', codeLetter(facts));
  });

  it('shows the digits in two fours, the leading zero too', () => {
    expect(codeLetter(facts).text).toContain('\n0123 4567\n');
    expect(codeLetter(facts).html).toContain('<strong>0123 4567</strong>');
  });

  it('keeps the code out of the subject, which stands on locked screens', () => {
    expect(codeLetter(facts).subject).not.toMatch(/\d/);
  });

  it('has no link to press', () => {
    const { text, html } = codeLetter(facts);
    expect(`${text}${html}`).not.toMatch(/https?:|href|<form|<button/i);
  });
});
