import { afterEach, describe, expect, it } from '@jest/globals';
import { addRepresentative } from './representatives.js';

const { fetch } = globalThis;
afterEach(() => {
  globalThis.fetch = fetch;
});

const karla = { name: 'Karla Neu', email: 'Karla@Example.org' };

describe('After an answer that was lost', () => {
  it.each([
    [['max@example.org', 'karla@example.org'], 'entered'],
    [['max@example.org', 'karla@example.com'], 'not entered'],
  ])('somebody in a group that is now represented by %j counts as %s', async (emails, said) => {
    const representatives = emails.map((email) => ({ id: email, name: 'Wer', email, hasCome: true }));
    globalThis.fetch = (_, init) =>
      init?.method === 'POST'
        ? Promise.reject(new TypeError('Failed to fetch'))
        : Promise.resolve(new Response(JSON.stringify({ id: 'g1', representatives })));
    const outcome = await addRepresentative('g1', karla).then(
      (group) => group.representatives.length === 2 && 'entered',
      () => 'not entered',
    );
    expect(outcome).toBe(said);
  });
});
