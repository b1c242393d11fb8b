/**
 * Mails with a code that this page has asked for, by address. The house sends three in an hour to one address and tells
 * nobody when it sends no more: it answers with an id that no code fits, and the id of the newest mail would be lost.
 */
const MOST_MAILS = 3;
const HOUR_MS = 3_600_000;

interface MailsOfHour {
  count: number;
  since: number;
}

const asked = new Map<string, MailsOfHour>();

export function hasMoreMails(email: string): boolean {
  return mailsOfHour(email).count < MOST_MAILS;
}

export function countMail(email: string): void {
  const { count, since } = mailsOfHour(email);
  asked.set(keyOf(email), { count: count + 1, since });
}

function mailsOfHour(email: string): MailsOfHour {
  const now = Date.now();
  const mails = asked.get(keyOf(email));
  return mails && now - mails.since < HOUR_MS ? mails : { count: 0, since: now };
}

const keyOf = (email: string): string => email.trim().toLowerCase();
