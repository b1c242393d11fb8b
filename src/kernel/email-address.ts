/** RFC 5321 section 4.5.3.1: 64 octets before the @, 254 in all. */
const LONGEST = 254;
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}$/;
const DOMAIN_LABEL = /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

export type EmailAddress = { ok: true; email: string } | { ok: false; reason: string };

/**
 * Reads one mail address as typed. Only plain ASCII addresses are taken: look-alike letters and quoted local parts
 * have led mails to strangers (CVE-2019-19844, nodemailer before 7.0.7).
 */
export function readEmailAddress(typed: string): EmailAddress {
  const email = typed.trim();
  const wrong = (reason: string): EmailAddress => ({ ok: false, reason });
  if (email === '') return wrong('Die Adresse fehlt.');
  if (email.length > LONGEST) return wrong('Die Adresse ist zu lang.');
  const at = email.lastIndexOf('@');
  if (at === -1) return wrong('In der Adresse fehlt das @-Zeichen.');
  if (!isLocalPart(email.slice(0, at))) return wrong('Der Teil vor dem @-Zeichen stimmt nicht.');
  if (!isDomain(email.slice(at + 1))) return wrong('Der Teil nach dem @-Zeichen stimmt nicht.');
  return { ok: true, email };
}

/** What makes two addresses the same mailbox for us: the ASCII letters in lower case. */
export function emailKey(email: string): string {
  return email.toLowerCase();
}

function isLocalPart(text: string): boolean {
  return LOCAL_PART.test(text) && !text.startsWith('.') && !text.endsWith('.') && !text.includes('..');
}

function isDomain(text: string): boolean {
  const labels = text.split('.');
  const hasWordyEnd = /^[A-Za-z][A-Za-z0-9-]*$/.test(labels.at(-1) ?? '');
  return labels.length > 1 && hasWordyEnd && labels.every((label) => DOMAIN_LABEL.test(label));
}
