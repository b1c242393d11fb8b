/** Kinds of the mails to invitees in the outgoing mail. */
export const INVITATION_MAIL = 'invitation';
export const CANCELLATION_MAIL = 'cancelledDate';
export const MOVED_MAIL = 'movedDate';
export const RESTORED_MAIL = 'restoredDate';
export const WITHDRAWN_MAIL = 'withdrawnInvitation';
export const FRESH_LINK_MAIL = 'lostLink';
export const RENUMBERED_MAIL = 'renumberedDate';

/** All of them: what somebody was told is in these and nowhere else. */
export const NEWS_MAILS = [
  INVITATION_MAIL,
  CANCELLATION_MAIL,
  MOVED_MAIL,
  RESTORED_MAIL,
  WITHDRAWN_MAIL,
  FRESH_LINK_MAIL,
  RENUMBERED_MAIL,
];

/** Those that say when something takes place. */
export const TIMED_MAILS = [INVITATION_MAIL, MOVED_MAIL, RESTORED_MAIL, FRESH_LINK_MAIL, RENUMBERED_MAIL];

/** A mail to one invitee; the letter tells the date as it stood at `sequence`, or later. */
export interface WrittenMail {
  kind: string;
  sequence: number;
  state: 'queued' | 'sent' | 'retrying' | 'undeliverable' | 'dropped';
}

export type News = 'invitation' | 'restored' | 'moved' | 'renumbered' | 'nothing';

/** What is new about coming by telephone: other numbers, another PIN alone, the first ones, or none any more. */
export type TelephoneNews = 'other' | 'otherPin' | 'first' | 'gone' | 'nothing';

/**
 * What somebody still has to hear of a date that takes place, by what they were really told. A mail that went to nobody
 * has told nothing; who was told of neither a cancellation nor a move that came in between misses nothing, unless the
 * date `isElsewhere`: at another time than they know. Other numbers are told by themselves only where nothing else is.
 */
export function newsFor(
  mails: readonly WrittenMail[],
  { isElsewhere, isRenumbered }: { isElsewhere: boolean; isRenumbered: boolean },
): News {
  const inOrder = sinceWithdrawal(mails);
  const lastTold = inOrder.findLast(({ state }) => state === 'sent');
  if (!lastTold) {
    const invitation = inOrder.findLast(({ kind }) => kind === INVITATION_MAIL);
    return invitation?.state === 'dropped' ? 'invitation' : 'nothing';
  }
  if (lastTold.kind === CANCELLATION_MAIL) return 'restored';
  const isBehind = inOrder.some(({ kind, sequence }) => kind === MOVED_MAIL && sequence > lastTold.sequence);
  if (isBehind || isElsewhere) return 'moved';
  return isRenumbered ? 'renumbered' : 'nothing';
}

/** By the numbers that somebody was told, the PIN behind them, and those that hold now. One more number is no news. */
export function telephoneNewsOf(told: readonly string[], now: readonly string[]): TelephoneNews {
  if (told.length === 0) return now.length === 0 ? 'nothing' : 'first';
  if (now.length === 0) return 'gone';
  if (!told.slice(0, -1).every((number) => now.includes(number))) return 'other';
  return told.at(-1) === now.at(-1) ? 'nothing' : 'otherPin';
}

/** Whether somebody has been told of a date and believes that it takes place: who has not misses no cancellation. */
export function expectsIt(mails: readonly WrittenMail[]): boolean {
  const lastTold = sinceWithdrawal(mails).findLast(({ state }) => state === 'sent');
  return lastTold !== undefined && lastTold.kind !== CANCELLATION_MAIL;
}

/** The same before a withdrawal is told. */
export function expectedIt(mails: readonly WrittenMail[]): boolean {
  return expectsIt(beforeWithdrawal(mails));
}

/** Without the withdrawal that is to be told, which is the newest mail then. */
export function beforeWithdrawal<Mail extends WrittenMail>(mails: readonly Mail[]): Mail[] {
  const inOrder = inTheirOrder(mails);
  return inOrder.at(-1)?.kind === WITHDRAWN_MAIL ? inOrder.slice(0, -1) : inOrder;
}

/** Who was told to be taken off the list and is invited again begins anew. */
export function sinceWithdrawal<Mail extends WrittenMail>(mails: readonly Mail[]): Mail[] {
  const inOrder = inTheirOrder(mails);
  const isTold = ({ kind, state }: Mail) => kind === WITHDRAWN_MAIL && state === 'sent';
  return inOrder.slice(inOrder.findLastIndex(isTold) + 1);
}

function inTheirOrder<Mail extends WrittenMail>(mails: readonly Mail[]): Mail[] {
  return mails.toSorted((one, other) => one.sequence - other.sequence);
}
