import { Inject, Injectable } from '@nestjs/common';
import { ContactPointsReader } from '../contact-points/contact-points.reader.js';
import { HOUSE_AS_HOST, pageHostOf, type PageHost } from '../contact-points/page-host.reader.js';
import { GroupsReader } from '../groups/groups.reader.js';
import type { Representative } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { NotFound } from '../kernel/domain-error.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { HouseKey, isSameSecret } from '../platform/secrets/house-key.js';
import type { ActRequest } from './act-from-mail.requests.js';
import { dateTokenOf, readDateToken } from './date-tokens.js';
import { DateEnded } from './reservations.errors.js';
import { ReservationsReader, type OccurrenceRow } from './reservations.reader.js';

const PURPOSE = 'act-from-mail';
/** Nobody has signed in: the link stands for the person. */
const NO_SESSION = '00000000-0000-0000-0000-000000000000';

/** A date as a representative holds it by the link of a mail. */
export interface MailedDate {
  token: string;
  actor: Representative;
  occurrence: OccurrenceRow;
  host: PageHost;
  /** Where the contact point has the house on its own pages. */
  website: string;
}

/**
 * The link in a representative's mail that changes this one date without signing in. It needs no row, is good until the
 * date begins, and dies with the representative's right to the group.
 */
@Injectable()
export class MailedDatesReader {
  constructor(
    private readonly reservations: ReservationsReader,
    private readonly contactPoints: ContactPointsReader,
    private readonly groups: GroupsReader,
    private readonly clock: Clock,
    private readonly key: HouseKey,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  actUrlOf(occurrenceId: string, personId: string): string {
    return `${this.config.publicUrl}/a/${dateTokenOf(this.key, PURPOSE, { occurrenceId, personId })}`;
  }

  /** Throws NotFound for strangers and former representatives, AccessRests, and DateEnded once there is nothing to change. */
  async require(token: string): Promise<MailedDate> {
    const found = await this.find(token);
    if (!found) throw new NotFound();
    const { personId, occurrence } = found;
    const { contactPointId, groupId, state, startsAt } = occurrence;
    await this.groups.requireAccess(groupId);
    if (state !== 'planned') throw new DateEnded(state === 'cancelled' ? 'cancelled' : 'leftOut');
    if (Temporal.Instant.compare(Temporal.Instant.from(startsAt), this.clock.now()) <= 0)
      throw new DateEnded('begun');
    const contactPoint = await this.contactPoints.requireById(contactPointId);
    const actor: Representative = {
      kind: 'representative',
      sessionId: NO_SESSION,
      personId,
      contactPointId,
      hasFreshCode: false,
    };
    return { token, actor, occurrence, host: pageHostOf(contactPoint), website: contactPoint.website };
  }

  /** Who speaks to somebody with this link, also when nothing can be changed any more. */
  async hostOf(token: string): Promise<PageHost> {
    const found = await this.find(token);
    if (!found) return HOUSE_AS_HOST;
    return pageHostOf(await this.contactPoints.requireById(found.occurrence.contactPointId));
  }

  private async find(token: string) {
    const named = readDateToken(this.key, PURPOSE, token);
    const occurrence =
      named && (await this.reservations.findOwnOccurrence(named.personId, named.occurrenceId));
    return occurrence && { personId: named.personId, occurrence };
  }

  /**
   * What the page that asks once more puts into its form. Who sends it has seen that page, as it stands for this very
   * wish: a program that sends the forms of the first page has not. Good once, because the version rises.
   */
  sureFor({ token, occurrence }: MailedDate, { act, date, time, roomId }: ActRequest): string {
    const subject = [token, occurrence.version, act, date, time, roomId ?? ''].join(' ');
    return this.key.derive(`${PURPOSE} sure`, subject).toString('base64url');
  }

  isSure(mailed: MailedDate, wish: ActRequest): boolean {
    return isSameSecret(Buffer.from(wish.sure), Buffer.from(this.sureFor(mailed, wish)));
  }
}
