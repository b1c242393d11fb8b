import { dayInWords, rangeInWords, timeInWords } from '../../kernel/local-time.js';
import { numbersAndPin } from '../../meetings/meetings.reader.js';
import {
  datesOf,
  isSeries,
  minutesAtTheDoor,
  type DateFacts,
  type InvitationWords,
  tellsAll,
} from './invitation-words.js';

export const en: InvitationWords = {
  invitation: (facts) => ({
    subject: `Invitation: online meeting ${startOf(facts)}`,
    title: 'Invitation to an online meeting',
    blocks: [
      greeting(facts),
      isSeries(facts)
        ? `You are invited to these online meetings${of(facts)}:\n${linesOf(facts)}`
        : `You are invited to an online meeting${of(facts)}:\n${linesOf(facts)}`,
      { link: facts.link, label: 'This is how you get in. Open this link' },
      ...(isSeries(facts) ? ['The link is good for all these meetings.'] : []),
      `${door(facts)} You need no account and no app, only a browser on a computer, tablet or phone. Your camera and microphone are off at the start.`,
      ...telephone(facts),
      'Would you like to try it beforehand? Open the same link before the meeting and go into the practice room.',
      'The link is only for you. Please do not pass it on.',
      isSeries(facts)
        ? 'The dates for your calendar are attached.'
        : 'The date for your calendar is attached.',
    ],
  }),

  moved: (facts) => ({
    subject: `${tellsAll(facts) ? 'Changed' : 'New time'}: online meeting ${startOf(facts)}`,
    title: tellsAll(facts) ? 'The dates have changed' : 'An online meeting has a new time',
    blocks: [
      greeting(facts),
      ...movedTo(facts),
      { link: facts.link, label: 'Your link stays the same' },
      door(facts),
      ...telephone(facts),
      isSeries(facts)
        ? 'The attached file changes the dates in your calendar.'
        : 'The attached file changes the date in your calendar.',
    ],
  }),

  cancelled: (facts) => ({
    subject: `Cancelled: online meeting ${startOf(facts)}`,
    title: 'An online meeting is cancelled',
    blocks: [
      greeting(facts),
      isSeries(facts)
        ? `${allOf(facts)} are cancelled:\n${linesOf(facts)}`
        : `This online meeting${of(facts)} is cancelled:\n${linesOf(facts)}`,
      facts.hasOthersAhead
        ? 'You need not do anything. The other meetings take place, and your link still works.'
        : 'You need not do anything. The link in your invitation no longer works.',
      struckOut(facts),
    ],
  }),

  restored: (facts) => ({
    subject: `Taking place after all: online meeting ${startOf(facts)}`,
    title: 'An online meeting takes place after all',
    blocks: [
      greeting(facts),
      isSeries(facts)
        ? `We told you that these online meetings${of(facts)} were cancelled. They take place after all:\n${linesOf(facts)}`
        : `We told you that this online meeting${of(facts)} was cancelled. It takes place after all:\n${linesOf(facts)}`,
      ...(facts.before ? [`The time is new. Before: ${rangeInWords(facts.before, 'en')}`] : []),
      {
        link: facts.link,
        label: facts.hasOthersAhead ? 'Your link stays the same' : 'Your link works again',
      },
      door(facts),
      ...telephone(facts),
      isSeries(facts)
        ? 'The attached file puts the dates back into your calendar.'
        : 'The attached file puts the date back into your calendar.',
    ],
  }),

  renumbered: (facts) => ({
    subject: `Phoning in has changed: online meeting ${startOf(facts)}`,
    title: 'Something has changed about phoning in',
    blocks: [
      greeting(facts),
      `Something has changed for those who phone in to an online meeting${of(facts)} you are invited to. The time stays the same:\n${linesOf(facts)}`,
      ...telephone(facts),
      { link: facts.link, label: 'Your link stays the same' },
      door(facts),
      ...(facts.hasNoFile ? [] : ['The attached file changes the date in your calendar.']),
    ],
  }),

  withdrawn: (facts) => ({
    subject: `Invitation withdrawn: online meeting ${startOf(facts)}`,
    title: 'An invitation is withdrawn',
    blocks: [
      greeting(facts),
      isSeries(facts)
        ? `Your invitation to these online meetings${of(facts)} is withdrawn:\n${linesOf(facts)}`
        : `Your invitation to this online meeting${of(facts)} is withdrawn:\n${linesOf(facts)}`,
      'Your link no longer works. If you have questions, please ask the person who invited you.',
      struckOut(facts),
    ],
  }),

  freshLink: (facts) => ({
    subject: `Your new link: online meeting ${startOf(facts)}`,
    title: 'Your new link to the online meeting',
    blocks: [
      greeting(facts),
      'You asked for a new link. Here it is:',
      { link: facts.link, label: 'Open this link' },
      isSeries(facts)
        ? `The link is good for these online meetings${of(facts)}:\n${linesOf(facts)}`
        : `The link is good for this online meeting${of(facts)}:\n${linesOf(facts)}`,
      door(facts),
      ...telephone(facts),
      'The old link no longer works. The new one is only for you. Please do not pass it on.',
      'The attached file puts the new link into your calendar.',
    ],
  }),
};

const CALL = {
  nothing: 'You can also phone in',
  first: 'You can now also phone in',
  other:
    'The phone number is new. Please use only the one in this mail: the old one no longer leads to this meeting. You can phone in',
  otherPin:
    'The PIN is new. Please use only the one in this mail: the old one no longer leads to this meeting. You can phone in',
  gone: 'You can no longer phone in to this meeting. The phone number in earlier mails no longer leads there. Please use your link.',
};

function telephone({ dialIn, doorOpensAt, telephoneNews = 'nothing' }: DateFacts): string[] {
  if (telephoneNews === 'gone') return [CALL.gone];
  if (!dialIn) return [];
  return [`${CALL[telephoneNews]}, from ${timeInWords(doorOpensAt, 'en')}:\n${numbersAndPin(dialIn)}`];
}

function greeting({ name }: DateFacts): string {
  return name ? `Hello ${name},` : 'Hello,';
}

/** “on Tuesday, 8 December 2026, 6 pm, German time” */
function startOf(facts: DateFacts): string {
  const { start } = facts.range;
  const since = isSeries(facts) ? 'from' : 'on';
  return `${since} ${dayInWords(start, 'en')}, ${timeInWords(start, 'en')}, German time`;
}

function of({ groupLabel }: DateFacts): string {
  return groupLabel ? ` of “${groupLabel}”` : '';
}

function linesOf(facts: DateFacts): string {
  return datesOf(facts)
    .map((range) => rangeInWords(range, 'en'))
    .join('\n');
}

/** What is called off: what is listed, or what begins with the one date that is. */
function allOf(facts: DateFacts): string {
  return facts.seriesDates?.length
    ? `These online meetings${of(facts)}`
    : `All online meetings${of(facts)} from this date on`;
}

function door(facts: DateFacts): string {
  if (isSeries(facts)) return doorEachTime(minutesAtTheDoor(facts));
  if (facts.isDoorOpen) return 'The door is already open.';
  return `The door opens at ${timeInWords(facts.doorOpensAt, 'en')}.`;
}

function doorEachTime(minutes: number): string {
  if (minutes === 0) return 'The door opens when each meeting begins.';
  return `The door opens ${minutes === 1 ? '1 minute' : `${minutes} minutes`} before each meeting.`;
}

/** What takes place of a series beside what was told of it before. */
function added({ datesAdded = [] }: DateFacts): string[] {
  if (datesAdded.length === 0) return [];
  const sentence =
    datesAdded.length === 1 ? 'This date now takes place too' : 'These dates now take place too';
  return [`${sentence}:\n${datesAdded.map((range) => rangeInWords(range, 'en')).join('\n')}`];
}

/** What is off of a series of which something takes place. */
function off({ datesOff = [] }: DateFacts): string[] {
  if (datesOff.length === 0) return [];
  const sentence = datesOff.length === 1 ? 'This date is off' : 'These dates are off';
  return [`${sentence}:\n${datesOff.map((range) => rangeInWords(range, 'en')).join('\n')}`];
}

function movedTo(facts: DateFacts): string[] {
  if (tellsAll(facts))
    return [
      `The dates of the online meetings${of(facts)} you are invited to have changed.`,
      ...added(facts),
      ...off(facts),
      `The meetings now take place on:\n${linesOf(facts)}`,
    ];
  const sentence = `An online meeting${of(facts)} you are invited to has a new time`;
  if (!facts.before) return [`${sentence}:\n${linesOf(facts)}`];
  return [`${sentence}.\nNew: ${linesOf(facts)}\nBefore: ${rangeInWords(facts.before, 'en')}`];
}

function struckOut(facts: DateFacts): string {
  return isSeries(facts)
    ? 'The attached file takes the dates out of your calendar.'
    : 'The attached file takes the date out of your calendar.';
}
