import type { ActRefusals, ActWords } from './act-words.js';

const refusals: ActRefusals = {
  ended: {
    cancelled: 'This date is cancelled.',
    leftOut: 'This date does not take place.',
    begun: 'This date has begun already or is over.',
  },
  others: {
    accessRests: 'This link does not work at the moment. Please speak with your contact point.',
    outsideAccess:
      'The house is not open for you on that day. Please choose another day, or speak with your contact point.',
    sameTime: 'The date is at this time already. Please choose another day or another time.',
    noSuchTime: 'Please enter a day and a time, for example 2026-12-08 and 18:00.',
    timeDoesNotExist:
      'There is no such time on that day: the clocks go forward to summer time. Please choose another one.',
  },
  obstacles: {
    taken: 'The room is taken at that time.',
    closed: 'The house or the room is closed at that time.',
    capacity: 'There are so many people in the house at that time that there is no space for you.',
    noServerOpen:
      'The house is having a technical break and takes no new dates or times at the moment. What is reserved stays. Please try again later, or ask your contact point.',
    quota: 'You cannot reserve so many rooms or hours at once.',
    tooManyRoomsAtOnce: 'You have as many rooms at that time as you may have at once.',
    tooManyHoursAWeek: 'With this date you would have more hours in that week than you may reserve.',
  },
  rules: ({ opensAt, closesAt, horizonMonths, shortestMinutes, longestMinutes }) => ({
    offGrid: 'Please choose a start on a quarter of an hour, for example 18:00 or 18:15.',
    tooShort: `A date lasts at least ${shortestMinutes} minutes.`,
    tooLong: `A date lasts at most ${longestMinutes} minutes.`,
    past: 'That time has passed already. Please choose a later one.',
    beyondHorizon: `That is too far ahead: you can reserve for the next ${horizonMonths === 1 ? 'month' : `${horizonMonths} months`}.`,
    outsideHours: `The house is open from ${opensAt} to ${closesAt}, German time. Please choose a time in between.`,
  }),
};

export const en: ActWords = {
  title: 'Your date',
  help: 'If you have questions, please ask your contact point.',
  keep: { title: 'It takes place', button: 'The date takes place' },
  move: {
    title: 'Move it',
    day: 'New day',
    time: 'New time (German time)',
    button: 'Move',
    asksAgain: 'We ask once more before anything changes.',
  },
  cancel: {
    title: 'Cancel it',
    button: 'Cancel the date',
    asksAgain: 'We ask once more before anything is cancelled.',
  },
  kept: {
    title: 'The date takes place',
    done: 'Good. Everything stays as it is. You need not do anything else.',
    change: 'Change something after all',
  },
  askMove: {
    title: 'Really move this date?',
    before: 'Until now',
    after: 'New',
    means: 'Everybody invited by mail is told the new time by mail. All links stay valid.',
    yes: 'Yes, move it',
  },
  askCancel: {
    title: 'Really cancel this date?',
    means: 'The room becomes free. Everybody invited by mail is told by mail.',
    yes: 'Yes, cancel it',
  },
  back: 'No, go back',
  moved: {
    title: 'The date is moved',
    done: 'Everybody invited by mail is now told the new time. Please tell all the others.',
    change: 'Change something else',
  },
  cancelled: {
    title: 'The date is cancelled',
    done: 'Everybody invited by mail is now told by mail. Please tell all the others.',
    takeBack: (minutes) =>
      `Was that a mistake? For ${minutes} minutes you can take it back in the Virtuelles Haus, under your dates.`,
    house: 'Go to the Virtuelles Haus',
  },
  refused: {
    unchanged: 'The date is still as it stands here.',
    freeOn: (day) => `This is free on ${day}`,
    at: (time, roomName) => (roomName === undefined ? `At ${time}` : `At ${time}, ${roomName}`),
    outdated: 'Something has changed in the meantime. Please have a look and try again.',
  },
  ended: 'Nothing can be changed with this link any more. You need not do anything else.',
  refusals,
};
