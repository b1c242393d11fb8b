import { describe, expect, it } from '@jest/globals';
import { expectedAnyOf, seriesNewsFor, type SeriesMail } from './series-news.js';

/** `invitation 0 sent, movedDate:3 1 dropped`: the second tells of date 3 alone. */
const written = (words: string): SeriesMail[] =>
  words.split(', ').map((mail) => {
    const [what = '', sequence, state] = mail.split(' ');
    const [kind = '', date] = what.split(':');
    return { kind, date, sequence: Number(sequence), state: state as SeriesMail['state'] };
  });

const TAKES_PLACE = { isAnyAhead: true, isAnyOff: false, isPlanned: true, isElsewhere: false };

/** What the last of these mails has to say. */
function newsOf(words: string, truth = TAKES_PLACE): string {
  const mails = written(words);
  const news = seriesNewsFor(mails.at(-1) as SeriesMail, mails, truth);
  return news === 'nothing' ? news : `${news.what} of ${news.of}`;
}

describe('What somebody invited to a series still has to hear, of one date', () => {
  it.each([
    ['invitation 0 sent, movedDate:3 1 queued', 'moved of date'],
    ['invitation 0 sent, movedDate:3 1 sent, movedDate:3 2 queued', 'moved of date'],
    ['invitation 0 sent, cancelledDate:3 1 sent, restoredDate:3 2 queued', 'restored of date'],
    ['invitation 0 sent, cancelledDate:3 1 dropped, restoredDate:3 2 queued', 'nothing'],
    [
      'invitation 0 sent, movedDate:3 1 dropped, cancelledDate:3 2 dropped, restoredDate:3 3 queued',
      'moved of date',
    ],
    ['invitation 0 sent, cancelledDate:4 1 sent, movedDate:3 2 queued', 'moved of date'],
    // It was left out when the series was told, and is taken up again; or told without it meanwhile.
    ['invitation 0 sent, restoredDate:3 1 queued', 'moved of all'],
    ['invitation 0 sent, cancelledDate:3 1 sent, movedDate 2 sent, restoredDate:3 3 queued', 'moved of all'],
    ['invitation 0 sent, restoredDate:3 1 dropped, movedDate:3 2 queued', 'moved of all'],
    // Told with all others, or about to be.
    ['invitation 0 sent, movedDate 1 sent, movedDate:3 1 queued', 'nothing'],
    ['invitation 0 dropped, movedDate:3 1 queued', 'invitation of all'],
    ['invitation 0 undeliverable, movedDate:3 1 queued', 'nothing'],
    ['invitation 0 sent, cancelledDate 1 sent, restoredDate:3 2 queued', 'restored of all'],
  ])('that takes place: %s: %s', (words, news) => {
    expect(newsOf(words)).toBe(news);
  });

  it.each([
    // Left out while the series was moved, and taken up again before anybody had heard of it.
    ['invitation 0 sent, cancelledDate:3 1 dropped, restoredDate:3 2 queued', 'moved of date'],
    ['invitation 0 sent, cancelledDate:3 1 sent, restoredDate:3 2 queued', 'restored of date'],
  ])('that takes place at another time than they know: %s: %s', (words, news) => {
    expect(newsOf(words, { ...TAKES_PLACE, isElsewhere: true })).toBe(news);
  });

  it.each([
    ['invitation 0 sent, cancelledDate:3 1 queued', 'cancelled of date'],
    ['invitation 0 sent, movedDate:3 1 dropped, cancelledDate:3 2 queued', 'cancelled of date'],
    [
      'invitation 0 sent, cancelledDate:3 1 sent, restoredDate:3 2 dropped, cancelledDate:3 3 queued',
      'nothing',
    ],
    ['invitation 0 sent, restoredDate:3 1 dropped, cancelledDate:3 2 queued', 'nothing'],
    ['invitation 0 sent, cancelledDate 1 sent, cancelledDate:3 2 queued', 'nothing'],
    ['invitation 0 dropped, cancelledDate:3 1 queued', 'invitation of all'],
  ])('that is off: %s: %s', (words, news) => {
    expect(newsOf(words, { ...TAKES_PLACE, isPlanned: false })).toBe(news);
  });

  it('what a later mail tells is not told twice', () => {
    const mails = written(
      'invitation 0 sent, movedDate:3 1 queued, cancelledDate:3 2 queued, movedDate:4 3 queued',
    );
    const told = mails.map((mail) => seriesNewsFor(mail, mails, TAKES_PLACE));
    expect(told[1]).toBe('nothing');
    expect(told[3]).toEqual({ of: 'date', what: 'moved' });
    const withAll = [...mails, ...written('movedDate 4 queued')];
    for (const mail of withAll.slice(0, -1))
      expect(seriesNewsFor(mail, withAll, TAKES_PLACE)).toBe('nothing');
  });
});

describe('What somebody invited to a series still has to hear, of all its dates', () => {
  it.each([
    ['invitation 0 queued', 'invitation of all'],
    ['invitation 0 sent, invitation 1 queued', 'invitation of all'],
    ['invitation 0 sent, withdrawnInvitation 1 sent, invitation 2 queued', 'invitation of all'],
    ['invitation 0 sent, movedDate 1 queued', 'moved of all'],
    ['invitation 0 sent, cancelledDate 1 sent, restoredDate 2 queued', 'restored of all'],
    ['invitation 0 sent, cancelledDate 1 dropped, restoredDate 2 queued', 'nothing'],
    [
      'invitation 0 sent, movedDate 1 dropped, cancelledDate 2 dropped, restoredDate 3 queued',
      'moved of all',
    ],
    // Some were off and told so.
    ['invitation 0 sent, movedDate 1 sent, restoredDate 2 queued', 'moved of all'],
    // One of those that were off has been taken back alone: the others are still to be told.
    ['invitation 0 sent, restoredDate:3 2 queued, cancelledDate 1 queued', 'moved of all'],
    [
      'invitation 0 sent, restoredDate:3 1 dropped, cancelledDate 2 dropped, restoredDate 3 queued',
      'moved of all',
    ],
    ['invitation 0 dropped, cancelledDate 1 dropped, restoredDate 2 queued', 'invitation of all'],
    ['invitation 0 undeliverable, movedDate 1 queued', 'nothing'],
  ])('while some take place: %s: %s', (words, news) => {
    expect(newsOf(words)).toBe(news);
  });

  it('a cancellation that nobody heard of is told where it was taken back for some dates only', () => {
    const words = 'invitation 0 sent, cancelledDate 1 dropped, restoredDate 2 queued';
    expect(newsOf(words, { ...TAKES_PLACE, isAnyOff: true })).toBe('moved of all');
  });

  it.each([
    ['invitation 0 queued', 'nothing'],
    ['invitation 0 sent, cancelledDate 1 queued', 'cancelled of all'],
    ['invitation 0 sent, cancelledDate:3 1 sent, cancelledDate 2 queued', 'cancelled of all'],
    ['invitation 0 sent, cancelledDate 1 sent, restoredDate 2 dropped, cancelledDate 3 queued', 'nothing'],
    // Some were off when it was written, and meanwhile none is left.
    ['invitation 0 sent, movedDate 1 queued', 'cancelled of all'],
    ['invitation 0 dropped, cancelledDate 1 queued', 'nothing'],
  ])('when none does: %s: %s', (words, news) => {
    expect(newsOf(words, { ...TAKES_PLACE, isAnyAhead: false, isAnyOff: true, isPlanned: false })).toBe(news);
  });

  it('nothing when it has simply ended', () => {
    const ended = { ...TAKES_PLACE, isAnyAhead: false, isPlanned: false };
    expect(newsOf('invitation 0 sent, movedDate 1 queued', ended)).toBe('nothing');
  });
});

describe('Whether somebody expected any date of a series, before their withdrawal is told', () => {
  it.each([
    ['invitation 0 sent, withdrawnInvitation 1 queued', true],
    // One of two dates was called off and told; the other is still in the calendar.
    ['invitation 0 sent, cancelledDate:3 1 sent, withdrawnInvitation 2 queued', true],
    [
      'invitation 0 sent, cancelledDate:3 1 sent, cancelledDate:4 2 sent, withdrawnInvitation 3 queued',
      false,
    ],
    [
      'invitation 0 sent, cancelledDate:3 1 sent, cancelledDate:4 2 dropped, withdrawnInvitation 3 queued',
      true,
    ],
    ['invitation 0 sent, cancelledDate:3 1 sent, cancelledDate:4 2 sent, movedDate 3 sent', true],
    ['invitation 0 sent, cancelledDate 1 sent, withdrawnInvitation 2 queued', false],
    ['invitation 0 sent, cancelledDate 1 dropped, withdrawnInvitation 2 queued', true],
    ['invitation 0 sent, cancelledDate 1 sent, restoredDate 2 sent, withdrawnInvitation 3 queued', true],
    ['invitation 0 dropped, withdrawnInvitation 1 queued', false],
    ['invitation 0 undeliverable, movedDate:3 1 dropped, withdrawnInvitation 2 queued', false],
    [
      'invitation 0 sent, withdrawnInvitation 1 sent, invitation 2 dropped, withdrawnInvitation 3 queued',
      false,
    ],
  ])('%s: %s', (words, expected) => {
    expect(expectedAnyOf(['3', '4'], written(words))).toBe(expected);
    expect(expectedAnyOf(['3', '4'], written(words).reverse())).toBe(expected);
  });
});
