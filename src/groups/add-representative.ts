import { Injectable } from '@nestjs/common';
import type { Representative, Staff } from '../kernel/actor.js';
import { emailKey } from '../kernel/email-address.js';
import { MOST_ADDED_A_DAY, MOST_REPRESENTATIVES } from '../kernel/house-rules.js';
import { Transactions, type Tx } from '../platform/database/transactions.js';
import { doneBefore } from '../platform/idempotency/repeatable-request.js';
import { Mails } from '../platform/mail/mails.js';
import { RateLimits } from '../platform/rate-limit/rate-limits.js';
import {
  AccessEnded,
  AlreadyRepresentative,
  FreshCodeNeeded,
  TooManyAddedToday,
  TooManyRepresentatives,
} from './groups.errors.js';
import { REPRESENTATIVE_MAILS } from './groups.events.js';
import { GroupsReader, type GroupRow } from './groups.reader.js';
import type { NewRepresentative } from './groups.requests.js';
import { GroupsStore } from './groups.store.js';
import { RepresentativesStore } from './representatives.store.js';

/** Nobody can have strangers' mailboxes filled in the name of a group. */
const ADDED_A_DAY = { name: 'representatives-added', points: MOST_ADDED_A_DAY, seconds: 86_400 };

/**
 * Somebody more comes to represent a group, named by the contact point or by a representative: dates and links stay. They
 * get a mail that says how to go on, and everybody who represents the group already gets word.
 */
@Injectable()
export class AddRepresentative {
  constructor(
    private readonly groups: GroupsReader,
    private readonly limits: RateLimits,
    private readonly transactions: Transactions,
    private readonly store: GroupsStore,
    private readonly representatives: RepresentativesStore,
    private readonly mails: Mails,
  ) {}

  /**
   * Throws NotFound, AccessEnded, AlreadyRepresentative, TooManyRepresentatives; to representatives also FreshCodeNeeded,
   * AccessRests and TooManyAddedToday.
   */
  async run(actor: Staff | Representative, groupId: string, who: NewRepresentative): Promise<void> {
    await this.groups.requireVisible(actor, groupId);
    if (doneBefore()) return;
    let added = 0;
    const add = () =>
      this.transactions.run(async (tx) => {
        await this.add(tx, actor, { groupId, who });
        added++;
      });
    if (actor.kind === 'staff') return add();
    if (!actor.hasFreshCode) {
      // Nobody fetches a code for what is refused anyway.
      refuseSuperfluous(await this.groups.requireAccessOn(actor, groupId, { dates: [] }), who);
      throw new FreshCodeNeeded();
    }
    if (!(await this.limits.mayTry(ADDED_A_DAY, groupId))) throw new TooManyAddedToday();
    try {
      await add();
    } finally {
      // Refused, or a repeat of what was done: nobody got a mail by it.
      if (added === 0) await this.limits.giveBack(ADDED_A_DAY, groupId);
    }
  }

  private async add(
    tx: Tx,
    actor: Staff | Representative,
    { groupId, who }: { groupId: string; who: NewRepresentative },
  ): Promise<void> {
    const state = await this.store.lockState(tx, groupId);
    const group =
      actor.kind === 'staff'
        ? await this.groups.requireVisible(actor, groupId, tx)
        : await this.groups.requireAccessOn(actor, groupId, { dates: [], manager: tx });
    if (state === 'ended') throw new AccessEnded();
    refuseSuperfluous(group, who);
    const isNamedByGroup = actor.kind === 'representative';
    const added = await this.representatives.add(tx, group, { ...who, isNamedByGroup });
    const sequence = await this.representatives.raiseVersion(tx, groupId);
    const { handOver, came } = REPRESENTATIVE_MAILS;
    const by = isNamedByGroup ? { concerning: actor.personId } : {};
    await this.mails.queueAll(tx, [
      { kind: handOver, about: added.id, sequence, ...by },
      ...group.representatives.map(({ id }) => {
        return { kind: came, about: id, concerning: added.personId, sequence };
      }),
    ]);
  }
}

function refuseSuperfluous({ representatives }: GroupRow, who: NewRepresentative): void {
  const known = representatives.find(({ email }) => emailKey(email) === emailKey(who.email));
  if (known) throw new AlreadyRepresentative();
  if (representatives.length >= MOST_REPRESENTATIVES) throw new TooManyRepresentatives();
}
