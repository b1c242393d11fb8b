import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { NotFound } from '../kernel/domain-error.js';
import { Transactions } from '../platform/database/transactions.js';
import { GuestsReader } from './guests.reader.js';
import { LinkEnded } from './invitations.errors.js';
import { ParticipantsStore } from './participants.store.js';

/** Somebody who is invited says whether they come, as often as they like; of a series it is said of all its dates. */
@Injectable()
export class ReplyToInvitation {
  constructor(
    private readonly guests: GuestsReader,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly store: ParticipantsStore,
  ) {}

  /** Throws NotFound, also for representatives, whom nobody has asked; LinkEnded, DoorRests. */
  async run(token: string, reply: 'yes' | 'no'): Promise<void> {
    const { invitee, door } = await this.guests.requireGuest(token);
    if (!invitee) throw new NotFound();
    if (door.kind === 'cancelled' || door.kind === 'over') throw new LinkEnded(door.kind);
    const now = this.clock.now();
    await this.transactions.run((tx) => this.store.setReply(tx, invitee.id, { reply, now }));
  }
}
