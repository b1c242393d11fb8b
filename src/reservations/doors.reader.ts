import { Inject, Injectable } from '@nestjs/common';
import { GroupsReader } from '../groups/groups.reader.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { HouseKey } from '../platform/secrets/house-key.js';
import { dateTokenOf, readDateToken } from './date-tokens.js';
import { ReservationsReader, type OccurrenceRow } from './reservations.reader.js';

const PURPOSE = 'representative-door';

interface MailedDoor {
  occurrence: OccurrenceRow;
  personId: string;
  /** Of the row that makes this person a representative of the group; another one when they come back some day. */
  representativeId: string;
}

/**
 * The door of a representative: a link that names date and person under a seal, so that it needs no row and dies with
 * the representative's right to the group. It stays shut while the group's access rests.
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
    const token = dateTokenOf(this.key, PURPOSE, { occurrenceId, personId });
    return `${this.config.publicUrl}/t/${token}`;
  }

  /**
   * Who stands at the door with this token; undefined for strangers and for those who represent the group no more.
   * Throws AccessRests.
   */
  async findByToken(token: string): Promise<MailedDoor | undefined> {
    const door = await this.findEvenResting(token);
    if (door) await this.groups.requireAccess(door.occurrence.groupId);
    return door;
  }

  /** The same, also while the access of the group rests: nobody is let in by this. */
  async findEvenResting(token: string): Promise<MailedDoor | undefined> {
    const named = readDateToken(this.key, PURPOSE, token);
    if (!named) return undefined;
    const { personId, occurrenceId } = named;
    const occurrence = await this.reservations.findOwnOccurrence(personId, occurrenceId);
    if (!occurrence) return undefined;
    const representativeId = await this.groups.findRepresentativeId(occurrence.groupId, personId);
    return representativeId === undefined ? undefined : { occurrence, personId, representativeId };
  }
}
