import { parseArgs, type ParseArgsConfig } from 'node:util';
import { WrongUse } from './command.js';

/** What stands on the command line by its place, and what by its name. Throws WrongUse. */
export function wordsOf(args: string[], options: NonNullable<ParseArgsConfig['options']> = {}) {
  try {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    return { words: positionals, values: values as Readonly<Record<string, string | boolean | undefined>> };
  } catch (error) {
    throw new WrongUse((error as Error).message);
  }
}
