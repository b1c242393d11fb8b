import { Injectable } from '@nestjs/common';
import { NotFound } from '../kernel/domain-error.js';
import { Clock } from '../kernel/clock.js';
import { EXTENSION_MINUTES } from '../kernel/house-rules.js';
import { newId } from '../kernel/id.js';
import { ReservationsReader } from '../reservations/reservations.reader.js';
import { readTypedToken } from './domain/group-token.js';
import { GroupLinksReader } from './group-links.reader.js';
import { GuestsReader, openOrNext, type Guest } from './guests.reader.js';
import { GroupLinkReplaced } from './invitations.errors.js';

/** Where the link of a group leads now. Asking changes nothing. */
@Injectable()
export class GroupDoorReader {
  constructor(
    private readonly links: GroupLinksReader,
    private readonly guests: GuestsReader,
    private readonly reservations: ReservationsReader,
    private readonly clock: Clock,
  ) {}

  /**
   * A guest at the door of the date that runs or comes next; undefined while none is planned. Nobody knows who holds
   * this link, so each entry is a guest of its own. Throws NotFound, GroupLinkReplaced, DoorRests.
   */
  async findGuest(token: string): Promise<Guest | undefined> {
    const link = await this.links.findByToken(readTypedToken(token) ?? '');
    if (!link) throw new NotFound();
    if (link.isReplaced) throw new GroupLinkReplaced();
    await this.guests.refuseResting(link.groupId);
    const now = this.clock.now();
    const justNow = now.subtract({ minutes: EXTENSION_MINUTES });
    return openOrNext(await this.findAt(link.groupId, now), () => this.findAt(link.groupId, justNow));
  }

  private async findAt(groupId: string, time: Temporal.Instant): Promise<Guest | undefined> {
    const occurrence = await this.reservations.findNextOf(groupId, time);
    return occurrence && this.guests.guestAt(occurrence, { guestId: newId(), isModerator: false });
  }
}
