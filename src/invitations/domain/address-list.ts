import { emailKey, readEmailAddress } from '../../kernel/email-address.js';

export interface TypedInvitee {
  name?: string;
  email: string;
}

export interface ReadAddresses {
  /** Everybody once; of two equal addresses the first stays. */
  good: TypedInvitee[];
  bad: { index: number; email: string; reason: string }[];
}

const SHOWN_CHARACTERS = 100;

/** Sorts a list of typed addresses into good and bad ones. Bad ones come back cut short, to be shown. */
export function readAddresses(typed: readonly TypedInvitee[]): ReadAddresses {
  const good = new Map<string, TypedInvitee>();
  const bad: ReadAddresses['bad'] = [];
  for (const [index, { name, email }] of typed.entries()) {
    const read = readEmailAddress(email);
    if (!read.ok)
      bad.push({ index, email: email.slice(0, SHOWN_CHARACTERS).toWellFormed(), reason: read.reason });
    else if (!good.has(emailKey(read.email))) good.set(emailKey(read.email), { name, email: read.email });
  }
  return { good: [...good.values()], bad };
}
