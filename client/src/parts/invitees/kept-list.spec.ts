import { describe, expect, it } from '@jest/globals';
import type { InviteeInput } from '../../api/invitee-shapes.js';
import { keptNext, markPutIn, typedAs } from './kept-list.js';
import { splitAddresses } from './split-addresses.js';

const maria = { name: 'Maria', email: 'm@example.org' };
const max = { name: 'Muster, Max', email: 'x@example.org' };
const nameless = { email: 'y@example.org' };

describe('The kept list of a group', () => {
  it('is put into the form as people would type it, and read again the same', () => {
    expect(typedAs([maria, max, nameless])).toBe(
      'Maria <m@example.org>\n"Muster, Max" <x@example.org>\ny@example.org',
    );
    expect(splitAddresses(typedAs([maria, max, nameless]))).toEqual([maria, max, nameless]);
  });

  it('takes up whom it does not know, and nobody twice', () => {
    const invite = (kept: InviteeInput[], invited: InviteeInput[]) => keptNext(kept, { putIn: [], invited });
    expect(invite([maria, nameless], [{ email: 'M@Example.org' }, max])).toEqual([maria, nameless, max]);
    expect(invite([nameless], [{ name: 'Yara', email: 'y@example.org' }])).toEqual([
      { name: 'Yara', email: 'y@example.org' },
    ]);
    expect(invite([], [])).toEqual([]);
  });

  it('forgets who was put into the form and taken out again', () => {
    const kept = [maria, max, nameless];
    const invited = [{ email: 'M@Example.org' }, { email: 'neu@example.org' }];
    expect(keptNext(kept, { putIn: [maria, max], invited })).toEqual([
      maria,
      nameless,
      { email: 'neu@example.org' },
    ]);
    expect(keptNext(kept, { putIn: kept, invited: [max] })).toEqual([max]);
  });

  it('takes nobody up again who was put into the form and has gone off it since', () => {
    const sent = { putIn: [maria, max], invited: [maria, max, nameless] };
    expect(keptNext([max], sent)).toEqual([max, nameless]);
    expect(keptNext([], sent)).toEqual([nameless]);
  });

  it('marks who was put into the form, so that the house knows whom nobody has typed', () => {
    const invited = [{ email: 'M@Example.org' }, nameless];
    expect(markPutIn(invited, [maria, max])).toEqual([
      { email: 'M@Example.org', fromKeptList: true },
      nameless,
    ]);
  });
});
