import { describe, expect, it } from '@jest/globals';
import { escaped, Stanza, withoutSecrets } from './stanza.js';

const ERROR = `<presence from='a@muc/x' type='error'><error type='auth'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>Room and token mismatched</text></error></presence>`;
const FAILURE = `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-allowed/><text>token required</text></failure>`;
const OWN = `<presence to='y' from="a@muc/x"><x xmlns='http://jabber.org/protocol/muc#user'><item jid='z' affiliation='owner' role='moderator'/><status code='110'/></x></presence>`;

describe('Stanza', () => {
  it('tells name and attributes of its first tag only', () => {
    const stanza = new Stanza(OWN);
    expect([stanza.name, stanza.attr('from'), stanza.attr('jid')]).toEqual([
      'presence',
      'a@muc/x',
      undefined,
    ]);
    expect(new Stanza('<stream:features><bind/></stream:features>').name).toBe('features');
  });

  it.each([
    [ERROR, 'not-allowed, „Room and token mismatched“'],
    [FAILURE, 'not-allowed, „token required“'],
    ['<failure><temporary-auth-failure/></failure>', 'temporary-auth-failure'],
    ['<presence type="error"/>', 'ohne Angabe'],
    ['', 'ohne Angabe'],
  ])('tells why %#', (text, refusal) => {
    expect(new Stanza(text).refusal).toBe(refusal);
  });

  it.each([
    [OWN, 'owner'],
    [OWN.replace('owner', 'member'), 'member'],
    [OWN.replace('owner', 'king'), 'none'],
    ['<presence/>', 'none'],
  ])('tells the affiliation %#', (text, affiliation) => {
    expect(new Stanza(text).affiliation).toBe(affiliation);
  });
});

describe('withoutSecrets', () => {
  it('keeps words and drops what could be a room, a token or an order to the terminal', () => {
    expect(withoutSecrets(`Room ${'a1'.repeat(20)} is gone\u001b[2J`)).toBe('Room … is gone [2J');
    expect(withoutSecrets('eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.abc-_')).toBe('…');
  });
});

describe('escaped', () => {
  it('leaves no sign of XML', () => {
    expect(escaped(`<a b="c">'&`)).not.toMatch(/[<>"']|&(?!#)/);
  });
});
