import { describe, expect, it } from '@jest/globals';
import type { PageHost } from '../contact-points/page-host.reader.js';
import { DomainError } from '../kernel/domain-error.js';
import { MeetingFull, MeetingNotReady, ServerAway } from '../meetings/meetings.reader.js';
import type { Page } from '../platform/http/page.js';
import { refusedPage } from './door.page.js';
import { noTicketPage, thanksPage } from './re-entry.page.js';

/** As the room of the meetings refuses. */
class Refused extends DomainError {
  readonly status = 503;
  constructor(readonly code: string) {
    super('Selbsthilfe.');
  }
}

const numbers = [
  { countryCode: 'DE', formattedNumber: '+49 231 1234567', tollFree: false, default: true },
  { countryCode: 'AT', formattedNumber: '+43 (800) 1234-567', tollFree: true, default: false },
];
const dialIn = { numbers, pin: '123456789' };

const textOf = ({ title, body }: Page) => `${title} ${body.text}`.replace(/\s+/g, ' ');

describe('Whoever is not let in now', () => {
  const tried = { action: '/t/x/enter', displayName: '"Ada" <b>', dialIn };
  const host: PageHost = { wording: 'de-sie' };
  const refusedWith = (error: DomainError) => textOf(refusedPage(error, host, { helper: 'inviter', tried }));

  it.each([
    ['serverAway', new ServerAway(dialIn), 'Der Videoserver antwortet gerade nicht.'],
    ['meetingFull', new MeetingFull(), 'Im Treffen sind gerade alle Plätze besetzt.'],
    ['meetingNotReady', new MeetingNotReady(), 'Der Raum wird gerade vorbereitet.'],
    ['somethingNew', new Refused('somethingNew'), 'Selbsthilfe.'],
  ])('tries again with the name that was typed: %s', (_, error, sentence) => {
    const text = refusedWith(error);
    expect(text).toContain(sentence);
    expect(text).toContain('<form class="card" method="post" action="/t/x/enter">');
    expect(text).toContain('value="&#34;Ada&#34; &#60;b&#62;"');
    expect(text).toContain('Noch einmal versuchen');
  });

  it.each(['doorRests', 'accessRests', 'noMeetingServer', 'groupLinkReplaced', 'nothingPlanned'])(
    'is not told to try in vain: %s',
    (code) => {
      expect(refusedWith(new Refused(code))).not.toMatch(/<form|Noch einmal|tel:/);
    },
  );

  it('can call by telephone where that is possible', () => {
    const text = refusedWith(new Refused('serverAway'));
    expect(text).toContain('<a href="tel:+492311234567">+49 231 1234567</a>');
    expect(text).toContain('<a href="tel:+438001234567">+43 (800) 1234-567</a>');
    expect(text).toContain('123 456 789');
  });
});

describe('Where nobody is known', () => {
  it.each([
    ['without a ticket', noTicketPage],
    ['after the meeting', thanksPage],
  ])('a page names no meeting and nobody: %s', (_, page) => {
    expect(page.legal).toBeUndefined();
    expect(textOf(page)).not.toMatch(/undefined|Gruppe|group|Selbsthilfe|Thema|Kontaktstelle/);
  });
});
