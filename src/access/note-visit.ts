import { Injectable } from '@nestjs/common';
import { representativeVisited } from '../groups/unused-groups.events.js';
import { UnusedGroupsReader } from '../groups/unused-groups.reader.js';
import type { Representative } from '../kernel/actor.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';

/** Somebody who stays signed in opens the house: their groups are in use. Written once a day. */
@Injectable()
export class NoteVisit {
  constructor(
    private readonly unused: UnusedGroupsReader,
    private readonly transactions: Transactions,
    private readonly events: Events,
  ) {}

  async run({ personId }: Representative): Promise<void> {
    if (await this.unused.areUsedToday(personId)) return;
    await this.transactions.run((tx) => this.events.publish(tx, representativeVisited, { personId }));
  }
}
