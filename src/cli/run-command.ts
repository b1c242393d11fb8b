import { CannotStart, readConfig } from '../platform/config/config.js';
import { log } from '../platform/logging/log.js';
import { Refused, WrongUse, type Command } from './command.js';
import { doorKeys } from './door-keys-command.js';
import { jitsiDoctor } from './jitsi-doctor-command.js';
import { servers } from './servers-command.js';

const COMMANDS: Readonly<Record<string, Command>> = {
  servers,
  'door-keys': doorKeys,
  'jitsi-doctor': jitsiDoctor,
};

const USAGE = ['Usage: npm run house -- <command>', '']
  .concat(Object.values(COMMANDS).flatMap(({ usage }) => usage.map((line) => `  ${line}`)))
  .join('\n');

/** Returns the exit code: 0 done, 1 refused, 2 not understood. Says why on stderr, in one sentence. */
export async function runCommand(argv: string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const [name = '', ...args] = argv;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    const isAsked = ['--help', '-h', 'help'].includes(name);
    (isAsked ? process.stdout : process.stderr).write(`${USAGE}\n`);
    return isAsked ? 0 : 2;
  }
  try {
    const config = readConfig(environment);
    log.level = config.logLevel;
    await command.run(args, { config, say: (line) => process.stdout.write(`${line}\n`) });
    return 0;
  } catch (error) {
    return explain(error, command);
  }
}

function explain(error: unknown, { usage, cannotRunCode = 1 }: Command): number {
  if (error instanceof WrongUse) {
    process.stderr.write(
      `${[error.message, '', 'Usage:', ...usage.map((line) => `  ${line}`)].join('\n')}\n`,
    );
    return 2;
  }
  const isPlain = error instanceof Refused || error instanceof CannotStart;
  process.stderr.write(`${isPlain ? error.message : `This failed: ${String(error)}`}\n`);
  return error instanceof Refused ? 1 : cannotRunCode;
}
