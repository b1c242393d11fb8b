import { Injectable } from '@nestjs/common';
import { NotFound } from '../kernel/domain-error.js';
import type { Tx } from '../platform/database/transactions.js';
import { ContactPoint } from './contact-point.entity.js';

/** All writes of contact-points/. */
@Injectable()
export class ContactPointsStore {
  /** The contact point as it is; it stays so until the transaction ends. Groups and people can be added meanwhile. */
  async lock(tx: Tx, id: string): Promise<ContactPoint> {
    const contactPoint = await tx.findOne(ContactPoint, {
      where: { id },
      lock: { mode: 'for_no_key_update' },
    });
    if (!contactPoint) throw new NotFound();
    return contactPoint;
  }

  async change(tx: Tx, id: string, columns: Partial<ContactPoint>): Promise<void> {
    await tx.update(ContactPoint, { id }, { ...columns, version: () => 'version + 1' });
  }
}
