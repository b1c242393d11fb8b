import { Inject, Injectable } from '@nestjs/common';
import jsonwebtoken from 'jsonwebtoken';
import { DataSource } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import type { TimeRange } from '../kernel/time-range.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { HouseKey } from '../platform/secrets/house-key.js';
import { claimsOf } from './domain/door-token.js';
import { DoorKeys } from './door-keys.js';
import { MeetingNotReady, NoMeetingServer } from './meetings.errors.js';

export { NoMeetingServer } from './meetings.errors.js';
export { doorStateOf, MODERATOR_MINUTES_EARLIER, type DoorState } from './domain/door-state.js';

export interface EntryRequest {
  occurrenceId: string;
  range: TimeRange;
  earlyMinutes: number;
  /** Who enters: the id of the invitee or the person. */
  guestId: string;
  displayName: string;
  isModerator: boolean;
}

/** Shown by Jitsi as the title of the meeting: says nothing about the group. */
const SUBJECT = 'Online-Treffen';

@Injectable()
export class MeetingsReader {
  constructor(
    private readonly source: DataSource,
    private readonly keys: DoorKeys,
    private readonly houseKey: HouseKey,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  get hasServer(): boolean {
    return this.config.jitsi !== undefined;
  }

  /** The origin that our pages send people to. */
  get serverOrigin(): string | undefined {
    return this.config.jitsi && new URL(this.config.jitsi.baseUrl).origin;
  }

  /** The address that opens Jitsi for one person, made on demand. Throws NoMeetingServer, MeetingNotReady. */
  async entryUrl(request: EntryRequest): Promise<string> {
    const server = this.config.jitsi;
    if (!server) throw new NoMeetingServer();
    const roomName = await this.requireRoomName(request.occurrenceId);
    const { displayName, isModerator } = request;
    const entrant = { displayName, isModerator, participantId: this.participantIdOf(request) };
    const claims = claimsOf(server, entrant, { ...request, roomName, now: this.clock.now() });
    const { kid, privateKey } = this.keys;
    const token = jsonwebtoken.sign(claims, privateKey, { header: { alg: 'RS256', typ: 'JWT', kid } });
    return `${server.baseUrl}/${roomName}#${fragmentOf(token)}`;
  }

  /** The same for each entry of one guest to one date, so that a guest can be kept out; tells nothing else. */
  private participantIdOf({ occurrenceId, guestId }: EntryRequest): string {
    return this.houseKey
      .derive('jitsi-participant', `${occurrenceId} ${guestId}`)
      .subarray(0, 16)
      .toString('hex');
  }

  private async requireRoomName(occurrenceId: string): Promise<string> {
    const [meeting] = await this.source.query<{ roomName: string }[]>(
      'SELECT room_name AS "roomName" FROM meetings WHERE occurrence_id = $1',
      [occurrenceId],
    );
    if (!meeting) throw new MeetingNotReady();
    return meeting.roomName;
  }
}

/**
 * Jitsi reads each value of the fragment as JSON, the token too (jitsi-meet `base/util/parseURLParams`);
 * the browser never sends a fragment to a server.
 */
function fragmentOf(jwt: string): string {
  const values = {
    jwt,
    'config.subject': SUBJECT,
    'config.defaultLanguage': 'de',
    'config.prejoinConfig.enabled': true,
    'config.startWithAudioMuted': true,
    'config.startWithVideoMuted': true,
  };
  const parts = Object.entries(values).map(
    ([key, value]) => `${key}=${encodeURIComponent(JSON.stringify(value))}`,
  );
  return parts.join('&');
}
