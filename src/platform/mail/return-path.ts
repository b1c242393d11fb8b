import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { HouseKey, isSameSecret } from '../secrets/house-key.js';

const PURPOSE = 'bounce';
/** 80 bits: too many to guess over mail, and short enough beside the id (RFC 5321: 64 octets before the @). */
const SIGNATURE_BYTES = 10;
const ID_LETTERS = 25;
const SIGNATURE_LETTERS = 16;
/** Letters and digits in one case: some mail servers on the way know no other. */
const BASE = 36;
const MARK = new RegExp(`^([0-9a-z]{${ID_LETTERS}})\\.([0-9a-z]{${SIGNATURE_LETTERS}})$`);

/**
 * The address that a mail server tells when it could not deliver, different for each mail and signed (a variable
 * envelope return path): what comes back is told apart by the address, and nobody can make one up.
 */
@Injectable()
export class ReturnPath {
  constructor(
    private readonly key: HouseKey,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The envelope sender of a mail; our own address where no place for bounces is set. */
  of(mailId: string): string {
    const { mailBounce, mailFrom } = this.config;
    if (mailBounce === undefined) return mailFrom;
    const [mailbox = '', domain = ''] = mailBounce.split('@');
    const id = lettersOf(Buffer.from(mailId.replaceAll('-', ''), 'hex'), ID_LETTERS);
    const signature = lettersOf(this.signatureOf(mailId), SIGNATURE_LETTERS);
    return `${mailbox}+${id}.${signature}@${domain}`;
  }

  /** The mail that an address of ours belongs to; undefined for any other address. */
  read(address: string): string | undefined {
    const [, id = '', signature = ''] = MARK.exec(this.markIn(address.toLowerCase())) ?? [];
    const mailId = uuidOf(id);
    if (!mailId) return undefined;
    const right = lettersOf(this.signatureOf(mailId), SIGNATURE_LETTERS);
    return isSameSecret(Buffer.from(signature), Buffer.from(right)) ? mailId : undefined;
  }

  /** What stands between our mailbox and our domain; nothing in an address that is not ours. */
  private markIn(address: string): string {
    const [mailbox = '', domain = ''] = this.config.mailBounce?.toLowerCase().split('@') ?? [];
    const [start, end] = [`${mailbox}+`, `@${domain}`];
    const isOurs = mailbox !== '' && address.startsWith(start) && address.endsWith(end);
    return isOurs ? address.slice(start.length, -end.length) : '';
  }

  private signatureOf(mailId: string): Buffer {
    return this.key.derive(PURPOSE, mailId).subarray(0, SIGNATURE_BYTES);
  }
}

function lettersOf(bytes: Buffer, length: number): string {
  return BigInt(`0x${bytes.toString('hex')}`)
    .toString(BASE)
    .padStart(length, '0');
}

/** Undefined for no letters, and for letters that stand for more than 128 bits. */
function uuidOf(letters: string): string | undefined {
  if (letters === '') return undefined;
  const digits = Array.from(letters, (letter) => BigInt(parseInt(letter, BASE)));
  const number = digits.reduce((sum, digit) => sum * BigInt(BASE) + digit, 0n);
  const hex = number.toString(16).padStart(32, '0');
  return hex.length > 32 ? undefined : hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
