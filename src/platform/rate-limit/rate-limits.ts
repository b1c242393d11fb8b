import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { TooManyTries } from '../../kernel/domain-error.js';
import { hashToken } from '../secrets/token.js';
import { networkOf } from './network-of.js';

export interface Limit {
  name: string;
  points: number;
  /** Seconds until a used point comes back. */
  seconds: number;
}

/** Counts tries in the database, so that limits hold across instances and restarts. Keys are stored hashed. */
@Injectable()
export class RateLimits {
  private readonly limiters = new Map<string, RateLimiterPostgres>();

  constructor(private readonly source: DataSource) {}

  /** Uses up one try; false when none is left. */
  async mayTry(limit: Limit, key: string): Promise<boolean> {
    return (await this.consume(limit, key)) === undefined;
  }

  /** Uses up one try; throws TooManyTries when none is left. */
  async requireTry(limit: Limit, key: string): Promise<void> {
    const waitSeconds = await this.consume(limit, key);
    if (waitSeconds !== undefined) throw new TooManyTries(waitSeconds);
  }

  /** The same for the network that a client's address belongs to, whatever else the request says about itself. */
  async requireTryOfNetwork(limit: Limit, address: string): Promise<void> {
    const network = networkOf(address);
    if (network !== undefined) await this.requireTry(limit, network);
  }

  async giveBackToNetwork(limit: Limit, address: string): Promise<void> {
    const network = networkOf(address);
    if (network !== undefined) await this.giveBack(limit, network);
  }

  /** Returns one try: a right password is none to be counted. */
  async giveBack(limit: Limit, key: string): Promise<void> {
    await this.limiterOf(limit).reward(hashToken(key).toString('base64url'));
  }

  private async consume(limit: Limit, key: string): Promise<number | undefined> {
    try {
      await this.limiterOf(limit).consume(hashToken(key).toString('base64url'));
      return undefined;
    } catch (error) {
      if (error instanceof RateLimiterRes) return Math.ceil(error.msBeforeNext / 1000);
      throw error;
    }
  }

  private limiterOf({ name, points, seconds }: Limit): RateLimiterPostgres {
    const known = this.limiters.get(name);
    if (known) return known;
    const { master } = this.source.driver as unknown as { master: Pool };
    const limiter = new RateLimiterPostgres({
      storeClient: master,
      storeType: 'pool',
      keyPrefix: name,
      points,
      duration: seconds,
      tableName: 'rate_limits',
      tableCreated: true,
    });
    this.limiters.set(name, limiter);
    return limiter;
  }
}
