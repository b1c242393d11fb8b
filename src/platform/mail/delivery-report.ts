import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { withoutControlCharacters } from '../../kernel/plain-text.js';

/** What a mail server reports of a mail that it had taken (RFC 3464). */
export interface DeliveryReport {
  /** Addresses the report itself was sent to: one of them is the return path of the mail. */
  sentTo: string[];
  hasFailed: boolean;
  /** The words of the server that refused. */
  words: string;
}

const ADDRESSED_TO = new Set(['to', 'delivered-to', 'x-original-to', 'envelope-to']);
const ADDRESS = /[^\s<>,;:"()]+@[^\s<>,;:"()]+/g;
const LONGEST_WORDS = 200;
const LIMITS = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 0 };

/** Reads a message as a delivery report; undefined when it is none. Whom the report speaks of is not believed. */
export async function readDeliveryReport(source: Uint8Array): Promise<DeliveryReport | undefined> {
  const email = await PostalMime.parse(source, LIMITS).catch(() => undefined);
  const status = email && isReport(email) && email.attachments.find(isStatus);
  if (!status) return undefined;
  const recipients = groupsOf(status).filter((group) => group.has('action') || group.has('status'));
  const failed = recipients.find(hasFailed);
  const words = wordsOf(failed ?? recipients[0]);
  return { sentTo: addressesOf(email), hasFailed: failed !== undefined, words };
}

function isReport({ headers }: Email): boolean {
  const type = headers.find(({ key }) => key === 'content-type')?.value.toLowerCase() ?? '';
  return /^\s*multipart\/report\b/.test(type) && /report-type\s*=\s*"?delivery-status\b/.test(type);
}

function isStatus({ mimeType }: Attachment): boolean {
  return mimeType === 'message/delivery-status';
}

function addressesOf({ headers }: Email): string[] {
  const lines = headers.filter(({ key }) => ADDRESSED_TO.has(key)).map(({ value }) => value);
  return [...new Set(lines.flatMap((line) => line.match(ADDRESS) ?? []))];
}

/** The fields of the message, then those of each recipient, set apart by empty lines (RFC 3464, 2.1). */
function groupsOf({ content }: Attachment): Map<string, string>[] {
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  const unfolded = text.replaceAll(/\r\n?/g, '\n').replaceAll(/\n[ \t]+/g, ' ');
  return unfolded.split(/\n{2,}/).map((group) => new Map(group.split('\n').flatMap(fieldOf)));
}

function fieldOf(line: string): [string, string][] {
  const colon = line.indexOf(':');
  return colon > 0 ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]] : [];
}

/** `failed` is final, whatever the status says: a server that has waited in vain gives up with 4.4.7. */
function hasFailed(group: Map<string, string>): boolean {
  const action = group.get('action')?.toLowerCase();
  return action === undefined ? (group.get('status') ?? '').startsWith('5.') : action === 'failed';
}

function wordsOf(group?: Map<string, string>): string {
  const diagnosis = group?.get('diagnostic-code')?.replace(/^[a-z0-9-]+\s*;\s*/i, '');
  const words = withoutControlCharacters(diagnosis ?? group?.get('status') ?? '');
  return (words || 'Der Mailserver des Empfängers hat die Mail zurückgeschickt.').slice(0, LONGEST_WORDS);
}
