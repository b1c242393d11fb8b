import { Injectable, type OnModuleInit } from '@nestjs/common';
import { representativeRemoved } from '../groups/groups.events.js';
import { Clock } from '../kernel/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { DueMeetingsReader, type DatesOf } from './due-meetings.reader.js';
import { guestTurnedAway } from './meetings.events.js';
import { MeetingsStore } from './meetings.store.js';
import { ParticipantIds } from './participant-ids.js';

/**
 * Whoever was taken off the list or represents the group no more is put out of the meeting, though the token in their
 * browser would still be good. The PIN they read opens nothing more, unless others have it in their mails.
 */
@Injectable()
export class TurnAway implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly meetings: DueMeetingsReader,
    private readonly participants: ParticipantIds,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly store: MeetingsStore,
  ) {}

  onModuleInit(): void {
    this.events.on(guestTurnedAway, 'turn-away', ({ guestIds, ...to }) => this.turnAway(to, guestIds));
    this.events.on(representativeRemoved, 'turn-away', ({ groupId, representativeId }) =>
      this.turnAway({ groupId }, [representativeId]),
    );
  }

  private async turnAway(from: DatesOf, guestIds: readonly string[]): Promise<void> {
    const occurrenceIds = await this.meetings.notOver(from, this.clock.now());
    const guests = occurrenceIds.flatMap((occurrenceId) =>
      guestIds.map((guestId) => {
        return { occurrenceId, participantId: this.participants.of(occurrenceId, guestId) };
      }),
    );
    await this.transactions.run(async (tx) => {
      await this.store.turnAway(tx, guests);
      await this.store.renewUnsentPins(tx, occurrenceIds);
    });
  }
}
