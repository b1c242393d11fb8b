import { Injectable } from '@nestjs/common';
import { Outdated } from '../kernel/domain-error.js';
import { Transactions } from '../platform/database/transactions.js';
import { ClosuresReader } from '../rooms/closures.reader.js';
import { type Closer, contactPointOf } from './closure-wishes.reader.js';
import { ClosuresStore } from './closures.store.js';

/** Somebody takes a closure back. Dates that were called off or moved for it stay as they are. */
@Injectable()
export class EndClosure {
  constructor(
    private readonly closures: ClosuresReader,
    private readonly transactions: Transactions,
    private readonly store: ClosuresStore,
  ) {}

  /** Throws NotFound, Outdated. */
  async run(actor: Closer, closureId: string, expectedVersion: number | undefined): Promise<void> {
    const closure = await this.closures.requireClosureOf(contactPointOf(actor), closureId);
    if (expectedVersion !== undefined && expectedVersion !== closure.version) throw new Outdated();
    await this.transactions.run((tx) => this.store.remove(tx, closure));
  }
}
