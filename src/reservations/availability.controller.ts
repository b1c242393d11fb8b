import { Controller, Get, Param, Query, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { ContactPointsReader } from '../contact-points/contact-points.reader.js';
import { ReadableFromListedOrigins } from '../contact-points/listed-origins.reader.js';
import { startOfDay } from '../kernel/local-time.js';
import type { TimeRange } from '../kernel/time-range.js';
import { Transactions } from '../platform/database/transactions.js';
import { AllowedTo } from '../platform/http/allowed-to.js';
import { RoomsReader } from '../rooms/rooms.reader.js';
import { ClosuresReader } from '../rooms/closures.reader.js';
import { availabilityView, toAvailabilityView } from './availability.views.js';
import { PeriodTooLong } from './reservations.errors.js';
import { ReservationsReader } from './reservations.reader.js';
import { periodQuery, type PeriodQuery } from './reservations.requests.js';

const MOST_DAYS = 31;

@Controller('api/contact-points')
export class AvailabilityController {
  constructor(
    private readonly contactPoints: ContactPointsReader,
    private readonly rooms: RoomsReader,
    private readonly closures: ClosuresReader,
    private readonly reservations: ReservationsReader,
    private readonly transactions: Transactions,
  ) {}

  @Get(':slug/availability')
  @AllowedTo('visitor')
  @UseInterceptors(ReadableFromListedOrigins)
  @ApiOkResponse({ standardSchema: availabilityView })
  async show(@Param('slug') slug: string, @Query({ schema: periodQuery }) period: PeriodQuery) {
    const between = rangeOf(period);
    const contactPointId = await this.contactPoints.requireIdOf(slug);
    const rooms = await this.rooms.visibleTo(contactPointId);
    const roomIds = rooms.map(({ id }) => id);
    const [taken, { closed, noServerOpen }] = await this.transactions.ask((manager) =>
      Promise.all([
        this.reservations.takenBetween(roomIds, between, manager),
        this.closures.closedFor({ contactPointId, roomIds }, between, manager),
      ]),
    );
    return { ...toAvailabilityView(rooms, taken, closed), noServerOpen };
  }
}

/** Both days belong to it. Throws PeriodTooLong. */
function rangeOf({ from, to }: PeriodQuery): TimeRange {
  const first = Temporal.PlainDate.from(from);
  const last = Temporal.PlainDate.from(to);
  const { days } = first.until(last);
  if (days < 0 || days >= MOST_DAYS) throw new PeriodTooLong();
  return { start: startOfDay(first), end: startOfDay(last.add({ days: 1 })) };
}
