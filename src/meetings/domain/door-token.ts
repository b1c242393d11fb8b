import { LONGEST_DATE_MINUTES } from '../../kernel/house-rules.js';
import type { Profile } from '../../kernel/jitsi-server.js';
import type { TimeRange } from '../../kernel/time-range.js';

/** The fixed strings of a Jitsi server that its tokens must carry, and how much of the door it holds. */
export interface ServerIdentity {
  profile: Profile;
  issuer: string;
  audience: string;
  xmppDomain: string;
}

export interface Entrant {
  displayName: string;
  isModerator: boolean;
  /** Random for each guest and date: no account id, no hash of an address. */
  participantId: string;
}

export interface Entry {
  roomName: string;
  /** Until the door closes. */
  range: TimeRange;
  /** How long before the start this entrant may come. */
  earlyMinutes: number;
  /** The end may come later than it is known now. */
  mayExtend: boolean;
  now: Temporal.Instant;
}

/** Every feature is named: Jitsi gives a moderator what a token does not mention (recording among it). */
const ALL_FEATURES = [
  'branding', 'calendar', 'create-polls', 'file-upload', 'flip', 'inbound-call', 'list-visitors', 'live-translation',
  'livestreaming', 'lobby', 'moderation', 'outbound-call', 'recording', 'room', 'screen-sharing', 'send-groupchat',
  'sip-inbound-call', 'sip-outbound-call', 'transcription',
]; // prettier-ignore
const FOR_ALL = ['create-polls', 'screen-sharing', 'send-groupchat'];
const FOR_MODERATORS = ['lobby', 'moderation'];

/**
 * The claims of a Jitsi token (jitsi-meet `token/util.lib.lua`): one room, one person, until the door closes. Jitsi's
 * client comes back after a lost line only while its token is good; where the server itself asks who may be there, the
 * token is good for as long as the date can be extended.
 * `aud` must be one string and `nbf`/`exp` have no leeway, hence the ten seconds. Never an address or a group.
 */
export function claimsOf(
  server: ServerIdentity,
  { displayName, isModerator, participantId }: Entrant,
  entry: Entry,
) {
  const seconds = (instant: Temporal.Instant) => Math.floor(instant.epochMilliseconds / 1000);
  const opens = entry.range.start.subtract({ minutes: entry.earlyMinutes });
  const granted = isModerator ? [...FOR_ALL, ...FOR_MODERATORS] : FOR_ALL;
  return {
    iss: server.issuer,
    aud: server.audience,
    sub: server.xmppDomain,
    room: entry.roomName,
    iat: seconds(entry.now),
    nbf: Math.max(seconds(entry.now) - 10, seconds(opens)),
    exp: seconds(expiryOf(server, entry)),
    context: {
      user: {
        id: participantId,
        name: displayName,
        ...(isModerator ? { moderator: true, lobby_bypass: true } : {}),
      },
      features: Object.fromEntries(ALL_FEATURES.map((feature) => [feature, granted.includes(feature)])),
    },
  };
}

function expiryOf(
  { profile }: ServerIdentity,
  { range: { start, end }, mayExtend }: Entry,
): Temporal.Instant {
  const latest = start.add({ minutes: LONGEST_DATE_MINUTES });
  return mayExtend && profile === 'P3' && Temporal.Instant.compare(end, latest) < 0 ? latest : end;
}
