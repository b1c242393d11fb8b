import { Injectable } from '@nestjs/common';
import { GroupsReader } from '../groups/groups.reader.js';
import type { Representative } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { doneBefore } from '../platform/idempotency/repeatable-request.js';
import { ReservationsReader } from '../reservations/reservations.reader.js';
import { DueMeetingsReader } from './due-meetings.reader.js';
import { DateIsOver } from './meetings.errors.js';
import { roomLeaked } from './meetings.events.js';

/** A representative moves a date into another Jitsi room, say because strangers have found the old one. */
@Injectable()
export class ChangeRoom {
  constructor(
    private readonly reservations: ReservationsReader,
    private readonly groups: GroupsReader,
    private readonly meetings: DueMeetingsReader,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly events: Events,
  ) {}

  /** Throws NotFound, AccessRests, DateIsOver. */
  async run(actor: Representative, occurrenceId: string): Promise<void> {
    const { groupId, state } = await this.reservations.requireOwnOccurrence(actor, occurrenceId);
    await this.groups.requireAccess(groupId);
    const now = this.clock.now();
    const notOver = await this.meetings.notOver({ occurrenceId }, now);
    if ((notOver.length === 0 || state !== 'planned') && !doneBefore()) throw new DateIsOver();
    await this.transactions.run((tx) => this.events.publish(tx, roomLeaked, { occurrenceIds: notOver }));
  }
}
