import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { fromSeconds, toUtc } from '../kernel/time-range.js';
import { languageOf, type Wording } from '../kernel/wording.js';
import { MeetingServersReader, type ServerRow } from '../rooms/meeting-servers.reader.js';
import { entryFragment } from './domain/entry-fragment.js';
import { claimsOf } from './domain/door-token.js';
import { DoorKeys } from './door-keys.js';
import { MeetingNotReady, NoMeetingServer, ServerAway } from './meetings.errors.js';
import { PracticeNames } from './practice-names.js';
import { ServerHealth } from './server-health.js';
import { SlotsReader } from './slots.reader.js';

/** Shown by Jitsi as the title of the room, so that nobody takes it for the meeting. */
const SUBJECT = { de: 'Probierraum', en: 'Practice room' };

interface PracticeRoom {
  room: string;
  serverId: string;
  opens: number;
  closes: number;
}

/** Rooms where people try camera and sound before their meeting: each link has its own, and nobody comes without it. */
@Injectable()
export class PracticeRoomsReader {
  constructor(
    private readonly source: DataSource,
    private readonly servers: MeetingServersReader,
    private readonly slots: SlotsReader,
    private readonly health: ServerHealth,
    private readonly keys: DoorKeys,
    private readonly names: PracticeNames,
    private readonly clock: Clock,
  ) {}

  /** Where to practise: on the server of the date, or without one on the first that takes dates. Throws NoMeetingServer, ServerAway. */
  async requireServer(occurrenceId: string | undefined): Promise<string> {
    const date =
      occurrenceId === undefined
        ? undefined
        : await this.slots.findDate('occurrenceId', occurrenceId, this.clock.now());
    const server = await this.servers.findForDate(date?.serverId ?? null);
    if (!server) throw new NoMeetingServer();
    if (!(await this.health.isThere(server.baseUrl))) throw new ServerAway();
    return server.id;
  }

  /**
   * The address that opens the practice room of a link, always as a participant. `link` names the link and does not open
   * it. Throws MeetingNotReady, NoMeetingServer.
   */
  async entryUrl(link: string, displayName: string, wording: Wording): Promise<string> {
    const practice = await this.findOpen(link);
    if (!practice) throw new MeetingNotReady();
    const server = await this.servers.findForDate(practice.serverId);
    if (!server) throw new NoMeetingServer();
    const language = languageOf(wording);
    const who: Record<string, string> =
      server.profile === 'P0'
        ? { 'userInfo.displayName': displayName }
        : { jwt: this.tokenFor(displayName, practice, server) };
    return `${server.baseUrl}/${practice.room}?lang=${language}#${entryFragment(who, SUBJECT[language])}`;
  }

  private async findOpen(link: string): Promise<PracticeRoom | undefined> {
    const now = this.clock.now();
    const { current, before } = this.names.of(link, now);
    const [practice] = await this.source.query<PracticeRoom[]>(
      `SELECT room_name AS room, server_id AS "serverId", extract(epoch FROM opens_at)::float8 AS opens,
         extract(epoch FROM closes_at)::float8 AS closes
       FROM trial_slots WHERE room_name IN ($1, $2) AND closes_at > $3 ORDER BY opens_at LIMIT 1`,
      [current, before, toUtc(now)],
    );
    return practice;
  }

  /** Good for as long as the room is there: nobody extends it. */
  private tokenFor(displayName: string, { room, opens, closes }: PracticeRoom, server: ServerRow): string {
    const participantId = randomBytes(16).toString('hex');
    const range = { start: fromSeconds(opens), end: fromSeconds(closes) };
    const entrant = { displayName, isModerator: false, participantId };
    const entry = { roomName: room, range, earlyMinutes: 0, mayExtend: false, now: this.clock.now() };
    return this.keys.sign(claimsOf(server, entrant, entry));
  }
}
