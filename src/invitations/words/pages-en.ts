import { dayInWords, timeInWords } from '../../kernel/local-time.js';
import { html } from '../../platform/http/html.js';
import type { PageWords } from './pages-words.js';

const INVITER = 'the person who invited you';
const GIVER = 'the person who gave you the link';
const CONTACT_POINT = 'your contact point';
const RESTS = 'This door is closed at the moment. Please ask';

export const en: PageWords = {
  title: 'Your online meeting',
  questions: {
    contactPoint: `If you have questions, please ask ${CONTACT_POINT}.`,
    inviter: `If you have questions, please ask ${INVITER}.`,
    giver: `If you have questions, please ask ${GIVER}.`,
  },
  door: {
    early: (opensAt) =>
      html`You are early. The door opens on <strong>${dayInWords(opensAt, 'en')}</strong> at <strong>${timeInWords(opensAt, 'en')}</strong>, German time.`,
    stay: 'You can leave this page open: it opens by itself when it is time. Or open the link again later.',
    comeBack: 'Please open the link again then.',
    name: 'What would you like to be called? (optional)',
    nameHint: 'A first name or nickname is enough. The others in the meeting see this name.',
    enter: 'Enter now',
    muted: 'Your camera and microphone are off at the start.',
    noServer: 'This house has no video server yet. The meeting cannot be opened here.',
    foreign: 'This meeting runs on a video server of somebody else. Whoever knows its address gets in.',
    nameless: { guest: 'Guest', moderator: 'Moderator' },
  },
  practice: {
    title: 'Try it beforehand',
    why: 'The practice room shows you what the meeting will be like. It is always open and belongs to your link alone: no strangers come in. Somebody who helps you can join by the same link.',
    whyByGroupLink:
      'The practice room shows you what the meeting will be like. It is always open. You are alone in there: nobody else comes in.',
    nameHint: 'A first name or nickname is enough.',
    button: 'Open the practice room',
  },
  telephone: {
    title: 'You can also phone in',
    when: ({ start, end }) =>
      `This works on ${dayInWords(start, 'en')} from ${timeInWords(start, 'en')} to ${timeInWords(end, 'en')}.`,
    how: 'Call one of these numbers. Then type the PIN.',
  },
  rules: {
    title: 'Three rules',
    each: [
      'What is said in the meeting stays in the meeting.',
      'Nobody records sound or pictures.',
      'Make sure that nobody near you can listen or watch.',
    ],
  },
  reply: {
    title: 'Are you coming?',
    yes: 'I am coming',
    no: 'I am not coming',
    given: (answer) => html`Your answer: <strong>${answer}.</strong> You can change it at any time.`,
    hint: 'You need not answer. Only the person who invited you and the other representatives read the answer.',
  },
  calendar: { title: 'For your calendar', add: 'Put the date into my calendar' },
  forget: {
    title: 'My address',
    why: 'You want no more mails? We delete your name and your address at once. You need not give a reason.',
    button: 'Delete my address',
    really: 'Delete your address now?',
    means: [
      'Your name and your address are deleted at once.',
      'You get no more mails about these meetings.',
      'Your link no longer works.',
    ],
    yes: 'Yes, delete now',
    no: 'No, go back',
  },
  forgotten: {
    title: 'Deleted',
    heading: 'Your address is deleted',
    noMails: 'You get no more mails about these meetings.',
    calendar: 'Please delete the entry in your calendar yourself. There is nothing else to do.',
  },
  ended: {
    because: {
      cancelled: 'This meeting was cancelled.',
      over: 'This meeting is over.',
      withdrawn: 'This link is no longer valid.',
      replaced: 'This link was replaced by a new one.',
    },
    shut: 'This link no longer opens a door.',
    nothingToDo: 'You need not do anything.',
    newerMail: 'Please open the link in your latest mail.',
    questions: {
      contactPoint: `If you have questions about this, please ask ${CONTACT_POINT}.`,
      inviter: `If you have questions about this, please ask ${INVITER}.`,
      giver: `If you have questions about this, please ask ${GIVER}.`,
    },
  },
  nothingPlanned: {
    heading: 'No meeting is planned at the moment.',
    stays: 'Your link stays valid. Please open it again later.',
  },
  refused: {
    tooEarly: (opensAt) =>
      `The door opens on ${dayInWords(opensAt, 'en')} at ${timeInWords(opensAt, 'en')}, German time.`,
    meetingNotReady: 'The room is being prepared. Please try again in a few seconds.',
    doorRests: {
      contactPoint: `${RESTS} ${CONTACT_POINT}.`,
      inviter: `${RESTS} ${INVITER}.`,
      giver: `${RESTS} ${GIVER}.`,
    },
    groupLinkReplaced:
      'This link is no longer valid. Please ask the person who gave it to you for the new one.',
    serverAway:
      'The video server does not answer at the moment. Nothing is lost: your link stays valid. Please try again in a minute.',
    meetingFull: 'All places in the meeting are taken at the moment. Please try again in a few minutes.',
    back: 'Back to my meeting',
    again: 'Try again',
    byTelephone: 'Or call:',
    pin: 'Your PIN on the telephone:',
  },
  deviceCheck: {
    title: 'Try camera and sound',
    without:
      'Before the meeting comes a page where you can try your camera and microphone. Nobody sees or hears you there yet.',
    page: {
      title: 'Device check',
      why: 'Take your time to try whether your camera, microphone and sound work. You can do this as often as you like.',
    },
  },
  reEntry: {
    title: 'Back into the meeting',
    why: 'You were in the meeting a moment ago. Press the button to go back in.',
    button: 'Enter again',
  },
  lostLink: {
    title: 'Lost your link?',
    link: 'Lost your link? Ask for a new one',
    how: 'Type in the email address that your invitation was sent to. We will then send you a new link.',
    label: 'Your email address',
    button: 'Send a new link',
    means: 'After that your old link no longer works.',
    fault: () => 'This is not a complete email address. Please check it.',
  },
  linkAsked: {
    heading: 'Please look into your mailbox',
    comes: 'If this address is invited to a coming meeting, a mail with a new link will arrive in a moment.',
    otherwise:
      'Nothing comes? Please also look into the folder for advertising or spam. Otherwise ask the person who invited you for a new invitation.',
  },
};
