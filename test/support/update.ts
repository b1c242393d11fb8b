import { DataSource, type MigrationInterface } from 'typeorm';
import { databaseOptions } from '../../src/platform/database/database-options.js';
import type { StoryHouse } from './story-house.js';

/** Undoes a step of the schema and takes it again; in between the tables are as before the update, and can be filled so. */
export async function updateAgain(
  { database }: StoryHouse,
  step: MigrationInterface,
  fill = () => Promise.resolve(),
): Promise<void> {
  const source = new DataSource({ ...databaseOptions(database.url), poolSize: 1 });
  await source.initialize();
  const runner = source.createQueryRunner();
  await step.down(runner);
  await fill();
  await step.up(runner);
  await runner.release();
  await source.destroy();
}
