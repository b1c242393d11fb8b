import { describe, expect, it } from '@jest/globals';
import PostalMime from 'postal-mime';
import type { Letter } from './letter.js';
import { faultOf, messageOf } from './message.js';

const letter: Letter = {
  to: 'ada@gast.example',
  subject: 'Einladung: Online-Treffen',
  senderName: 'Virtuelles Haus',
  text: 'Guten Tag',
  html: '<p>Guten Tag</p>',
};
const frame = { from: 'treffen@haus.example', mailId: '019ab3c4-0000-7000-8000-000000000001' };

async function headersOf(change: Partial<Letter>): Promise<Map<string, string>> {
  const { headers } = await PostalMime.parse(await messageOf({ ...letter, ...change }, frame));
  return new Map(headers.map(({ key, value }) => [key, value]));
}

describe('A letter that is built wrong never leaves', () => {
  it.each<[string, Partial<Letter>]>([
    ['two addresses in one', { to: 'ada@gast.example,ben@gast.example' }],
    ['two addresses with a space', { to: 'ada@gast.example ben@gast.example' }],
    ['a name around the address', { to: 'Ada <ada@gast.example>' }],
    ['a group of addresses', { to: 'alle:ada@gast.example;' }],
    ['a quoted address inside an address', { to: '"a@evil.example x"@good.example' }],
    ['a line feed in the address', { to: 'ada@gast.example\r\nBcc: b@c.example' }],
    ['a line feed at its end', { to: 'ada@gast.example\n' }],
    ['NUL in the address', { to: 'ada\0@gast.example' }],
    ['a full-width @', { to: 'ada＠gast.example' }],
    ['a letter that looks like another', { to: 'аda@gast.example' }],
    ['a dotless i', { to: 'mıke@gast.example' }],
    ['a turned direction in the address', { to: 'ada\u202e@gast.example' }],
    ['100 kB of address', { to: `${'a'.repeat(100_000)}@gast.example` }],
    ['100 kB of nested comments', { to: `${'('.repeat(100_000)}@gast.example` }],
    ['no address', { to: '' }],
    ['two addresses for answers', { replyTo: 'a@x.example, b@y.example' }],
    ['a line feed in the subject', { subject: 'Einladung\r\nBcc: b@c.example' }],
    ['a lone carriage return in the subject', { subject: 'Einladung\rBcc: b@c.example' }],
    ['NUL in the subject', { subject: 'Ein\0ladung' }],
    ['U+2028 in the subject', { subject: 'Ein\u2028ladung' }],
    ['a line feed in the sender', { senderName: 'Haus\nBcc: b@c.example' }],
    ['a turned direction in the sender', { senderName: 'Haus\u202e' }],
    ['a header in the language', { language: 'de\r\nBcc: b@c.example' }],
    ['a header in the link', { unsubscribeUrl: 'https://haus.example/x\r\nBcc: b@c.example' }],
    ['a second link in the link', { unsubscribeUrl: 'https://haus.example/>, <mailto:b@c.example' }],
    ['a link of another kind', { unsubscribeUrl: 'javascript:alert(1)' }],
  ])('%s', (_name, change) => {
    expect(faultOf({ ...letter, ...change })).toMatch(/^Nicht gesendet: .+\.$/);
  });

  it('a right one does', () => {
    expect(faultOf(letter)).toBeUndefined();
    const more = {
      replyTo: 'team@kontakt.example',
      language: 'de-AT',
      unsubscribeUrl: 'https://haus.example/x/1?a=b',
    };
    expect(faultOf({ ...letter, ...more })).toBeUndefined();
  });
});

describe('A message says of itself', () => {
  it('who it is: the same at each try', async () => {
    const [one, other] = await Promise.all([headersOf({}), headersOf({ subject: 'Anders' })]);
    expect(one.get('message-id')).toBe('<019ab3c4-0000-7000-8000-000000000001@haus.example>');
    expect(other.get('message-id')).toBe(one.get('message-id'));
  });

  it('that a machine wrote it, in which language, and nothing of unsubscribing', async () => {
    const headers = await headersOf({});
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('content-language')).toBe('de');
    expect([...headers.keys()].filter((key) => key.startsWith('list-'))).toEqual([]);
    expect((await headersOf({ language: 'en' })).get('content-language')).toBe('en');
  });

  it('where one press unsubscribes (RFC 8058)', async () => {
    const unsubscribeUrl = `https://haus.example/abbestellen/${'x'.repeat(120)}`;
    const headers = await headersOf({ unsubscribeUrl });
    expect(headers.get('list-unsubscribe')).toBe(`<${unsubscribeUrl}>`);
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  });

  it('an address or a link as text stays text', async () => {
    const text = 'ada@gast.example\r\n.\r\nMAIL FROM:<x@y.example>\r\nBcc: b@c.example';
    const email = await PostalMime.parse(await messageOf({ ...letter, text }, frame));
    expect(email.text).toContain('Bcc: b@c.example');
    expect(email.bcc).toBeUndefined();
  });
});
