import { describe, expect, it } from '@jest/globals';
import { expectMail, wordsOfHtml } from '../../test/support/expected-file.js';
import { grantLetter, type GrantFacts } from './grant.mail.js';

const facts: GrantFacts = {
  to: 'erika@example.org',
  name: 'Erika Muster',
  groupLabel: 'Gruppe 17',
  contactPoint: {
    name: 'Selbsthilfe-Kontaktstelle Musterstadt',
    website: 'https://musterstadt.example/online',
    phone: '0123 456',
    email: 'kontakt@musterstadt.example',
  },
};

describe('The mail to a new representative', () => {
  it('reads as approved (test/mails/grant.txt)', () => {
    expectMail('grant', grantLetter(facts));
  });

  it('names the group in the text only, never in subject or sender (P6)', () => {
    const letter = grantLetter({ ...facts, groupLabel: 'Schattenlabel' });
    expect(letter.text).toContain('Schattenlabel');
    expect(`${letter.subject} ${letter.senderName} ${letter.replyTo}`).not.toContain('Schattenlabel');
    expect(/<title>.*<\/title>/.exec(letter.html)?.[0]).not.toContain('Schattenlabel');
  });

  it('leads to the web site of the contact point and nowhere else', () => {
    const { text, html } = grantLetter(facts);
    expect(text.match(/https?:\/\/\S+/g)).toEqual(['https://musterstadt.example/online']);
    expect(html.match(/href="[^"]*"/g)).toEqual(['href="https://musterstadt.example/online"']);
  });

  it('shows what people typed literally', () => {
    const { html } = grantLetter({ ...facts, name: '<b>Erika', groupLabel: '"><svg onload=x>' });
    expect(html).not.toMatch(/<b>|<svg/);
    expect(wordsOfHtml(html).join(' ')).toContain('„"><svg onload=x>“');
  });

  it('brings no calendar entry', () => {
    expect(grantLetter(facts).calendar).toBeUndefined();
  });
});
