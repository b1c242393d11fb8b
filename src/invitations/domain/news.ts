/** Kinds of the mails to invitees in the outgoing mail. */
export const INVITATION_MAIL = 'invitation';
export const CANCELLATION_MAIL = 'cancelledDate';
export const MOVED_MAIL = 'movedDate';
export const RESTORED_MAIL = 'restoredDate';

/** A mail to one invitee; the letter tells the date as it stood at `sequence`, or later. */
export interface WrittenMail {
  kind: string;
  sequence: number;
  state: 'queued' | 'sent' | 'retrying' | 'undeliverable' | 'dropped';
}

export type News = 'invitation' | 'restored' | 'moved' | 'nothing';

/**
 * What somebody still has to hear of a date that takes place, by what they were really told. A mail that went to nobody
 * has told nothing; who was told of neither a cancellation nor a move that came in between misses nothing.
 */
export function newsFor(mails: readonly WrittenMail[]): News {
  const inOrder = mails.toSorted((one, other) => one.sequence - other.sequence);
  const lastTold = inOrder.findLast(({ state }) => state === 'sent');
  if (!lastTold) {
    const invitation = inOrder.findLast(({ kind }) => kind === INVITATION_MAIL);
    return invitation?.state === 'dropped' ? 'invitation' : 'nothing';
  }
  if (lastTold.kind === CANCELLATION_MAIL) return 'restored';
  const isBehind = inOrder.some(({ kind, sequence }) => kind === MOVED_MAIL && sequence > lastTold.sequence);
  return isBehind ? 'moved' : 'nothing';
}
