import { dateInWords, dayInWords, rangeInWords, timeInWords } from '../../kernel/local-time.js';
import { numbersAndPin } from '../../meetings/meetings.reader.js';
import type { TimeRange } from '../../kernel/time-range.js';
import type { Block } from '../../platform/mail/mail-text.js';
import { closedInWords, fullDaysInWords, howFull, withRoom } from './english.js';
import {
  inFours,
  isFarewell,
  sorted,
  type ClosureDatesFacts,
  type GrantFacts,
  type NotificationWords,
  type RepresentativesFacts,
} from './notification-words.js';

export const en: NotificationWords = {
  grant: (facts) => ({
    subject: 'Your access to the Virtuelles Haus',
    blocks: [
      greeting(facts),
      `Your contact point has opened the Virtuelles Haus (online rooms for groups) for “${facts.groupLabel}”. You are named as its representative and can reserve rooms for online meetings ${periodOf(facts)}.`,
      { link: facts.website, label: 'This is how it works. Open this page' },
      signInWith(facts.to),
      callUs(facts),
    ],
  }),

  code: (facts) => ({
    subject: 'Your code for the Virtuelles Haus',
    blocks: [
      greeting(facts),
      'Here is your code for the Virtuelles Haus:',
      { big: inFours(facts.code) },
      `Type the code into the page you have just opened. It is good for ${facts.minutes} minutes and only there.`,
      'You did not ask for a code? Then you need not do anything. Do not give the code to anybody.',
    ],
  }),

  agreement: (facts) => ({
    subject: 'New rules in the Virtuelles Haus',
    blocks: [
      greeting(facts),
      'The rules for using the Virtuelles Haus have changed.',
      'The next time you sign in, we will show you the new version. Please read it and agree to it. Then you can go on reserving rooms as before.',
      'Your dates stay as they are.',
      { link: facts.website, label: 'To the Virtuelles Haus. Open this page' },
      callUs(facts),
    ],
  }),

  closureDates: (facts) => ({
    subject: 'A change to your dates in the Virtuelles Haus',
    blocks: [
      greeting(facts),
      closedInWords(facts),
      ...cancelledInWords(facts),
      ...movedInWords(facts),
      'All representatives of the group get this message.',
      callUs(facts),
    ],
  }),

  undeliverable: (facts) => ({
    subject: 'Some mails about your date did not arrive',
    blocks: [
      greeting(facts),
      facts.count === 1
        ? 'We could not reach one person by mail. Perhaps the address is wrong, or the mailbox is full.'
        : `We could not reach ${facts.count} people by mail. Perhaps the addresses are wrong, or the mailboxes are full.`,
      `${facts.isSeries ? `It is about the series of “${facts.groupLabel}”, whose next date is` : `It is about the date of “${facts.groupLabel}”`}:\n${rangeOf(facts)}`,
      { link: facts.website, label: 'The Virtuelles Haus shows you who it is. Open this page' },
      'Sign in there and press “Einladen” (invite) at the date. Check the address, or tell them by phone.',
      'This message comes at most once a day for each date.',
    ],
  }),

  seriesEnds: (facts) => ({
    subject: 'Your regular dates end soon',
    blocks: [
      greeting(facts),
      `The regular dates of “${facts.groupLabel}” end soon. The last date is:\n${rangeOf(facts)}`,
      'Would your group like to go on meeting? Then please reserve new dates while the room is still free.',
      { link: facts.website, label: 'This is how it works. Open this page' },
      callUs(facts),
    ],
  }),

  dateAhead: (facts) => ({
    subject: `Your date on ${dayInWords(facts.range.start, 'en')}`,
    blocks: [
      greeting(facts),
      `The next date of “${facts.groupLabel}” is coming:\n${rangeOf(facts)}`,
      'Does it take place? Then there is nothing to do.',
      { link: facts.link, label: 'Here you can move it or call it off. Open this page' },
      'You need not sign in for this, so please do not pass this mail on. The link is for this date only, and good until it begins.',
      callUs(facts),
    ],
  }),

  handOver: (facts) => ({
    subject: 'You are now a representative in the Virtuelles Haus',
    blocks: [
      greeting(facts),
      `${facts.from ?? 'Your contact point'} has named you as a representative of “${facts.groupLabel}” in the Virtuelles Haus.`,
      'All dates, invitations and links stay as they are. You can move dates, cancel them and reserve new ones.',
      { link: facts.website, label: 'This is how it works. Open this page' },
      signInWith(facts.to),
      'You do not want to do this? Then please call us.',
      callUs(facts),
    ],
  }),

  representatives: (facts) => ({
    subject: isFarewell(facts)
      ? 'You are no longer a representative in the Virtuelles Haus'
      : 'News about the representatives in the Virtuelles Haus',
    blocks: [
      greeting(facts),
      ...changeInWords(facts),
      `You knew nothing about this? Please call us at once: ${facts.phone}`,
    ],
  }),

  yearlyCheck: (facts) => ({
    subject: 'Do you still use the Virtuelles Haus?',
    blocks: [
      greeting(facts),
      `Once a year we ask: does “${facts.groupLabel}” still use the Virtuelles Haus?`,
      `If so, please sign in once by ${day(facts.answerUntil)}. That is all you need to do.`,
      { link: facts.website, label: 'To the Virtuelles Haus. Open this page' },
      'If not, you need not do anything. The access will then be deleted. We will write to you once more before that.',
      callUs(facts),
    ],
  }),

  deletion: (facts) => ({
    subject: `Your access will be deleted on ${day(facts.deletedOn)}`,
    blocks: [
      greeting(facts),
      `“${facts.groupLabel}” has not used the Virtuelles Haus for a long time. Its access will be deleted on ${day(facts.deletedOn)}.`,
      'The access, all dates and all addresses will be deleted. After that nothing can be brought back. But your contact point can open the house for the group again.',
      { link: facts.website, label: 'Would you like to keep the access? Sign in once before that day' },
      callUs(facts),
    ],
  }),

  reminder: (facts) => ({
    subject: `Reminder: online meeting on ${dayInWords(facts.range.start, 'en')}, ${timeInWords(facts.range.start, 'en')}, German time`,
    title: 'Reminder of an online meeting',
    blocks: [
      facts.name ? `Hello ${facts.name},` : 'Hello,',
      `This is to remind you of an online meeting${facts.groupLabel ? ` of “${facts.groupLabel}”` : ''}:\n${rangeOf(facts)}`,
      { link: facts.link, label: 'This is how you get in. Open this link' },
      `The door opens at ${timeInWords(facts.doorOpensAt, 'en')}.`,
      ...(facts.dialIn ? [`You can also phone in:\n${numbersAndPin(facts.dialIn)}`] : []),
      'The link is only for you. Please do not pass it on.',
    ],
  }),

  nearlyFull: (facts) => ({
    ...howFull(facts),
    blocks: [
      greeting(facts),
      ...fullDaysInWords(facts),
      'If the server carries more than is set, change the number: JITSI_CAPACITY, or the command “servers change” for a further server.',
      'This message comes only once for each server and day.',
    ],
  }),
};

function greeting({ name }: { name: string }): string {
  return `Hello ${name},`;
}

function callUs({ phone }: { phone: string }): string {
  return `If you have questions, please call: ${phone}`;
}

function signInWith(email: string): string {
  return `Type in your email address there: ${email}\nYou will then get a mail with a code of eight digits. You need no password.`;
}

function day(date: string): string {
  return dateInWords(date, 'en');
}

function rangeOf({ range }: { range: TimeRange }): string {
  return rangeInWords(range, 'en');
}

function periodOf({ accessFrom, accessUntil, today }: GrantFacts): string {
  const beginning = accessFrom > today ? `from ${day(accessFrom)}` : 'from now on';
  return accessUntil === null ? beginning : `${beginning} until ${day(accessUntil)}`;
}

function changeInWords({ change, groupLabel }: RepresentativesFacts): string[] {
  if (change.kind === 'gone')
    return [
      `You no longer represent “${groupLabel}” in the Virtuelles Haus. Its dates stay, but you can no longer see or change them.`,
      change.isForgotten
        ? 'We will delete your name and your email address from the Virtuelles Haus in the next few days.'
        : 'Your other groups stay.',
    ];
  const what =
    change.kind === 'came'
      ? `is now also a representative of “${groupLabel}” in the Virtuelles Haus, and can see dates, move them, cancel them and reserve new ones`
      : `is no longer a representative of “${groupLabel}” in the Virtuelles Haus`;
  return [`${change.who} ${what}.`, 'All dates, invitations and links stay as they are.'];
}

function cancelledInWords(facts: ClosureDatesFacts): Block[] {
  const { cancelled } = sorted(facts);
  if (cancelled.length === 0) return [];
  const [title, instead] =
    cancelled.length === 1
      ? ['This date is cancelled:', 'another date']
      : ['These dates are cancelled:', 'other dates'];
  return [
    [title, ...cancelled.map(withRoom)].join('\n'),
    'Everybody invited by mail is told by mail. Please tell all the others, for example by phone.',
    { link: facts.website, label: `This is how you reserve ${instead}. Open this page` },
  ];
}

function movedInWords(facts: ClosureDatesFacts): Block[] {
  const { moved } = sorted(facts);
  if (moved.length === 0) return [];
  const [title, these] =
    moved.length === 1
      ? ['This date takes place in another room:', 'this date']
      : ['These dates take place in another room:', 'these dates'];
  return [
    [title, ...moved.map(withRoom)].join('\n'),
    `You need not do anything for ${these}. Day and time stay the same, and all links lead to the new room.`,
  ];
}
