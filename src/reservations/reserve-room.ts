import { Inject, Injectable } from '@nestjs/common';
import type { ContactPoint } from '../contact-points/contact-point.entity.js';
import { ContactPointsReader } from '../contact-points/contact-points.reader.js';
import { GroupsReader } from '../groups/groups.reader.js';
import type { Representative } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { NotFound } from '../kernel/domain-error.js';
import type { TimeRange } from '../kernel/time-range.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Transactions, type Tx } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import type { Room } from '../rooms/room.entity.js';
import { RoomsReader } from '../rooms/rooms.reader.js';
import { AlternativesReader } from './alternatives.reader.js';
import { faultOf } from './domain/booking-rules.js';
import { timesOf } from './domain/occurrence-times.js';
import { fittingRooms } from './domain/room-choice.js';
import * as errors from './reservations.errors.js';
import { reservationMade } from './reservations.events.js';
import type { ReserveRequest } from './reservations.requests.js';
import { ReservationsStore } from './reservations.store.js';

export interface Reserved {
  reservationId: string;
  notice?: string;
}

const FIRST_OF_TWO =
  'In dieser Nacht werden die Uhren zurückgestellt, und diese Uhrzeit kommt zweimal vor. Gemeint ist das erste Mal.';

/** Rolls the transaction back; never leaves this file. */
class NothingFree extends Error {}

interface Settled {
  actor: Representative;
  groupId: string;
  wish: ReserveRequest;
  range: TimeRange;
  wished: Room[];
}

/** A representative reserves a room for one date. Either the group holds the room afterwards, or nothing happened. */
@Injectable()
export class ReserveRoom {
  constructor(
    private readonly contactPoints: ContactPointsReader,
    private readonly groups: GroupsReader,
    private readonly rooms: RoomsReader,
    private readonly alternatives: AlternativesReader,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly store: ReservationsStore,
    private readonly events: Events,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Throws NotFound, AccessRests, OutsideAccess, AgainstTheRules and its kin, RoomAlreadyTaken with what is free instead. */
  async run(actor: Representative, groupId: string, wish: ReserveRequest): Promise<Reserved> {
    const group = await this.groups.requireAccessOn(actor, groupId, wish.date);
    const contactPoint = await this.contactPoints.requireById(group.contactPointId);
    const { range, notice } = this.settleTimes(wish, contactPoint);
    const { wished, fitting } = await this.roomsFor(wish, contactPoint);
    try {
      const reservationId = await this.transactions.run((tx) =>
        this.hold(tx, { actor, groupId, wish, range, wished }),
      );
      return { reservationId, notice };
    } catch (error) {
      if (!(error instanceof NothingFree)) throw error;
      const clash = await this.alternatives.describeClash(range, fitting, contactPoint);
      throw new errors.RoomAlreadyTaken(clash, wish.roomId === 'any');
    }
  }

  private async hold(tx: Tx, { actor, groupId, wish, range, wished }: Settled): Promise<string> {
    const { host } = new URL(this.config.publicUrl);
    const reservationId = await this.store.addReservation(tx, { groupId, madeBy: actor.personId, host });
    const roomIds = wished.map(({ id }) => id);
    const { expectedParticipants } = wish;
    const occurrenceId = await this.store.hold(tx, {
      reservationId,
      groupId,
      roomIds,
      range,
      expectedParticipants,
    });
    if (!occurrenceId) throw new NothingFree();
    await this.events.publish(tx, reservationMade, { reservationId, occurrenceIds: [occurrenceId] });
    return reservationId;
  }

  private settleTimes(wish: ReserveRequest, contactPoint: ContactPoint) {
    const times = timesOf(wish);
    if (times.kind === 'missing') throw new errors.TimeDoesNotExist();
    const fault = faultOf({ ...wish, range: times.range }, contactPoint, this.clock.now());
    if (fault) throw new errors.AgainstTheRules(fault, contactPoint);
    return { range: times.range, notice: times.isFirstOfTwo ? FIRST_OF_TWO : undefined };
  }

  /** `wished` are the rooms that may be held, `fitting` the same and then all others that would do. */
  private async roomsFor({ roomId, expectedParticipants }: ReserveRequest, contactPoint: ContactPoint) {
    const visible = await this.rooms.visibleTo(contactPoint);
    const fitting = fittingRooms(visible, expectedParticipants);
    if (roomId === 'any') {
      if (fitting.length === 0) throw new errors.NoRoomIsThatLarge();
      return { wished: fitting, fitting };
    }
    const room = visible.find(({ id }) => id === roomId);
    if (!room) throw new NotFound();
    if (room.kind === 'practice') throw new errors.NeedsNoReservation();
    if (room.seats < expectedParticipants) throw new errors.TooManyForTheRoom(room.seats);
    return { wished: [room], fitting: [room, ...fitting.filter(({ id }) => id !== roomId)] };
  }
}
