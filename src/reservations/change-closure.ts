import { Injectable } from '@nestjs/common';
import { Outdated } from '../kernel/domain-error.js';
import { ClosuresReader } from '../rooms/closures.reader.js';
import { type Closer, ClosureWishesReader, contactPointOf } from './closure-wishes.reader.js';
import type { ClosureChange } from './closures.requests.js';
import { ClosuresStore } from './closures.store.js';
import { SaveClosure, type SavedClosure } from './save-closure.js';

/** Somebody changes when or why something is closed. Dates that were called off for it stay so. */
@Injectable()
export class ChangeClosure {
  constructor(
    private readonly closures: ClosuresReader,
    private readonly wishes: ClosureWishesReader,
    private readonly saveClosure: SaveClosure,
    private readonly store: ClosuresStore,
  ) {}

  /** Throws NotFound, Outdated, ClosureRefused. */
  async run(
    actor: Closer,
    closureId: string,
    { change, expectedVersion }: { change: ClosureChange; expectedVersion: number | undefined },
  ): Promise<SavedClosure> {
    const closure = await this.closures.requireClosureOf(contactPointOf(actor), closureId);
    if (expectedVersion !== undefined && expectedVersion !== closure.version) throw new Outdated();
    const changed = this.wishes.changed(closure, change);
    return this.saveClosure.run(changed, change.dates, async (tx, decided) => {
      await this.store.change(tx, closure, decided);
      return { closureId, version: closure.version + 1 };
    });
  }
}
