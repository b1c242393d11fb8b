import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import type { ServerRow } from '../rooms/meeting-servers.reader.js';
import type { PhoneCodeView } from './meetings.views.js';
import { isOpenOn, SlotsReader } from './slots.reader.js';

const OPEN = 'Der Raum ist offen. Am Telefon öffnet ihn diese PIN.';
const NOT_OPEN = 'Zu diesem Raum gibt es jetzt keine Telefoneinwahl.';

/** The PIN of a room for those who are in it. The room's name is the proof that they are. */
@Injectable()
export class PhoneReader {
  constructor(
    private readonly slots: SlotsReader,
    private readonly clock: Clock,
  ) {}

  /** `conference` is `room@muc.meet.jitsi`. Rooms that do not exist answer like those that are not open. */
  async codeOf(server: ServerRow, conference: string): Promise<PhoneCodeView> {
    const [room = '', domain = server.mucDomain] = conference.toLowerCase().split('@');
    const now = this.clock.now();
    const date = await this.slots.findDate('room', room, now);
    const isHere = domain === server.mucDomain.toLowerCase();
    if (!date?.pin || !isHere || !isOpenOn(server, date, now))
      return { message: NOT_OPEN, id: false, conference };
    return { message: OPEN, id: date.pin, conference: `${date.room}@${server.mucDomain}` };
  }
}
