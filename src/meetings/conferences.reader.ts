import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { HouseKey } from '../platform/secrets/house-key.js';
import type { ServerRow } from '../rooms/meeting-servers.reader.js';
import type { ConferenceRequest } from './meetings.requests.js';
import { toConferenceView, toRefusedConferenceView } from './meetings.views.js';
import { isOpen, SlotsReader, type SlotRow } from './slots.reader.js';
import { TrialSlotsReader } from './trial-slots.reader.js';

/** What Jitsi's mod_reservations learns of a room before it is opened. Asking changes nothing. */
@Injectable()
export class ConferencesReader {
  constructor(
    private readonly slots: SlotsReader,
    private readonly trials: TrialSlotsReader,
    private readonly key: HouseKey,
    private readonly clock: Clock,
  ) {}

  /** The room as it may be opened now, or why it may not. */
  async ask(server: ServerRow, request: ConferenceRequest) {
    const now = this.clock.now();
    const { name, mail_owner: mailOwner } = request;
    const found = await this.slots.findDate('room', name, now);
    if (!found) return this.askForTrial(server, request, now);
    const date = found.serverId === server.id ? found : undefined;
    if (!date?.isActive || !isOpen(date, now)) return { refused: toRefusedConferenceView(date, now) };
    const id = this.idOf(server, date);
    return { opened: toConferenceView(date, server, { id, mailOwner }) };
  }

  /** A room without a date, to try the server: people are to get in without waiting to be let in. */
  private async askForTrial(server: ServerRow, request: ConferenceRequest, now: Temporal.Instant) {
    const { name, mail_owner: mailOwner } = request;
    const trials = await this.trials.guardedOn(server.id, now);
    const trial = trials.find((each) => each.room === name && isOpen(each, now));
    if (!trial) return { refused: toRefusedConferenceView(undefined, now) };
    const id = this.idOf(server, trial);
    return { opened: toConferenceView(trial, server, { id, mailOwner }) };
  }

  /** One that is open now; undefined for any other. */
  async find(server: ServerRow, id: string) {
    const now = this.clock.now();
    const open = (await this.slots.guardedOn(server.id, now)).filter((slot) => isOpen(slot, now));
    const slot = open.find((each) => this.idOf(server, each) === id);
    return slot && toConferenceView(slot, server, { id, mailOwner: '' });
  }

  /** Tells Jitsi nothing about the booking; the same each time. */
  private idOf(server: ServerRow, { occurrenceId }: SlotRow): string {
    const hash = this.key.derive('jitsi-conference', `${server.id} ${occurrenceId}`);
    return hash.subarray(0, 16).toString('hex');
  }
}
