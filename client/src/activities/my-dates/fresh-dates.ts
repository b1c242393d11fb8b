import { Task, type TaskStatus } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { now } from '../../api/house-clock.js';
import { readOccurrences } from '../../api/reservations.js';
import type { Occurrence } from '../../api/shapes.js';
import type { Load } from '../../parts/loaded.js';
import { addMonths, today } from '../../parts/local-time.js';
import { hasEndedSince } from './as-of-now.js';

/** No contact point lets anybody reserve further ahead, and a date made before the rules changed must not vanish. */
const LONGEST_HORIZON_MONTHS = 24;

const MINUTE = 60_000;

interface About {
  groupId: string;
  /** When it changes the dates are read anew. */
  round: number;
  /** Whether the list may change by itself just now. */
  mayLook: boolean;
}

interface DatesOf {
  groupId: string;
  dates: Occurrence[];
}

/**
 * The dates of a group on a page that may stay open for hours: each minute it shows what hangs on the clock, and
 * whoever comes back to it sees the dates as they are by then.
 */
export class FreshDates implements ReactiveController, Load<Occurrence[]> {
  private readonly task: Task<readonly [string, number], DatesOf>;

  private readAt = 0;
  /** What stays when the house does not answer, looked at again without having been asked to. */
  private kept: DatesOf | undefined;
  private minutes: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly about: () => About,
    /** What else may have changed by itself is read along, also when another group is chosen. */
    private readonly lookBeside: () => void,
  ) {
    host.addController(this);
    this.task = new Task(host, {
      task: ([groupId], { signal }) => this.read(groupId, signal),
      args: () => [this.about().groupId, this.about().round] as const,
    });
  }

  get status(): TaskStatus {
    return this.task.status;
  }

  get error(): unknown {
    return this.task.error;
  }

  /** Of another group nothing stays, though it was read last. */
  get value(): Occurrence[] | undefined {
    const read = this.task.value;
    return read?.groupId === this.about().groupId ? read.dates : undefined;
  }

  run(): Promise<void> {
    return this.task.run();
  }

  hostConnected(): void {
    this.minutes = setInterval(this.minutePassed, MINUTE);
    document.addEventListener('visibilitychange', this.cameBack);
  }

  hostDisconnected(): void {
    clearInterval(this.minutes);
    document.removeEventListener('visibilitychange', this.cameBack);
  }

  /** Reads them again; when that does not go, what is shown stays. */
  async lookAgain(): Promise<void> {
    this.lookBeside();
    this.kept = this.task.value;
    await this.run();
  }

  private async read(groupId: string, signal: AbortSignal): Promise<DatesOf> {
    const { kept } = this;
    if (this.task.value && this.task.value.groupId !== groupId) this.lookBeside();
    this.kept = undefined;
    try {
      const dates = await readOccurrences(groupId, addMonths(today(), LONGEST_HORIZON_MONTHS), signal);
      this.readAt = now();
      return { groupId, dates };
    } catch (caught) {
      if (kept?.groupId !== groupId) throw caught;
      return kept;
    }
  }

  private readonly minutePassed = (): void => {
    this.host.requestUpdate();
    const isNewDay = today(this.readAt) !== today();
    if (isNewDay || hasEndedSince(this.value ?? [], this.readAt, now())) this.lookByItself();
  };

  private readonly cameBack = (): void => {
    if (document.visibilityState !== 'visible') return;
    this.host.requestUpdate();
    if (now() - this.readAt > MINUTE) this.lookByItself();
  };

  private lookByItself(): void {
    if (!this.value || !this.about().mayLook) return;
    void this.lookAgain();
  }
}
