import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { log } from '../platform/logging/log.js';
import { RateLimits } from '../platform/rate-limit/rate-limits.js';
import type { ServerRow } from '../rooms/meeting-servers.reader.js';
import { readPin } from './domain/pins.js';
import { TooManyPins } from './meetings.errors.js';
import { isOpenOn, SlotsReader } from './slots.reader.js';

/** Wrong PINs a minute: of one caller, and of all callers of a server together. */
const OF_CALLER = { name: 'pin-of-caller', points: 5, seconds: 60 };
const OF_SERVER = { name: 'pin-of-server', points: 100, seconds: 60 };
/** Said once a minute, not for each of them. */
const ALARM = { name: 'pin-alarm', points: 1, seconds: 60 };

/** The telephone exchange asks which room a caller's PIN opens now. Wrong ones are counted, right ones are not. */
@Injectable()
export class LookUpPin {
  constructor(
    private readonly slots: SlotsReader,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * The room, or undefined. `caller` is what the exchange knows of them, if anything: whoever is known is not kept out
   * because others guess. Throws TooManyPins.
   */
  async run(server: ServerRow, typed: string, caller: string | undefined) {
    await this.requireTries(server, caller);
    const pin = readPin(typed);
    const date = pin === undefined ? undefined : await this.slots.findDate('pin', pin, this.clock.now());
    if (!date || !isOpenOn(server, date, this.clock.now())) return undefined;
    await this.limits.giveBack(OF_SERVER, server.id);
    if (caller) await this.limits.giveBack(OF_CALLER, `${server.id} ${caller}`);
    return { room: date.room };
  }

  private async requireTries(server: ServerRow, caller: string | undefined): Promise<void> {
    if (caller && !(await this.limits.mayTry(OF_CALLER, `${server.id} ${caller}`))) throw new TooManyPins();
    if (await this.limits.mayTry(OF_SERVER, server.id)) return;
    if (await this.limits.mayTry(ALARM, server.id))
      log.warn({ server: server.slug }, 'too many wrong telephone PINs: somebody may be guessing');
    if (!caller) throw new TooManyPins();
  }
}
