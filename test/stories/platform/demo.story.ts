import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/kernel/id.js';
import { copyDatabase, type StoryDatabase } from '../../support/database.js';
import { aDataDir, clearAway, SpawnedHouse } from '../../support/spawned-house.js';

let dataDir: string;
let database: StoryDatabase;

beforeEach(async () => {
  dataDir = aDataDir();
  database = await copyDatabase();
});
afterEach(async () => {
  await database.drop();
  await clearAway(dataDir);
});

const open = () => SpawnedHouse.open({ DATABASE_URL: database.url, DATA_DIR: dataDir });

describe('A development house', () => {
  it('on an empty database names everybody of the demo, the operator too', async () => {
    const house = await open();
    for (const email of ['team@dortmund.example', 'betrieb@haus.example']) {
      expect(house.stdout).toContain(`${email}, Passwort / password: haus-der-selbsthilfe`);
    }
    const origins = await database.query<{ origin: string }>(
      'SELECT origins[1] AS origin FROM contact_points',
    );
    expect(origins).toEqual([{ origin: house.demoSite.baseUrl }, { origin: house.demoSite.baseUrl }]);
    await house.exit('SIGTERM');
  });

  it('on a real database offers no sign-in that fails and leaves a contact point of that name alone', async () => {
    await database.query(
      `INSERT INTO contact_points (id, slug, name, town, phone, email, opening_hours, website, imprint_url, privacy_url, origins)
       VALUES ($1, 'dortmund', 'K', 'Dortmund', '1', 'k@kontakt.example', 'nie', 'https://echt.example/', 'x', 'x', '{https://echt.example}')`,
      [newId()],
    );
    const house = await open();
    expect(house.stdout).not.toMatch(/Demo sign-ins|haus-der-selbsthilfe|@/);
    expect(await database.query('SELECT website, origins FROM contact_points')).toEqual([
      { website: 'https://echt.example/', origins: ['https://echt.example'] },
    ]);
    await house.exit('SIGTERM');
  });
});
