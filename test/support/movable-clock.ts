import { Clock } from '../../src/kernel/clock.js';

/** Tells the time that a story says. */
export class MovableClock extends Clock {
  constructor(private instant: Temporal.Instant) {
    super();
  }

  now(): Temporal.Instant {
    return this.instant;
  }

  /** Local wall time in the house's time zone, `2026-12-01T18:00`. */
  moveTo(wallTime: string): void {
    this.instant = Temporal.PlainDateTime.from(wallTime).toZonedDateTime('Europe/Berlin').toInstant();
  }
}
