import { describe, it } from '@jest/globals';
import { expectMail } from '../../test/support/expected-file.js';
import { nearlyFullLetter } from './nearly-full.mail.js';

describe('The mail about a server that is nearly full', () => {
  it('reads as approved (test/mails/nearly-full.txt)', () => {
    const facts = { server: 'main', date: '2026-12-08', share: 0.7 };
    expectMail('nearly-full', nearlyFullLetter({ to: 'betrieb@haus.example', name: 'Betrieb', ...facts }));
  });
});
