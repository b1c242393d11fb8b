import { describe, expect, it } from '@jest/globals';
import type { Profile } from '../../kernel/jitsi-server.js';
import { claimsOf, type Entrant, type ServerIdentity } from './door-token.js';

const server: ServerIdentity = {
  profile: 'P1',
  issuer: 'virtuelles-haus',
  audience: 'jitsi',
  xmppDomain: 'meet.jitsi',
};
const rosa: Entrant = { displayName: 'Rosa', isModerator: false, participantId: 'f00d' };
const range = {
  start: Temporal.Instant.from('2026-12-08T17:00:00Z'),
  end: Temporal.Instant.from('2026-12-08T19:00:00Z'),
};
const seconds = (text: string) => Temporal.Instant.from(text).epochMilliseconds / 1000;

const entryAt = (now: string, earlyMinutes = 15) => ({
  roomName: 'a1b2c3',
  range,
  earlyMinutes,
  mayExtend: true,
  now: Temporal.Instant.from(now),
});

function claims(entrant: Partial<Entrant> = {}, now = '2026-12-08T17:05:00Z', earlyMinutes = 15) {
  return claimsOf(server, { ...rosa, ...entrant }, entryAt(now, earlyMinutes));
}

/** Every feature that a Jitsi token can name, as jitsi-meet knows them; a feature left out may be granted. */
const FEATURES = [
  'branding',
  'calendar',
  'create-polls',
  'file-upload',
  'flip',
  'inbound-call',
  'list-visitors',
  'live-translation',
  'livestreaming',
  'lobby',
  'moderation',
  'outbound-call',
  'recording',
  'room',
  'screen-sharing',
  'send-groupchat',
  'sip-inbound-call',
  'sip-outbound-call',
  'transcription',
];

describe('A token for the door (P5)', () => {
  it('has exactly these claims for a participant', () => {
    expect(claims()).toEqual({
      iss: 'virtuelles-haus',
      aud: 'jitsi',
      sub: 'meet.jitsi',
      room: 'a1b2c3',
      iat: seconds('2026-12-08T17:05:00Z'),
      nbf: seconds('2026-12-08T17:04:50Z'),
      exp: seconds('2026-12-08T19:00:00Z'),
      context: { user: { id: 'f00d', name: 'Rosa' }, features: expect.any(Object) },
    });
  });

  it('has the same for a representative, who also moderates and passes the lobby', () => {
    const { context, ...rest } = claims({ isModerator: true });
    const { context: _, ...ofParticipant } = claims();
    expect(rest).toEqual(ofParticipant);
    expect(context.user).toEqual({ id: 'f00d', name: 'Rosa', moderator: true, lobby_bypass: true });
  });

  it('names its audience as one string, because Jitsi refuses a list', () => {
    expect(typeof claims().aud).toBe('string');
  });

  it('counts in whole seconds', () => {
    const { iat, nbf, exp } = claims({}, '2026-12-08T17:05:00.999Z');
    expect([iat, nbf, exp].every(Number.isInteger)).toBe(true);
    expect(iat).toBe(seconds('2026-12-08T17:05:00Z'));
  });

  it.each([
    ['well after the door opened: ten seconds ago', '2026-12-08T16:46:00Z', 15, '2026-12-08T16:45:50Z'],
    ['as the door opens: not before it', '2026-12-08T16:45:00Z', 15, '2026-12-08T16:45:00Z'],
    ['ten seconds after it opened', '2026-12-08T16:45:10Z', 15, '2026-12-08T16:45:00Z'],
    ['for a moderator, five minutes earlier', '2026-12-08T16:40:00Z', 20, '2026-12-08T16:40:00Z'],
  ])('is valid from: %s', (_, now, earlyMinutes, nbf) => {
    expect(claims({}, now, earlyMinutes).nbf).toBe(seconds(nbf));
  });

  it('ends with the date, however late it was made', () => {
    expect(claims({}, '2026-12-08T18:59:59Z').exp).toBe(seconds('2026-12-08T19:00:00Z'));
  });

  it.each<[Profile, string, string]>([
    ['P1', '2026-12-08T19:00:00Z', '2026-12-08T19:00:00Z'],
    ['P2', '2026-12-08T19:00:00Z', '2026-12-08T19:00:00Z'],
    ['P2', '2026-12-08T19:30:00Z', '2026-12-08T19:30:00Z'],
    ['P3', '2026-12-08T19:00:00Z', '2026-12-09T05:00:00Z'],
    ['P3', '2026-12-09T05:30:00Z', '2026-12-09T05:30:00Z'],
  ])('of a server of the kind %s with a door that closes at %s ends at %s', (profile, closes, exp) => {
    const entry = entryAt('2026-12-08T17:05:00Z');
    const closing = { ...entry, range: { ...range, end: Temporal.Instant.from(closes) } };
    expect(claimsOf({ ...server, profile }, rosa, closing).exp).toBe(seconds(exp));
  });

  it('ends with its room where nobody can extend it, whatever the server', () => {
    const entry = { ...entryAt('2026-12-08T17:05:00Z'), mayExtend: false };
    expect(claimsOf({ ...server, profile: 'P3' }, rosa, entry).exp).toBe(seconds('2026-12-08T19:00:00Z'));
  });

  it.each([
    ['a participant', false, ['create-polls', 'screen-sharing', 'send-groupchat']],
    ['a representative', true, ['create-polls', 'lobby', 'moderation', 'screen-sharing', 'send-groupchat']],
  ])('names every feature and grants %s only what is listed', (_, isModerator, granted) => {
    const { features } = claims({ isModerator }).context;
    expect(Object.keys(features).sort()).toEqual(FEATURES);
    expect(Object.values(features).every((value) => typeof value === 'boolean')).toBe(true);
    expect(FEATURES.filter((feature) => features[feature])).toEqual(granted);
  });

  it.each([false, true])(
    'carries no address, avatar, group, tenant or room context (moderator: %s)',
    (isModerator) => {
      const text = JSON.stringify(claims({ isModerator }));
      expect(text).not.toMatch(/@|email|avatar|tenant|group(?!chat)/i);
      expect(claims({ isModerator }).context).not.toHaveProperty('room');
      expect(Object.keys(claims({ isModerator }).context).sort()).toEqual(['features', 'user']);
    },
  );
});
