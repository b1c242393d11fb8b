import { Module, type DynamicModule, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CannotStart, type Config } from '../platform/config/config.js';
import { migrate } from '../platform/database/migrate.js';
import { nestLog } from '../platform/logging/nest-log.js';
import { PlatformModule } from '../platform/platform.module.js';
import { ReservationsModule } from '../reservations/reservations.module.js';
import { RoomsModule } from '../rooms/rooms.module.js';

interface Needed {
  config: Config;
  databaseUrl: string;
  more: readonly Type[];
}

/** As much of the house as commands need: no door to the outside, no mail leaves, no job is done. */
@Module({})
export class OpenRoomsModule {
  static on({ config, databaseUrl, more }: Needed): DynamicModule {
    const platform = PlatformModule.forCommands({ config, databaseUrl });
    return { module: OpenRoomsModule, imports: [platform, RoomsModule, ReservationsModule, ...more] };
  }
}

/**
 * Does something with the database of the house, whether the house is open or not; `more` are modules that only this
 * command needs. Throws CannotStart.
 */
export async function withRooms(
  config: Config,
  work: (rooms: INestApplicationContext) => Promise<void>,
  more: readonly Type[] = [],
): Promise<void> {
  const databaseUrl = config.databaseUrl ?? (await findDatabase(config));
  await migrate(databaseUrl);
  const rooms = await NestFactory.createApplicationContext(
    OpenRoomsModule.on({ config, databaseUrl, more }),
    {
      logger: nestLog,
      abortOnError: false,
    },
  );
  try {
    await work(rooms);
  } finally {
    await rooms.close();
  }
}

async function findDatabase({ dataDir }: Config): Promise<string> {
  const { findEmbeddedPostgres } = await import('../platform/database/embedded-postgres.js');
  const url = await findEmbeddedPostgres(dataDir);
  if (!url)
    throw new CannotStart(
      `No house is open with the data in ${dataDir}. Start it first, or name its database by DATABASE_URL.`,
    );
  return url;
}
