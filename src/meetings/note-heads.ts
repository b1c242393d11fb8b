import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { log } from '../platform/logging/log.js';
import { Transactions } from '../platform/database/transactions.js';
import type { BeatRequest } from './meetings.requests.js';
import { MeetingsStore } from './meetings.store.js';
import { TrialSlotsStore } from './trial-slots.store.js';

/**
 * A Jitsi server tells how many people are in its rooms, and nothing else about them. What cannot be written down is left:
 * the answer to the server matters more, and the next beat tells it again.
 */
@Injectable()
export class NoteHeads {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly store: MeetingsStore,
    private readonly trials: TrialSlotsStore,
  ) {}

  async run(serverId: string, rooms: BeatRequest['rooms']): Promise<void> {
    const heads = new Map(rooms.map(({ room, participants }) => [room, participants]));
    try {
      const now = this.clock.now();
      await this.transactions.run(async (tx) => {
        await this.trials.noteBeat(tx, serverId, now);
        await this.store.noteHeads(tx, { serverId, heads }, now);
      });
    } catch (error) {
      log.warn({ code: (error as { code?: string }).code }, 'head counts could not be noted');
    }
  }
}
