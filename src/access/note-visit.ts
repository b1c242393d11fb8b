import { Injectable } from '@nestjs/common';
import { representativeVisited } from '../groups/unused-groups.events.js';
import { UnusedGroupsReader } from '../groups/unused-groups.reader.js';
import type { Representative } from '../kernel/actor.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { log } from '../platform/logging/log.js';

/**
 * Somebody who stays signed in opens the house: their groups are in use. Written once a day, and never in the way of
 * those who only want to look: where nothing can be written, the next look tells.
 */
@Injectable()
export class NoteVisit {
  constructor(
    private readonly unused: UnusedGroupsReader,
    private readonly transactions: Transactions,
    private readonly events: Events,
  ) {}

  async run({ personId }: Representative): Promise<void> {
    try {
      if (await this.unused.hasNotedVisit(personId)) return;
      await this.transactions.run((tx) => this.events.publish(tx, representativeVisited, { personId }));
    } catch (error) {
      log.warn({ code: (error as { code?: string }).code }, 'a visit could not be noted');
    }
  }
}
