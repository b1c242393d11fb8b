import { describe, expect, it } from '@jest/globals';
import { expectMail, wordsOfHtml } from '../../test/support/expected-file.js';
import { grantLetter, type GrantFacts } from './grant.mail.js';

const facts: GrantFacts = {
  to: 'erika@example.org',
  name: 'Erika Muster',
  groupLabel: 'Gruppe 17',
  accessFrom: '2026-12-01',
  accessUntil: null,
  today: '2026-12-01',
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

  it('reads as approved when the access begins later and ends (test/mails/grant-period.txt)', () => {
    expectMail(
      'grant-period',
      grantLetter({ ...facts, accessFrom: '2027-01-01', accessUntil: '2027-12-31' }),
    );
  });

  it.each([
    ['from now on', {}, 'ab jetzt reservieren'],
    ['until a day', { accessUntil: '2027-12-31' }, 'ab jetzt bis zum 31. Dezember 2027 reservieren'],
    ['from a day to come', { accessFrom: '2026-12-02' }, 'ab dem 2. Dezember 2026 reservieren'],
  ])('says the granted period: %s', (_, period, words) => {
    expect(grantLetter({ ...facts, ...period }).text).toContain(`Räume für Online-Treffen ${words}.`);
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
