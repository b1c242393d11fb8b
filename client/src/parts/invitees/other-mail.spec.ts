import { describe, expect, it } from '@jest/globals';
import type { Invitee } from '../../api/invitee-shapes.js';
import { hasOtherMail } from './other-mail.js';

const mailed = (mail: Invitee['mail'], sentAt?: string): Invitee => ({ mail, link: { sentAt } }) as Invitee;
const sent = mailed('sent', '2099-12-01T10:00:00Z');

describe('after the answer to sending once more was lost, another mail', () => {
  it.each([
    ['is under way', mailed('queued'), sent],
    ['has gone by now', mailed('sent', '2099-12-01T10:05:00Z'), sent],
    ['is under way after one that could not be delivered', mailed('queued'), mailed('undeliverable')],
  ])('%s', (_, now, before) => {
    expect(hasOtherMail(now, before)).toBe(true);
  });

  it.each([
    ['where it is the same as before', sent, sent],
    ['where the one before was still under way', sent, mailed('queued')],
    ['where the one before was tried again', sent, mailed('retrying')],
    ['where still none can be delivered', mailed('undeliverable'), mailed('undeliverable')],
  ])('is not known of %s', (_, now, before) => {
    expect(hasOtherMail(now, before)).toBe(false);
  });
});
