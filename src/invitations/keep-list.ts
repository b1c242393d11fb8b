import { Injectable } from '@nestjs/common';
import { GroupsReader } from '../groups/groups.reader.js';
import type { Representative } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { MOST_INVITEES } from '../kernel/house-rules.js';
import { Transactions } from '../platform/database/transactions.js';
import { readAddresses } from './domain/address-list.js';
import { BadAddresses, TooManyInvitees } from './invitations.errors.js';
import type { KeepListRequest } from './invitations.requests.js';
import { KeptListsStore } from './kept-lists.store.js';

const TOO_MANY = `Die Liste kann höchstens ${MOST_INVITEES} Personen enthalten.`;

/** A representative keeps the group's addresses for the next time, or keeps none any more. */
@Injectable()
export class KeepList {
  constructor(
    private readonly groups: GroupsReader,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly store: KeptListsStore,
  ) {}

  /** What was kept before is replaced. Throws NotFound, AccessRests, BadAddresses, TooManyInvitees. */
  async run(actor: Representative, groupId: string, { items, keep }: KeepListRequest): Promise<void> {
    await this.groups.requireVisible(actor, groupId);
    if (!keep) return this.transactions.run((tx) => this.store.forget(tx, groupId));
    await this.groups.requireAccess(groupId);
    const { good, bad } = readAddresses(items);
    if (bad.length > 0) throw new BadAddresses(bad, 'Die Liste wurde noch nicht gespeichert.');
    if (good.length > MOST_INVITEES) throw new TooManyInvitees(TOO_MANY);
    const list = { items: good, now: this.clock.now() };
    await this.transactions.run((tx) => this.store.keep(tx, groupId, list));
  }
}
