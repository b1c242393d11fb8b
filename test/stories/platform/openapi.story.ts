import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeApi } from '../../../src/platform/http/openapi.js';
import { expectFile } from '../../support/expected-file.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

describe('The OpenAPI file', () => {
  let house: StoryHouse;

  beforeAll(async () => {
    house = await openStoryHouse();
  });
  afterAll(() => house.close());

  it('in docs/ agrees with the routes and schemas (npm run openapi writes it anew)', () => {
    const [app] = house.apps;
    const document = describeApi(app);
    expect(Object.keys(document.paths)).toContain('/api/groups/{id}/reservations');
    expectFile('docs/openapi.json', `${JSON.stringify(document, null, 2)}\n`);
  });

  it('shows neither pages nor the development mailbox', () => {
    const [app] = house.apps;
    const paths = Object.keys(describeApi(app).paths);
    expect(paths.filter((path) => !path.startsWith('/api/') && !path.startsWith('/jitsi/'))).toEqual([]);
  });
});
