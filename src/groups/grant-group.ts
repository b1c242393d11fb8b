import { Injectable } from '@nestjs/common';
import type { Staff } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { emailKey } from '../kernel/email-address.js';
import { dateOf } from '../kernel/local-time.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { PeriodEndsBeforeItBegins, SameRepresentativeTwice } from './groups.errors.js';
import { groupGranted } from './groups.events.js';
import type { GrantRequest } from './groups.requests.js';
import { GroupsStore } from './groups.store.js';
import { RepresentativesStore } from './representatives.store.js';

/** A contact point gives a group access and names its representatives; each of them gets a mail. */
@Injectable()
export class GrantGroup {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly store: GroupsStore,
    private readonly representatives: RepresentativesStore,
    private readonly events: Events,
  ) {}

  /** Returns the id of the group. Throws SameRepresentativeTwice, PeriodEndsBeforeItBegins. */
  async run(actor: Staff, request: GrantRequest): Promise<string> {
    const keys = request.representatives.map(({ email }) => emailKey(email));
    if (new Set(keys).size < keys.length) throw new SameRepresentativeTwice();
    const today = dateOf(this.clock.now()).toString();
    const accessFrom = request.accessFrom ?? today;
    const accessUntil = request.accessUntil ?? null;
    if (accessUntil !== null && accessUntil < accessFrom) throw new PeriodEndsBeforeItBegins();

    return this.transactions.run(async (tx) => {
      const { contactPointId } = actor;
      const { label, topic = null } = request;
      const groupId = await this.store.addGroup(tx, {
        contactPointId,
        label,
        topic,
        accessFrom,
        accessUntil,
        usedOn: today,
      });
      const representativeIds: string[] = [];
      for (const who of request.representatives) {
        const { id } = await this.representatives.add(tx, { id: groupId, contactPointId }, who);
        representativeIds.push(id);
      }
      await this.events.publish(tx, groupGranted, { groupId, representativeIds });
      return groupId;
    });
  }
}
