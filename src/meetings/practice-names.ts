import { Injectable } from '@nestjs/common';
import { HouseKey } from '../platform/secrets/house-key.js';
import { ROOM_NAME_BYTES } from './room-name.js';

const HOUR_MS = 3_600_000;

/**
 * What the practice rooms of a link are called: another name each hour, which nobody but this house can tell from a
 * random one. So no table has to say whose room it is, and nothing of it is left afterwards.
 */
@Injectable()
export class PracticeNames {
  constructor(private readonly key: HouseKey) {}

  /** A room that opens in this hour of the clock, and the one of the hour before, which may still be open. */
  of(link: string, now: Temporal.Instant): { current: string; before: string } {
    const hour = Math.floor(now.epochMilliseconds / HOUR_MS);
    return { current: this.nameIn(link, hour), before: this.nameIn(link, hour - 1) };
  }

  private nameIn(link: string, hour: number): string {
    return this.key.derive('practice-room', `${link} ${hour}`).subarray(0, ROOM_NAME_BYTES).toString('hex');
  }
}
