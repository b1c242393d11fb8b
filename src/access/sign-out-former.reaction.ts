import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FormerRepresentativesReader } from '../groups/former-representatives.reader.js';
import { peopleForgotten, representativeRemoved } from '../groups/groups.events.js';
import { Events } from '../platform/events/events.js';
import { RememberedAnswersStore } from '../platform/idempotency/remembered-answers.store.js';
import { AccessStore } from './access.store.js';

/**
 * Whoever represents no group any more is signed out everywhere, at once; what they were answered goes with them. Whoever
 * represents another one hears no old answer about the one they left, and nobody else an old one that names them.
 */
@Injectable()
export class SignOutFormer implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly former: FormerRepresentativesReader,
    private readonly store: AccessStore,
    private readonly answers: RememberedAnswersStore,
  ) {}

  onModuleInit(): void {
    this.events.onWithin(representativeRemoved, async (tx, { groupId, personId }) => {
      const callers = [personId, ...(await this.former.whoSaw(groupId, tx))];
      await Promise.all([this.store.signOutFormer(tx, [personId]), this.answers.answerAnew(tx, callers)]);
    });
    this.events.onWithin(peopleForgotten, async (tx, { personIds }) => {
      await Promise.all([this.store.signOutFormer(tx, personIds), this.answers.forget(tx, personIds)]);
    });
  }
}
