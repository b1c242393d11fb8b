import { describe, expect, it } from '@jest/globals';
import { newsFor, type WrittenMail } from './news.js';

/** `invitation 0 sent, movedDate 1 dropped` */
const written = (words: string): WrittenMail[] =>
  words.split(', ').map((mail) => {
    const [kind = '', sequence, state] = mail.split(' ');
    return { kind, sequence: Number(sequence), state: state as WrittenMail['state'] };
  });

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
  ])('%s: %s', (words, news) => {
    expect(newsFor(written(words))).toBe(news);
    expect(newsFor(written(words).reverse())).toBe(news);
  });

  it('a cancellation taken back twice, whose first restoration never left, is still taken back', () => {
    const first = 'invitation 0 sent, cancelledDate 1 sent, restoredDate 2 dropped';
    expect(newsFor(written(`${first}, cancelledDate 3 dropped, restoredDate 4 queued`))).toBe('restored');
  });
});
