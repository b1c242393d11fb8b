import { Injectable } from '@nestjs/common';
import { GroupsReader } from '../groups/groups.reader.js';
import type { Representative } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { MOST_INVITEES } from '../kernel/house-rules.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { ReservationsReader, type OccurrenceRow } from '../reservations/reservations.reader.js';
import { readAddresses } from './domain/address-list.js';
import { BadAddresses, NothingToInviteTo, TooManyInvitees } from './invitations.errors.js';
import { inviteesAdded } from './invitations.events.js';
import type { InviteRequest } from './invitations.requests.js';
import { InvitationsStore } from './invitations.store.js';

/** A representative invites people to a date. All addresses are good and everybody is invited, or nobody is. */
@Injectable()
export class InvitePeople {
  constructor(
    private readonly reservations: ReservationsReader,
    private readonly groups: GroupsReader,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly store: InvitationsStore,
    private readonly events: Events,
  ) {}

  /** Who is invited already stays so and gets no second mail. Throws AccessRests, BadAddresses, TooManyInvitees, NothingToInviteTo. */
  async run(actor: Representative, occurrenceId: string, { invitees }: InviteRequest): Promise<void> {
    const occurrence = await this.reservations.requireOwnOccurrence(actor, occurrenceId);
    await this.groups.requireAccess(occurrence.groupId);
    this.refuseEnded(occurrence);
    const { good, bad } = readAddresses(invitees);
    if (bad.length > 0) throw new BadAddresses(bad);
    if (good.length > MOST_INVITEES) throw new TooManyInvitees();

    await this.transactions.run(async (tx) => {
      if (!(await this.store.lockPlannedDate(tx, occurrenceId))) throw new NothingToInviteTo();
      const inviteeIds = await this.store.addInvitees(tx, occurrenceId, good);
      if ((await this.store.countInvitees(tx, occurrenceId)) > MOST_INVITEES) throw new TooManyInvitees();
      if (inviteeIds.length > 0) await this.events.publish(tx, inviteesAdded, { occurrenceId, inviteeIds });
    });
  }

  private refuseEnded({ state, endsAt }: OccurrenceRow): void {
    const isOver = Temporal.Instant.from(endsAt).epochMilliseconds <= this.clock.now().epochMilliseconds;
    if (state !== 'planned' || isOver) throw new NothingToInviteTo();
  }
}
