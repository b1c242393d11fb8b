import { describe, expect, it } from '@jest/globals';
import { expectedIt, expectsIt, newsFor, telephoneNewsOf, type WrittenMail } from './news.js';

/** `invitation 0 sent, movedDate 1 dropped` */
const written = (words: string): WrittenMail[] =>
  words.split(', ').map((mail) => {
    const [kind = '', sequence, state] = mail.split(' ');
    return { kind, sequence: Number(sequence), state: state as WrittenMail['state'] };
  });

/** At the time that somebody was told last, if they were told any. */
const asKnown = { isElsewhere: false, isRenumbered: false };

describe('What an invitee still has to hear of a date that takes place', () => {
  it.each([
    ['invitation 0 sent, movedDate 1 queued', 'moved'],
    ['invitation 0 sent, movedDate 1 sent, movedDate 2 queued', 'moved'],
    ['invitation 0 sent, cancelledDate 1 sent, restoredDate 2 queued', 'restored'],
    ['invitation 0 sent, cancelledDate 1 dropped, restoredDate 2 queued', 'nothing'],
    ['invitation 0 sent, movedDate 1 dropped, cancelledDate 2 dropped, restoredDate 3 queued', 'moved'],
    ['invitation 0 sent, movedDate 1 dropped, cancelledDate 2 sent, restoredDate 3 queued', 'restored'],
    ['invitation 0 dropped, cancelledDate 1 dropped, restoredDate 2 queued', 'invitation'],
    ['restoredDate 2 dropped, invitation 2 sent, cancelledDate 3 dropped, restoredDate 4 queued', 'nothing'],
    ['invitation 0 undeliverable, movedDate 1 queued', 'nothing'],
    ['restoredDate 1 queued', 'nothing'],
    ['invitation 0 sent, invitation 1 sent, movedDate 2 queued', 'moved'],
    [
      'invitation 0 sent, withdrawnInvitation 1 sent, invitation 2 dropped, restoredDate 4 queued',
      'invitation',
    ],
    ['invitation 0 sent, withdrawnInvitation 1 sent, invitation 2 sent, movedDate 3 queued', 'moved'],
    [
      'invitation 0 sent, withdrawnInvitation 1 sent, invitation 2 undeliverable, movedDate 3 queued',
      'nothing',
    ],
  ])('%s: %s', (words, news) => {
    expect(newsFor(written(words), asKnown)).toBe(news);
    expect(newsFor(written(words).reverse(), asKnown)).toBe(news);
  });

  it.each([
    // Left out while its series was moved, and taken up again before anybody had heard of it.
    ['invitation 0 sent, cancelledDate 1 dropped, restoredDate 2 queued', 'moved'],
    ['invitation 0 sent, cancelledDate 1 sent, restoredDate 2 queued', 'restored'],
    ['invitation 0 dropped, cancelledDate 1 dropped, restoredDate 2 queued', 'invitation'],
  ])('at another time than they know: %s: %s', (words, news) => {
    expect(newsFor(written(words), { ...asKnown, isElsewhere: true })).toBe(news);
  });

  it.each([
    ['invitation 0 sent, renumberedDate 1 queued', 'renumbered'],
    ['invitation 0 sent, cancelledDate 1 dropped, restoredDate 2 queued', 'renumbered'],
    ['invitation 0 sent, movedDate 1 dropped, renumberedDate 2 queued', 'moved'],
    ['invitation 0 sent, cancelledDate 1 sent, restoredDate 2 dropped, renumberedDate 3 queued', 'restored'],
    ['invitation 0 sent, renumberedDate 1 sent, renumberedDate 2 queued', 'renumbered'],
    ['invitation 0 undeliverable, renumberedDate 1 queued', 'nothing'],
    ['invitation 0 dropped, cancelledDate 1 dropped, renumberedDate 3 queued', 'invitation'],
  ])('under other numbers than they know: %s: %s', (words, news) => {
    expect(newsFor(written(words), { ...asKnown, isRenumbered: true })).toBe(news);
  });

  it.each([
    [['1', '2', 'PIN'], ['1', '2', 'PIN'], 'nothing'],
    [[], [], 'nothing'],
    [['1', 'PIN'], ['2', '1', 'PIN'], 'nothing'],
    [['1', 'PIN'], ['2', 'PIN'], 'other'],
    [['1', 'PIN'], ['2', 'NIP'], 'other'],
    [['1', '2', 'PIN'], ['1', 'PIN'], 'other'],
    [['1', 'PIN'], ['1', 'NIP'], 'otherPin'],
    [['1', 'PIN'], ['2', '1', 'NIP'], 'otherPin'],
    [[], ['1', 'PIN'], 'first'],
    [['1', 'PIN'], [], 'gone'],
  ] as const)('of numbers and PIN %p that are %p now: %s', (told, now, news) => {
    expect(telephoneNewsOf(told, now)).toBe(news);
  });

  it('a cancellation taken back twice, whose first restoration never left, is still taken back', () => {
    const first = 'invitation 0 sent, cancelledDate 1 sent, restoredDate 2 dropped';
    expect(newsFor(written(`${first}, cancelledDate 3 dropped, restoredDate 4 queued`), asKnown)).toBe(
      'restored',
    );
  });
});

describe('Whether somebody expects a date to take place', () => {
  it.each([
    ['invitation 0 sent, cancelledDate 1 queued', true],
    ['invitation 0 sent, renumberedDate 1 sent, cancelledDate 2 queued', true],
    ['invitation 0 sent, invitation 1 dropped, cancelledDate 2 queued', true],
    ['invitation 0 sent, cancelledDate 1 sent, cancelledDate 3 queued', false],
    ['invitation 0 sent, cancelledDate 1 sent, restoredDate 2 sent, cancelledDate 3 queued', true],
    ['invitation 0 dropped, cancelledDate 1 queued', false],
    ['invitation 0 undeliverable, cancelledDate 1 queued', false],
    ['invitation 0 sent, withdrawnInvitation 1 sent, invitation 2 dropped, cancelledDate 3 queued', false],
  ])('%s: %s', (words, expected) => {
    expect(expectsIt(written(words))).toBe(expected);
  });

  it.each([
    ['invitation 0 sent, withdrawnInvitation 1 queued', true],
    ['invitation 0 dropped, withdrawnInvitation 1 queued', false],
    ['invitation 0 sent, cancelledDate 1 sent, withdrawnInvitation 2 queued', false],
    [
      'invitation 0 sent, withdrawnInvitation 1 sent, invitation 2 undeliverable, withdrawnInvitation 3 queued',
      false,
    ],
  ])('before it is withdrawn: %s: %s', (words, expected) => {
    expect(expectedIt(written(words))).toBe(expected);
  });
});
