import { Injectable } from '@nestjs/common';
import { ContactPointsReader } from '../contact-points/contact-points.reader.js';
import type { Representative } from '../kernel/actor.js';
import { NotFound } from '../kernel/domain-error.js';
import { Transactions } from '../platform/database/transactions.js';
import { AccessStore } from './access.store.js';

/** A representative agrees to the rules in force. */
@Injectable()
export class AcceptAgreement {
  constructor(
    private readonly contactPoints: ContactPointsReader,
    private readonly transactions: Transactions,
    private readonly store: AccessStore,
  ) {}

  /** Throws NotFound for any version but the one in force. */
  async run(actor: Representative, version: number): Promise<void> {
    const agreement = await this.contactPoints.findAgreement(actor.contactPointId);
    if (agreement?.version !== version) throw new NotFound();
    await this.transactions.run((tx) => this.store.acceptAgreement(tx, actor.personId, version));
  }
}
