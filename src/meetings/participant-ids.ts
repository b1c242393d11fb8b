import { Injectable } from '@nestjs/common';
import { HouseKey } from '../platform/secrets/house-key.js';

/** What Jitsi calls the guests of a date: random to everybody but this house, and not the same at another date. */
@Injectable()
export class ParticipantIds {
  constructor(private readonly key: HouseKey) {}

  /** The same for each entry of one guest to one date, so that a guest can be kept out. */
  of(occurrenceId: string, guestId: string): string {
    return this.key.derive('jitsi-participant', `${occurrenceId} ${guestId}`).subarray(0, 16).toString('hex');
  }
}
