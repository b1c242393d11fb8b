import { DataSource } from 'typeorm';
import { CannotStart, readConfig } from './src/platform/config/config.js';
import { databaseOptions } from './src/platform/database/database-options.js';

// For TypeORM's command line: `npm run migration -- migration:show` on the compiled files, DATABASE_URL set.
const { databaseUrl } = readConfig(process.env);
if (!databaseUrl) throw new CannotStart('Set DATABASE_URL to the database that TypeORM should look at.');

export default new DataSource({
  ...databaseOptions(databaseUrl),
  entities: [`${import.meta.dirname}/src/**/*.entity.js`],
});
