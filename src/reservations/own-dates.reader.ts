import { Injectable } from '@nestjs/common';
import { GroupsReader } from '../groups/groups.reader.js';
import type { Representative } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { dateOf, startOfDay } from '../kernel/local-time.js';
import { DoorsReader } from './doors.reader.js';
import type { OccurrencesQuery } from './reservations.requests.js';
import { ReservationsReader, type OccurrenceRow } from './reservations.reader.js';
import {
  toOccurrenceView,
  toReservationView,
  type OccurrenceView,
  type ShownRow,
} from './reservations.views.js';
import { RestorableReader } from './restorable.reader.js';

export { occurrenceView } from './reservations.views.js';

/** What a representative sees of their group's dates, each with their own door. */
@Injectable()
export class OwnDatesReader {
  constructor(
    private readonly groups: GroupsReader,
    private readonly reservations: ReservationsReader,
    private readonly restorable: RestorableReader,
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
    // Of what was just reserved nothing was called off.
    if (known.rows) return toReservationView(known.rows, this.plainViews(actor, known.rows), known.notice);
    const rows = await this.reservations.requireOwnDates(actor, reservationId);
    return toReservationView(rows, await this.views(actor, rows), known.notice);
  }

  async showOccurrence(actor: Representative, occurrenceId: string): Promise<OccurrenceView> {
    const row = await this.reservations.requireOwnOccurrence(actor, occurrenceId);
    const [view] = await this.views(actor, [row]);
    return view as OccurrenceView;
  }

  /** What could not be taken back is not offered. */
  private async views(actor: Representative, rows: readonly OccurrenceRow[]): Promise<OccurrenceView[]> {
    const views = this.plainViews(actor, rows);
    const offered = rows.filter((_, index) => views[index]?.restorableUntil !== undefined);
    const restorable = await this.restorable.idsAmong(offered);
    return views.map((view) => (restorable.has(view.id) ? view : { ...view, restorableUntil: undefined }));
  }

  private plainViews(actor: Representative, rows: readonly ShownRow[]): OccurrenceView[] {
    const now = this.clock.now();
    return rows.map((row) => toOccurrenceView(row, this.doors.enterUrlOf(row.id, actor.personId), now));
  }
}
