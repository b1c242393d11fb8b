import { Injectable } from '@nestjs/common';
import { GroupsReader } from '../groups/groups.reader.js';
import type { Representative } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { Outdated } from '../kernel/domain-error.js';
import { MOST_INVITEES } from '../kernel/house-rules.js';
import { Transactions, type Tx } from '../platform/database/transactions.js';
import { readAddresses, type TypedInvitee } from './domain/address-list.js';
import { BadAddresses, TooManyInvitees } from './invitations.errors.js';
import type { KeepListRequest } from './invitations.requests.js';
import { KeptListsReader } from './kept-lists.reader.js';
import { KeptListsStore } from './kept-lists.store.js';

const TOO_MANY = `Die Liste kann höchstens ${MOST_INVITEES} Personen enthalten.`;

interface Wish {
  list: KeepListRequest;
  expectedVersion: number | undefined;
}

/** A representative keeps the group's addresses for the next time, or keeps none any more. */
@Injectable()
export class KeepList {
  constructor(
    private readonly groups: GroupsReader,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly store: KeptListsStore,
    private readonly lists: KeptListsReader,
  ) {}

  /**
   * What was kept before is replaced, if it still is what the caller has seen: whoever has gone off the list since does
   * not come back. Throws NotFound, AccessRests, BadAddresses, TooManyInvitees, Outdated.
   */
  async run(actor: Representative, groupId: string, { list, expectedVersion }: Wish): Promise<void> {
    await this.groups.requireVisible(actor, groupId);
    const items = list.keep ? await this.requireGood(groupId, list) : undefined;
    const now = this.clock.now();
    await this.transactions.run(async (tx) => {
      await this.store.lock(tx, groupId, now);
      await this.refuseOutdated(tx, groupId, expectedVersion);
      await (items ? this.store.keep(tx, groupId, { items, now }) : this.store.forget(tx, groupId));
    });
  }

  private async requireGood(groupId: string, { items }: KeepListRequest): Promise<TypedInvitee[]> {
    await this.groups.requireAccess(groupId);
    const { good, bad } = readAddresses(items);
    if (bad.length > 0) throw new BadAddresses(bad, 'Die Liste wurde noch nicht gespeichert.');
    if (good.length > MOST_INVITEES) throw new TooManyInvitees(TOO_MANY);
    return good;
  }

  private async refuseOutdated(tx: Tx, groupId: string, expectedVersion: number | undefined): Promise<void> {
    if (expectedVersion === undefined) return;
    const { version } = await this.lists.read(groupId, tx);
    if (version !== expectedVersion) throw new Outdated();
  }
}
