import { emailKey, readEmailAddress } from '../../kernel/email-address.js';

export interface TypedInvitee {
  name?: string;
  email: string;
}

/** Somebody to be invited, who may be taken from the list that the group keeps. */
export type InviteeToBe = TypedInvitee & { fromKeptList?: boolean | undefined };

export interface ReadAddresses<One extends TypedInvitee> {
  /** Everybody once; of two equal addresses the first stays. */
  good: One[];
  bad: { index: number; email: string; reason: string }[];
}

const SHOWN_CHARACTERS = 100;

/** Sorts a list of typed addresses into good and bad ones. Bad ones come back cut short, to be shown. */
export function readAddresses<One extends TypedInvitee>(typed: readonly One[]): ReadAddresses<One> {
  const good = new Map<string, One>();
  const bad: ReadAddresses<One>['bad'] = [];
  for (const [index, one] of typed.entries()) {
    const { email } = one;
    const read = readEmailAddress(email);
    if (!read.ok)
      bad.push({ index, email: email.slice(0, SHOWN_CHARACTERS).toWellFormed(), reason: read.reason });
    else if (!good.has(emailKey(read.email))) good.set(emailKey(read.email), { ...one, email: read.email });
  }
  return { good: [...good.values()], bad };
}
