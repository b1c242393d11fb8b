import { Injectable } from '@nestjs/common';
import { GroupsReader } from '../groups/groups.reader.js';
import type { Representative } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { roomLeaked } from '../meetings/meetings.events.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { ReservationsReader } from '../reservations/reservations.reader.js';
import { GroupLinksStore } from './group-links.store.js';

/**
 * A representative takes a new link for the group, say because strangers know the old one, which opens nothing more. Whoever
 * came in by it knows the Jitsi rooms: these change, too.
 */
@Injectable()
export class RenewGroupLink {
  constructor(
    private readonly groups: GroupsReader,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly links: GroupLinksStore,
    private readonly reservations: ReservationsReader,
    private readonly events: Events,
  ) {}

  /** Throws NotFound. */
  async run(actor: Representative, groupId: string): Promise<void> {
    await this.groups.requireVisible(actor, groupId);
    const now = this.clock.now();
    const occurrenceIds = await this.reservations.idsAheadOf(groupId, now);
    await this.transactions.run(async (tx) => {
      await this.links.renew(tx, groupId, now);
      await this.events.publish(tx, roomLeaked, { occurrenceIds });
    });
  }
}
