import { Injectable } from '@nestjs/common';
import type { Representative, Staff } from '../kernel/actor.js';
import { NotAllowed, NotFound } from '../kernel/domain-error.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { Mails, type MailRequest } from '../platform/mail/mails.js';
import { FreshCodeNeeded, LastRepresentative, NobodyHasCome } from './groups.errors.js';
import { REPRESENTATIVE_MAILS, representativeRemoved } from './groups.events.js';
import { GroupsReader, type GroupRow } from './groups.reader.js';
import { GroupsStore } from './groups.store.js';
import { RepresentativesStore } from './representatives.store.js';

type Row = GroupRow['representatives'][number];

/**
 * Somebody ceases to represent a group: the contact point takes them off, or they give the task up themselves. From that
 * moment they are no more to the group than whoever has its link. Everybody gets word, and who represents nothing else is
 * forgotten.
 */
@Injectable()
export class RemoveRepresentative {
  constructor(
    private readonly groups: GroupsReader,
    private readonly transactions: Transactions,
    private readonly store: GroupsStore,
    private readonly representatives: RepresentativesStore,
    private readonly mails: Mails,
    private readonly events: Events,
  ) {}

  /** Throws NotFound, LastRepresentative; to representatives also NotAllowed, FreshCodeNeeded, NobodyHasCome. */
  async run(actor: Staff | Representative, groupId: string, representativeId: string): Promise<void> {
    const before = await this.groups.requireVisible(actor, groupId);
    const leaving = rowIn(before, representativeId);
    const { id, personId } = leaving;
    if (actor.kind === 'representative') refuseOthers(actor, leaving);
    // Nobody fetches a code for what is refused anyway.
    refuseToGo(actor, othersIn(before, id));
    if (actor.kind === 'representative' && !actor.hasFreshCode) throw new FreshCodeNeeded();
    await this.transactions.run(async (tx) => {
      await this.store.lockState(tx, groupId);
      const group = await this.groups.requireVisible(actor, groupId, tx);
      rowIn(group, id);
      const others = othersIn(group, id);
      refuseToGo(actor, others);
      await this.representatives.remove(tx, leaving);
      const sequence = await this.representatives.raiseVersion(tx, groupId);
      await this.mails.forget(tx, [id]);
      await this.mails.queueAll(tx, mailsAbout(leaving, { others, groupId, sequence }));
      await this.events.publish(tx, representativeRemoved, { groupId, representativeId: id, personId });
    });
  }
}

function mailsAbout(
  { personId }: Row,
  { others, groupId, sequence }: { others: Row[]; groupId: string; sequence: number },
): MailRequest[] {
  const { farewell, left } = REPRESENTATIVE_MAILS;
  const toOthers = others.map(({ id }) => ({ kind: left, about: id, concerning: personId, sequence }));
  return [{ kind: farewell, about: personId, concerning: groupId, sequence }, ...toOthers];
}

/** Throws NotFound. */
function rowIn({ representatives }: GroupRow, id: string): Row {
  const row = representatives.find((each) => each.id === id);
  if (!row) throw new NotFound();
  return row;
}

function othersIn({ representatives }: GroupRow, id: string): Row[] {
  return representatives.filter((each) => each.id !== id);
}

function refuseToGo({ kind }: Staff | Representative, others: Row[]): void {
  if (others.length === 0) throw new LastRepresentative();
  if (kind === 'representative' && !others.some(({ hasCome }) => hasCome)) throw new NobodyHasCome();
}

function refuseOthers({ personId }: Representative, leaving: Row): void {
  if (leaving.personId !== personId)
    throw new NotAllowed(
      'Andere Ansprechpersonen kann nur Ihre Kontaktstelle entfernen. Bitte rufen Sie dort an.',
    );
}
