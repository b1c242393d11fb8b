import { PacketClient } from './packet-client.js';
import type { DataSourceOptions } from 'typeorm';
import { migrations } from '../../migrations/all-migrations.js';

/** How every part of the house talks to PostgreSQL. Two seconds are the longest that anybody waits for one lock. */
export function databaseOptions(url: string) {
  return {
    type: 'postgres',
    url,
    poolSize: 12,
    connectTimeoutMS: 5000,
    applicationName: 'virtuelles-haus',
    extra: {
      options: '-c lock_timeout=2000 -c timezone=UTC -c plan_cache_mode=force_generic_plan -c jit=off',
      keepAlive: true,
      Client: PacketClient,
      // Statements of one transaction that do not need each other's answers leave together, in their order.
      pipeline: true,
    },
    migrations,
    migrationsTransactionMode: 'each',
    migrationsTableName: 'schema_migrations',
    installExtensions: false,
    logging: false,
  } satisfies DataSourceOptions;
}
