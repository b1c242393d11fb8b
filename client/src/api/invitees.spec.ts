import { afterEach, describe, expect, it } from '@jest/globals';
import { deleteKeptList, writeKeptList } from './invitees.js';
import type { KeptList } from './invitee-shapes.js';

const { fetch } = globalThis;
afterEach(() => {
  globalThis.fetch = fetch;
});

const list = (keep: boolean, ...emails: string[]): KeptList => ({
  keep,
  version: 2,
  items: emails.map((email) => ({ email })),
});

/** Nobody hears what became of a change; this is how the list is by now. */
function losesAnswers(now: KeptList): void {
  globalThis.fetch = (_, init) =>
    init?.method === 'PUT'
      ? Promise.reject(new TypeError('Failed to fetch'))
      : Promise.resolve(new Response(JSON.stringify(now)));
}

const kept = { version: 1, items: [{ email: 'Anna@gast.example' }, { email: 'bert@gast.example' }] };

describe('After an answer that was lost', () => {
  it.each([
    [list(true, 'anna@gast.example', 'bert@gast.example', 'carl@gast.example'), 'kept'],
    [list(true, 'anna@gast.example'), 'not kept'],
    [list(false), 'not kept'],
  ])('a list that is by now %j counts as %s', async (now, said) => {
    losesAnswers(now);
    const outcome = await writeKeptList('g1', kept).then(
      () => 'kept',
      () => 'not kept',
    );
    expect(outcome).toBe(said);
  });

  it.each([
    [list(false), 'deleted'],
    [list(true, 'anna@gast.example'), 'not deleted'],
  ])('a list that is by now %j counts as %s', async (now, said) => {
    losesAnswers(now);
    const outcome = await deleteKeptList('g1').then(
      () => 'deleted',
      () => 'not deleted',
    );
    expect(outcome).toBe(said);
  });
});
