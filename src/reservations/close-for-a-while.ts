import { Injectable } from '@nestjs/common';
import { doneBefore } from '../platform/idempotency/repeatable-request.js';
import { type Closer, ClosureWishesReader } from './closure-wishes.reader.js';
import type { ClosureRequest } from './closures.requests.js';
import { ClosuresStore } from './closures.store.js';
import { SaveClosure, type SavedClosure } from './save-closure.js';

/** A team closes its contact point or one of its rooms, the operator the house or a room of it. */
@Injectable()
export class CloseForAWhile {
  constructor(
    private readonly wishes: ClosureWishesReader,
    private readonly saveClosure: SaveClosure,
    private readonly store: ClosuresStore,
  ) {}

  /** Throws NotFound, ClosureRefused. */
  async run(actor: Closer, request: ClosureRequest): Promise<SavedClosure> {
    const before = doneBefore();
    if (before) return before.result as SavedClosure;
    const closure = await this.wishes.read(actor, request);
    return this.saveClosure.run(closure, request.dates, async (tx, decided) => ({
      closureId: await this.store.add(tx, decided),
      version: 1,
    }));
  }
}
