import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { EXTENSION_MINUTES } from '../kernel/house-rules.js';
import { fromSeconds, isBefore, type TimeRange } from '../kernel/time-range.js';
import { languageOf, readWording } from '../kernel/wording.js';
import { MeetingServersReader, type ServerRow } from '../rooms/meeting-servers.reader.js';
import { claimsOf } from './domain/door-token.js';
import { entryFragment } from './domain/entry-fragment.js';
import type { DialIn } from './domain/pins.js';
import { DoorKeys } from './door-keys.js';
import { MeetingFull, MeetingNotReady, NoMeetingServer, ServerAway } from './meetings.errors.js';
import { ParticipantIds } from './participant-ids.js';
import { ServerHealth } from './server-health.js';
import { SlotsReader, type DateRow } from './slots.reader.js';

export { MeetingFull, MeetingNotReady, NoMeetingServer, ServerAway } from './meetings.errors.js';
export { numbersAndPin, pinInWords, type DialIn } from './domain/pins.js';
export { doorStateOf, MODERATOR_MINUTES_EARLIER, type DoorState } from './domain/door-state.js';

/** SQL for how a date `o` can be called: the numbers as people read them, and behind them the PIN. */
export const NUMBERS = `ARRAY(
  SELECT d.dialled FROM meeting_servers s JOIN meetings m ON m.occurrence_id = o.id
  CROSS JOIN LATERAL (
    SELECT n ->> 'formattedNumber' FROM jsonb_array_elements(s.dial_in) n UNION ALL SELECT m.pin::text) d (dialled)
  WHERE s.id = o.server_id AND m.pin IS NOT NULL AND s.dial_in <> '[]')`;

/** The same of what somebody can be told. */
export function numbersOf(dialIn: DialIn | undefined): string[] {
  return dialIn ? [...dialIn.numbers.map(({ formattedNumber }) => formattedNumber), dialIn.pin] : [];
}

export interface EntryRequest {
  occurrenceId: string;
  /** Until the door closes. */
  range: TimeRange;
  earlyMinutes: number;
  /** Who enters: the invitee with their link, or the person. */
  guestId: string;
  displayName: string;
  isModerator: boolean;
  /** Was inside a moment ago, and may still be counted there. */
  isBack: boolean;
}

export interface WayTo {
  /** By telephone; undefined where that is not possible. */
  dialIn: DialIn | undefined;
  /** The date meets on a foreign server, which lets in whoever knows the address. */
  isForeign: boolean;
}

/** Shown by Jitsi as the title of the meeting: says nothing about the group. */
const SUBJECT = 'Online-Treffen';

@Injectable()
export class MeetingsReader {
  constructor(
    private readonly servers: MeetingServersReader,
    private readonly slots: SlotsReader,
    private readonly health: ServerHealth,
    private readonly keys: DoorKeys,
    private readonly participants: ParticipantIds,
    private readonly clock: Clock,
  ) {}

  /** The origins that our pages send people to, as `form-action` lists them; empty where no server is. */
  async serverOrigins(): Promise<string> {
    const origins = (await this.servers.baseUrls()).map((baseUrl) => new URL(baseUrl).origin);
    return [...new Set(origins)].join(' ');
  }

  /**
   * The address that opens Jitsi for one person, made on demand, on the server that the date was put on. Throws
   * NoMeetingServer, MeetingNotReady, MeetingFull, ServerAway.
   */
  async entryUrl(request: EntryRequest): Promise<string> {
    const date = await this.slots.findDate('occurrenceId', request.occurrenceId, this.clock.now());
    const server = await this.servers.findForDate(date?.serverId ?? null);
    if (!server) throw new NoMeetingServer();
    if (!date) throw new MeetingNotReady();
    if (isFullFor(request, date)) throw new MeetingFull();
    if (!(await this.health.isThere(server.baseUrl))) throw new ServerAway(dialInTo(server, date));
    const language = languageOf(readWording(date.wording));
    return `${server.baseUrl}/${date.room}?lang=${language}#${this.fragmentFor(request, server, date)}`;
  }

  /**
   * When the door of a planned date closes: at its end, or half an hour later as long as nobody needs room or server
   * then. Only asked when it matters.
   */
  async closesAt(occurrenceId: string, end: Temporal.Instant): Promise<Temporal.Instant> {
    const now = this.clock.now();
    const latest = end.add({ minutes: EXTENSION_MINUTES });
    if (isBefore(now, end) || !isBefore(now, latest)) return end;
    const date = await this.slots.findDate('occurrenceId', occurrenceId, now);
    return date ? fromSeconds(date.closes) : end;
  }

  /** What people have to know of how they come into the meeting of a date. */
  async wayTo(occurrenceId: string): Promise<WayTo> {
    const date = await this.slots.findDate('occurrenceId', occurrenceId, this.clock.now());
    const server = date && (await this.servers.findForDate(date.serverId));
    return { dialIn: server && dialInTo(server, date), isForeign: server?.profile === 'P0' };
  }

  /** How to come in by telephone; undefined where that is not possible. */
  async dialInOf(occurrenceId: string): Promise<DialIn | undefined> {
    return (await this.wayTo(occurrenceId)).dialIn;
  }

  /** When somebody who represents the group came to a planned date the last time; undefined while nobody has. */
  async moderatorCameAt(occurrenceId: string): Promise<Temporal.Instant | undefined> {
    const date = await this.slots.findDate('occurrenceId', occurrenceId, this.clock.now());
    return typeof date?.cameAt === 'number' ? fromSeconds(date.cameAt) : undefined;
  }

  private fragmentFor(request: EntryRequest, server: ServerRow, { room: roomName }: DateRow): string {
    const { displayName, isModerator, occurrenceId, guestId } = request;
    if (server.profile === 'P0') return entryFragment({ 'userInfo.displayName': displayName }, SUBJECT);
    const entrant = { displayName, isModerator, participantId: this.participants.of(occurrenceId, guestId) };
    const entry = { ...request, roomName, mayExtend: true, now: this.clock.now() };
    const jwt = this.keys.sign(claimsOf(server, entrant, entry));
    return entryFragment({ jwt }, SUBJECT);
  }
}

/** Never for those who lead the meeting or were in it: the guard knows better whom it still counts. */
function isFullFor({ isModerator, isBack }: EntryRequest, { heads, seats }: DateRow): boolean {
  return !isModerator && !isBack && (heads ?? 0) >= seats;
}

function dialInTo({ dialIn: numbers }: ServerRow, { pin }: DateRow): DialIn | undefined {
  return numbers.length > 0 && pin !== null ? { numbers, pin: String(pin) } : undefined;
}
