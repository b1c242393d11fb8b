import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** An open transaction: stores take it, so that what belongs together is committed together. */
export type Tx = EntityManager;

/** Serialisation failure, deadlock, lock wait: PostgreSQL's words for "try the whole thing again". */
const TRY_AGAIN = new Set(['40001', '40P01', '55P03']);
const ATTEMPTS = 3;

/** Opens the one transaction of a command, and starts it over when PostgreSQL asks for that. */
@Injectable()
export class Transactions {
  constructor(private readonly source: DataSource) {}

  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.source.transaction(work);
      } catch (error) {
        if (attempt === ATTEMPTS || !TRY_AGAIN.has((error as { code?: string }).code ?? '')) throw error;
      }
    }
  }
}
