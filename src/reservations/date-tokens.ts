import { isSameSecret, type HouseKey } from '../platform/secrets/house-key.js';

const ID_BYTES = 16;
const SEAL_BYTES = 24;

/** What a link of a representative names. */
export interface DateAndPerson {
  occurrenceId: string;
  personId: string;
}

/** Names date and person under a seal of 192 bits, so that it needs no row; `purpose` keeps the uses apart. */
export function dateTokenOf(
  key: HouseKey,
  purpose: string,
  { occurrenceId, personId }: DateAndPerson,
): string {
  const subject = Buffer.concat([idBytes(occurrenceId), idBytes(personId)]);
  return Buffer.concat([subject, seal(key, purpose, subject)]).toString('base64url');
}

/** Undefined for what this house has not sealed for this purpose. */
export function readDateToken(key: HouseKey, purpose: string, token: string): DateAndPerson | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 2 * ID_BYTES + SEAL_BYTES) return undefined;
  const subject = bytes.subarray(0, 2 * ID_BYTES);
  if (!isSameSecret(bytes.subarray(2 * ID_BYTES), seal(key, purpose, subject))) return undefined;
  return { occurrenceId: toId(subject.subarray(0, ID_BYTES)), personId: toId(subject.subarray(ID_BYTES)) };
}

function seal(key: HouseKey, purpose: string, subject: Buffer): Buffer {
  return key.derive(purpose, subject.toString('hex')).subarray(0, SEAL_BYTES);
}

function idBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function toId(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
