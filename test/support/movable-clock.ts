import { Clock } from '../../src/kernel/clock.js';
import { instantAt } from '../../src/kernel/local-time.js';

/** Tells the time that a story says. */
export class MovableClock extends Clock {
  constructor(private instant: Temporal.Instant) {
    super();
  }

  now(): Temporal.Instant {
    return this.instant;
  }

  /** Local wall time in the house's time zone, `2026-12-01T18:00`; or an instant, as wall time may come twice. */
  moveTo(when: string | Temporal.Instant): void {
    const instant = when instanceof Temporal.Instant ? when : instantAt(Temporal.PlainDateTime.from(when));
    // To the millisecond: what is due a little later would never be while this clock stands still.
    this.instant = Temporal.Instant.fromEpochMilliseconds(instant.epochMilliseconds);
  }
}
