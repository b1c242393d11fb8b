import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/kernel/id.js';
import { Transactions } from '../../../src/platform/database/transactions.js';
import type { Letter, LetterWriter } from '../../../src/platform/mail/letter.js';
import { writeMail } from '../../../src/platform/mail/mail-text.js';
import { Mails, type Urgency } from '../../../src/platform/mail/mails.js';
import { eventually } from '../../support/mail-rows.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

describe('A letter is written when its mail leaves', () => {
  let house: StoryHouse;

  beforeAll(async () => {
    house = await openStoryHouse({ instances: 2 });
  });
  afterAll(() => house.close());

  const aLetter = (to: string, change: Partial<Letter> = {}): Letter => ({
    to,
    subject: 'Ein Wort',
    senderName: 'Haus',
    ...writeMail('Ein Wort', ['Guten Tag']),
    ...change,
  });
  /** Every instance writes this kind so. */
  const write = (kind: string, writer: LetterWriter, urgency?: Urgency) => {
    for (const app of house.apps) app.get(Mails).writeWith(kind, writer, urgency);
  };
  const queue = (kind: string, about: string = newId()) =>
    house.apps[0].get(Transactions).run((tx) => house.apps[0].get(Mails).queue(tx, { kind, about }));
  const stateOf = async (kind: string) => {
    const rows = await house.database.query<{ state: string; detail: string | null }>(
      'SELECT state, detail FROM mails WHERE kind = $1 ORDER BY created_at, id',
      [kind],
    );
    return rows.map(({ state, detail }) => (detail ? `${state}: ${detail}` : state));
  };

  it('by an instance that stood still too long it is not sent again', async () => {
    const [stuck, free] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    let calls = 0;
    write('still', async () => {
      if (++calls === 1) {
        free.resolve(undefined);
        await stuck.promise;
      }
      return aLetter('still@wort.example');
    });
    write('other', () => Promise.resolve(aLetter('anderer@wort.example')));
    await queue('still');
    await free.promise;
    await queue('other');
    await eventually(() => stateOf('other'), ['sent']);
    expect(await stateOf('still')).toEqual(['queued']);

    house.clock.moveTo('2026-12-01T09:04');
    await eventually(() => stateOf('still'), ['sent']);
    expect(calls).toBe(2);
    stuck.resolve(undefined);
    await queue('other');
    await eventually(() => stateOf('other'), ['sent', 'sent']);
    expect(house.mails.to('still@wort.example')).toHaveLength(1);
    expect(await stateOf('still')).toEqual(['sent']);
  });

  it('what could not be written is written a minute later', async () => {
    let calls = 0;
    write('broken', () => {
      if (++calls === 1) throw new Error('rosa@post.example is not there');
      return Promise.resolve(aLetter('kaputt@wort.example'));
    });
    await queue('broken');
    await eventually(() => stateOf('broken'), ['retrying: Die Mail konnte noch nicht geschrieben werden.']);
    house.clock.moveTo('2026-12-01T09:05');
    await eventually(() => stateOf('broken'), ['sent']);
  });

  it('what has lost its sense goes nowhere, also at a later try', async () => {
    let calls = 0;
    house.mails.refusals.set('spaeter@wort.example', 451);
    write('senseless', () => Promise.resolve(++calls === 1 ? aLetter('spaeter@wort.example') : undefined));
    await queue('senseless');
    await eventually(() => stateOf('senseless'), ['retrying: 451 not here']);
    house.clock.moveTo('2026-12-01T09:06');
    await eventually(() => stateOf('senseless'), ['dropped']);
    expect(house.mails.to('spaeter@wort.example')).toEqual([]);
  });

  it('what is built wrong is shown and not sent', async () => {
    write('wrong', () =>
      Promise.resolve(aLetter('a@wort.example', { subject: 'Hallo\r\nBcc: b@wort.example' })),
    );
    await queue('wrong');
    await eventually(
      () => stateOf('wrong'),
      ['undeliverable: Nicht gesendet: Der Betreff enthält Zeichen, die dort nicht stehen dürfen.'],
    );
    expect(house.mails.to('a@wort.example')).toEqual([]);
  });

  it('a kind that nobody here can write waits for somebody who can, and holds up no other', async () => {
    await queue('fromTheFuture');
    write('other', () => Promise.resolve(aLetter('danach@wort.example')));
    await queue('other');
    await house.mails.waitFor('danach@wort.example');
    expect(await stateOf('fromTheFuture')).toEqual(['queued']);
  });

  it('it can be unsubscribed from with one press, and speaks its language', async () => {
    const unsubscribeUrl = 'https://haus.example/abbestellen/abc';
    write('news', () => Promise.resolve(aLetter('news@wort.example', { unsubscribeUrl, language: 'en' })));
    await queue('news');
    const { email, recipients } = await house.mails.waitFor('news@wort.example');
    const header = (name: string) => email.headers.find(({ key }) => key === name)?.value;
    expect(recipients).toEqual(['news@wort.example']);
    expect(header('list-unsubscribe')).toBe(`<${unsubscribeUrl}>`);
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(header('content-language')).toBe('en');
    expect(header('auto-submitted')).toBe('auto-generated');
  });

  it('a later mail to the same one brings the earlier forward', async () => {
    const about = newId();
    house.mails.refusals.set('eilig@wort.example', 451);
    write('slow', () => Promise.resolve(aLetter('eilig@wort.example')), 'whenever');
    write(
      'fast',
      () => Promise.resolve(aLetter('eilig@wort.example', { subject: 'Noch ein Wort' })),
      'atOnce',
    );
    await queue('slow', about);
    await eventually(async () => (await stateOf('slow'))[0]?.split(':')[0], 'retrying');
    house.mails.refusals.clear();
    await queue('fast', about);
    await house.mails.waitFor('eilig@wort.example', 2);
    expect(house.mails.to('eilig@wort.example').map(({ email }) => email.subject)).toEqual([
      'Ein Wort',
      'Noch ein Wort',
    ]);
  });
});
