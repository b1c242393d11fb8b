import { Injectable } from '@nestjs/common';
import type { Representative } from '../kernel/actor.js';
import { NotFound } from '../kernel/domain-error.js';
import { wallTimeOf } from '../kernel/local-time.js';
import { Events } from '../platform/events/events.js';
import { doneBefore } from '../platform/idempotency/repeatable-request.js';
import { RoomsReader } from '../rooms/rooms.reader.js';
import { changed } from './domain/changes.js';
import { NO_SUCH_HOUR } from './domain/reasons.js';
import { HoldRooms } from './hold-rooms.js';
import { RoomAlreadyTaken } from './reservations.errors.js';
import { datesRestored } from './reservations.events.js';
import { ReservationsReader, type OccurrenceRow } from './reservations.reader.js';
import type { TakeUpRequest } from './reservations.requests.js';
import { ReservationsStore } from './reservations.store.js';
import type { JudgedDateView } from './reservations.views.js';
import { VerdictsReader } from './verdicts.reader.js';
import { WishesReader } from './wishes.reader.js';

/** A representative takes up again a date of a series that was left out. */
@Injectable()
export class TakeUpDate {
  constructor(
    private readonly reservations: ReservationsReader,
    private readonly rooms: RoomsReader,
    private readonly wishes: WishesReader,
    private readonly verdicts: VerdictsReader,
    private readonly holdRooms: HoldRooms,
    private readonly store: ReservationsStore,
    private readonly events: Events,
  ) {}

  /** Returns the id of the date. Throws NotFound, what a wish throws, Outdated, RoomAlreadyTaken with what is free. */
  async run(
    actor: Representative,
    reservationId: string,
    request: TakeUpRequest,
  ): Promise<{ occurrenceId: string }> {
    const all = await this.reservations.requireOwnDates(actor, reservationId);
    const before = doneBefore();
    if (before) return before.result as { occurrenceId: string };
    const leftOut = leftOutOn(request.date, all);
    if (!leftOut) throw new NotFound();
    const { id, groupId, version } = leftOut;
    const { time, roomId } = request;
    if (roomId === undefined) await this.requireRoom(actor, leftOut, time);
    const wish = await this.wishes.readDays(actor, groupId, { days: [changed(leftOut, { time, roomId })] });
    // Nobody has chosen the time right after the hour that the clocks skip.
    const isMissing = time === undefined && leftOut.reason === NO_SUCH_HOUR;
    const dates = wish.dates.map((date) => ({ ...date, isMissing }));
    return this.holdRooms.run({ ...wish, dates }, async (tx, [judged]) => {
      await this.store.touch(tx, reservationId);
      if (judged) await this.store.place(tx, [{ id, version, judged, isTold: true }]);
      await this.events.publish(tx, datesRestored, { occurrenceIds: [id] });
      return { occurrenceId: id };
    });
  }

  /** Its room may be one that the group sees no more: that one is closed to it, and one that is free is named instead. */
  private async requireRoom(
    actor: Representative,
    leftOut: OccurrenceRow,
    time: string | undefined,
  ): Promise<void> {
    const { groupId, roomId, contactPointId } = leftOut;
    const visible = await this.rooms.visibleAmong({ ids: [roomId], held: [] }, contactPointId);
    if (visible.length > 0) return;
    const days = [changed(leftOut, { time, roomId: 'any' })];
    const wish = await this.wishes.readDays(actor, groupId, { days });
    const { judged } = await this.verdicts.judge(wish);
    const described = await this.verdicts.describe(wish, judged);
    throw new RoomAlreadyTaken(described.map(closedToGroup), true);
  }
}

/** What stands in the way of every room says more than that the one is closed. */
function closedToGroup({ room, ...date }: JudgedDateView): JudgedDateView {
  if (!room) return date;
  return { ...date, verdict: 'closed', alternatives: [{ roomId: room.id, roomName: room.name }] };
}

/** The day that is shown names a date, and where two share it or none has it, the day that the rule gave. */
function leftOutOn(date: string, all: readonly OccurrenceRow[]): OccurrenceRow | undefined {
  const leftOut = all.filter(({ state }) => state === 'leftOut');
  const shown = leftOut.filter(({ startsAt }) => wallTimeOf(Temporal.Instant.from(startsAt)).date === date);
  const among = shown.length > 0 ? shown : leftOut;
  return shown.length === 1 ? shown[0] : among.find(({ seriesDate }) => seriesDate === date);
}
