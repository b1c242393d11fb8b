import { Injectable } from '@nestjs/common';
import { GroupsReader } from '../groups/groups.reader.js';
import type { Representative } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { dateOf, startOfDay } from '../kernel/local-time.js';
import { rangeBetween, spanOf } from '../kernel/time-range.js';
import { closedByRoom, closuresAgainst, ClosuresReader, type RoomClosure } from '../rooms/closures.reader.js';
import { calledOffAt } from './domain/reasons.js';
import { DoorsReader } from './doors.reader.js';
import type { OccurrencesQuery } from './reservations.requests.js';
import { ReservationsReader } from './reservations.reader.js';
import {
  toOccurrenceView,
  toReservationView,
  type OccurrenceView,
  type ShownRow,
} from './reservations.views.js';

export { occurrenceView } from './reservations.views.js';

/** What a representative sees of their group's dates, each with their own door. */
@Injectable()
export class OwnDatesReader {
  constructor(
    private readonly groups: GroupsReader,
    private readonly reservations: ReservationsReader,
    private readonly closures: ClosuresReader,
    private readonly doors: DoorsReader,
    private readonly clock: Clock,
  ) {}

  /** From today for twelve months unless the query says otherwise. */
  async list(actor: Representative, groupId: string, query: OccurrencesQuery) {
    await this.groups.requireVisible(actor, groupId);
    const today = dateOf(this.clock.now());
    const from = query.from ? Temporal.PlainDate.from(query.from) : today;
    const to = query.to ? Temporal.PlainDate.from(query.to) : from.add({ months: 12 });
    const between = { start: startOfDay(from), end: startOfDay(to.add({ days: 1 })) };
    const offset = query.cursor ?? 0;
    const rows = await this.reservations.occurrencesOf(groupId, between, { limit: query.limit + 1, offset });
    const items = await this.views(actor, rows.slice(0, query.limit));
    return { items, nextCursor: rows.length > query.limit ? String(offset + query.limit) : null };
  }

  /** `known` is what a command has to say, and the dates where it has just written them. */
  async showReservation(
    actor: Representative,
    reservationId: string,
    known: { notice?: string | undefined; rows?: readonly ShownRow[] | undefined } = {},
  ) {
    const rows: readonly ShownRow[] =
      known.rows ?? (await this.reservations.requireOwnDates(actor, reservationId));
    return toReservationView(rows, await this.views(actor, rows), known.notice);
  }

  async showOccurrence(actor: Representative, occurrenceId: string): Promise<OccurrenceView> {
    const row = await this.reservations.requireOwnOccurrence(actor, occurrenceId);
    const [view] = await this.views(actor, [row]);
    return view as OccurrenceView;
  }

  /** What cannot be taken back because of a closure is not offered, by the same rule as when it is tried. */
  private async views(actor: Representative, rows: readonly ShownRow[]): Promise<OccurrenceView[]> {
    const now = this.clock.now();
    const views = rows.map((row) =>
      toOccurrenceView(row, this.doors.enterUrlOf(row.id, actor.personId), now),
    );
    const offered = rows.filter((_, index) => views[index]?.restorableUntil !== undefined);
    const span = spanOf(offered.map(rangeBetween));
    if (!span) return views;
    const of = { contactPointId: actor.contactPointId, roomIds: offered.map(({ roomId }) => roomId) };
    const closures = await this.closures.closuresFor(of, span.start);
    const closed = new Set(offered.filter((row) => isClosedFor(row, closures)).map(({ id }) => id));
    return views.map((view) => (closed.has(view.id) ? { ...view, restorableUntil: undefined } : view));
  }
}

/** Whether a date that its group called off cannot come back to its room. */
function isClosedFor(row: ShownRow, closures: readonly RoomClosure[]): boolean {
  const against = closuresAgainst(closures, calledOffAt(row));
  return (closedByRoom(against, [row.roomId], rangeBetween(row)).get(row.roomId) ?? []).length > 0;
}
