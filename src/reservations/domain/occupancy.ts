import type { TimeRange } from '../../kernel/time-range.js';
import type { BusyTimes } from './busy-times.js';

/** How many people are expected on a server from an instant on, until the next entry of the list. */
export interface LoadLevel {
  /** Milliseconds since 1970: these lists are long and looked through often. */
  from: number;
  people: number;
}

export interface ServerLoad {
  id: string;
  /** How many people it carries at the same time. */
  capacity: number;
  /** Whether it takes new dates. */
  isOpen: boolean;
  /** In the order of time; zero outside the stretches that were asked for. */
  levels: readonly LoadLevel[];
}

/** A date that the group itself holds. */
export interface OwnDate {
  range: TimeRange;
  /** Where it is held; not said of one that is only about to be. */
  roomId?: string | undefined;
  /** The Monday of the week it counts for, `2026-12-07`. */
  week: string;
  /** What counts for the week: without what was added while people met. */
  minutes: number;
}

/** All that is already held, as far as it can stand in the way of a wish. */
export interface Occupancy {
  /** By room: when it is held, buffers included. */
  taken: ReadonlyMap<string, BusyTimes>;
  /** By room: when it is closed. */
  closed: ReadonlyMap<string, BusyTimes>;
  own: readonly OwnDate[];
  /** All of the house, also those that take no new dates. Without any, nothing limits the number of people. */
  servers: readonly ServerLoad[];
}

export const NOTHING_HELD: Occupancy = { taken: new Map(), closed: new Map(), own: [], servers: [] };
