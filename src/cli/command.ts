import type { Config } from '../platform/config/config.js';

/** What a command works with. */
export interface CommandContext {
  config: Config;
  /** Writes a line for the person at the terminal. */
  say: (line: string) => void;
}

export interface Command {
  /** One line for each way to call it. */
  usage: readonly string[];
  /** The exit code when it could not do its work; 1 unless something else is said. */
  cannotRunCode?: number;
  /** Throws Refused, WrongUse, CannotStart. */
  run: (args: string[], context: CommandContext) => Promise<void>;
}

/** What was asked for cannot be done; why, in one sentence. */
export class Refused extends Error {}

/** The command line says something that there is not. */
export class WrongUse extends Error {}
