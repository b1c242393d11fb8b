import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { DoorKeys } from '../../../src/meetings/door-keys.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;
beforeAll(async () => {
  house = await openStoryHouse({ instances: 2 });
});
afterAll(() => house.close());

const ask = (kid: string, { instance = 0, headers = {} } = {}) => {
  const hash = createHash('sha256').update(kid).digest('hex');
  return (house.http[instance] ?? house.http[0]).raw(`/jitsi/keys/${hash}.pem`, { headers });
};

it('Jitsi gets every key of the ring from every instance, and only once', async () => {
  const keys = DoorKeys.in(house.config.dataDir, house.clock);
  const kids = [keys.list()[0]?.kid ?? '', keys.add()];
  house.clock.moveTo('2026-12-01T09:01');
  for (const kid of kids) {
    const [one, other] = [await ask(kid), await ask(kid, { instance: 1 })];
    expect(one.status).toBe(200);
    expect(one.text).toMatch(/^-----BEGIN PUBLIC KEY-----[^]+-----END PUBLIC KEY-----\n$/);
    expect(one.headers.get('cache-control')).toBe('public, max-age=300');
    expect(other.text).toBe(one.text);
    const again = await ask(kid, { headers: { 'if-none-match': one.headers.get('etag') ?? '' } });
    expect([again.status, again.text]).toEqual([304, '']);
  }
});

it('Jitsi gets no other key, and hears so at once (404)', async () => {
  const begun = performance.now();
  for (const kid of ['door-x', '../../house.key']) expect((await ask(kid)).status).toBe(404);
  for (const file of ['house.key', 'x.pem', `${'0'.repeat(64)}.pem`, '..%2fhouse.key'])
    expect((await house.http[0].raw(`/jitsi/keys/${file}`)).status).toBe(404);
  expect(performance.now() - begun).toBeLessThan(5000);
});
