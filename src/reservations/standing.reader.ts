import { Injectable } from '@nestjs/common';
import { ContactPointsReader } from '../contact-points/contact-points.reader.js';
import { GroupsReader } from '../groups/groups.reader.js';
import type { Representative } from '../kernel/actor.js';
import { wallTimeOf } from '../kernel/local-time.js';
import { rangeBetween } from '../kernel/time-range.js';
import { RoomsReader } from '../rooms/rooms.reader.js';
import { heldOf } from './domain/changes.js';
import type { DateWish } from './domain/verdicts.js';
import type { OccurrenceRow } from './reservations.reader.js';
import type { Wish } from './wishes.reader.js';

/** The wish to hold dates just as they stand, whatever the rules for new ones say today. Changes nothing. */
@Injectable()
export class StandingReader {
  constructor(
    private readonly contactPoints: ContactPointsReader,
    private readonly groups: GroupsReader,
    private readonly rooms: RoomsReader,
  ) {}

  /** `dates` are of one reservation, in their order, one at least. Throws NotFound, AccessRests, OutsideAccess. */
  async wishFor(actor: Representative, dates: readonly OccurrenceRow[]): Promise<Wish> {
    const groupId = dates[0]?.groupId ?? '';
    const days = dates.map(({ startsAt }) => wallTimeOf(Temporal.Instant.from(startsAt)).date);
    await this.groups.requireRulesOn(actor, groupId, { dates: days });
    return this.wishOf(dates);
  }

  /** The same on behalf of the house, whoever the group is. */
  async wishOf(dates: readonly OccurrenceRow[]): Promise<Wish> {
    const contactPoint = await this.contactPoints.requireById(dates[0]?.contactPointId ?? '');
    const people = Math.max(...dates.map(({ expectedParticipants }) => expectedParticipants));
    const visible = await this.rooms.visibleTo(contactPoint.id);
    return {
      groupId: dates[0]?.groupId ?? '',
      contactPoint,
      quota: contactPoint,
      rooms: visible.filter(({ kind, seats }) => kind !== 'practice' && seats >= people),
      dates: dates.map(dateWishOf),
      except: dates.map(({ id }) => id),
      series: null,
      isFirstOfTwo: false,
    };
  }
}

function dateWishOf(row: OccurrenceRow): DateWish {
  return {
    seriesDate: row.seriesDate,
    range: rangeBetween(row),
    holds: rangeBetween({ ...row, endsAt: row.heldUntil }),
    roomIds: [row.roomId],
    people: row.expectedParticipants,
    held: heldOf(row),
    serverBefore: row.serverId,
    isLeftOut: false,
    isMissing: false,
  };
}
