import { Inject, Injectable } from '@nestjs/common';
import { GroupsReader } from '../groups/groups.reader.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { HouseKey, isSameSecret } from '../platform/secrets/house-key.js';
import { ReservationsReader, type OccurrenceRow } from './reservations.reader.js';

const PURPOSE = 'representative-door';
const SEAL_BYTES = 24;

/**
 * The door of a representative: a link that names date and person under a seal of 192 bits, so that it needs no row
 * and dies with the representative's right to the group. It stays shut while the group's access rests.
 */
@Injectable()
export class DoorsReader {
  constructor(
    private readonly reservations: ReservationsReader,
    private readonly groups: GroupsReader,
    private readonly key: HouseKey,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The address that lets this person enter this date as moderator. */
  enterUrlOf(occurrenceId: string, personId: string): string {
    const subject = Buffer.concat([idBytes(occurrenceId), idBytes(personId)]);
    const token = Buffer.concat([subject, this.seal(subject)]).toString('base64url');
    return `${this.config.publicUrl}/t/${token}`;
  }

  /**
   * Who stands at the door with this token; undefined for strangers and for those who represent the group no more.
   * Throws AccessRests.
   */
  async findByToken(token: string): Promise<{ occurrence: OccurrenceRow; personId: string } | undefined> {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== 32 + SEAL_BYTES) return undefined;
    const subject = bytes.subarray(0, 32);
    if (!isSameSecret(bytes.subarray(32), this.seal(subject))) return undefined;
    const personId = toId(subject.subarray(16));
    const occurrence = await this.reservations.findOwnOccurrence(personId, toId(subject.subarray(0, 16)));
    if (!occurrence) return undefined;
    await this.groups.requireAccess(occurrence.groupId);
    return { occurrence, personId };
  }

  private seal(subject: Buffer): Buffer {
    return this.key.derive(PURPOSE, subject.toString('hex')).subarray(0, SEAL_BYTES);
  }
}

function idBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function toId(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
