import 'reflect-metadata';
import { openHouse, type OpenHouse } from './open-house.js';
import { CannotStart, readConfig } from './platform/config/config.js';
import { log } from './platform/logging/log.js';
import { welcome } from './welcome.js';

const LONGEST_GOODBYE_MS = 9000;
const SAME_SIGNAL_MS = 1500;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  log.level = config.logLevel;
  const opening = openHouse(config);
  closeOnSignal(opening);
  const { demoStaff } = await opening;
  process.stdout.write(`${welcome(config, demoStaff)}\n`);
}

/**
 * Finishes what is under way, the start itself included; a later second signal, or nine seconds, end the wait.
 * Ctrl-C under npm comes twice at once: from the terminal, and passed on by npm.
 */
function closeOnSignal(opening: Promise<OpenHouse>): void {
  let closingSince: number | undefined;
  const goodbye = () => {
    if (closingSince !== undefined && Date.now() - closingSince > SAME_SIGNAL_MS)
      die('Closed at once, as asked.');
    if (closingSince !== undefined) return;
    closingSince = Date.now();
    setTimeout(() => die('The house took too long to close and was cut off.'), LONGEST_GOODBYE_MS).unref();
    opening
      .then((house) => house.close())
      .then(
        () => process.exit(0),
        (error: unknown) => die(wordsOf(error)),
      );
  };
  process.on('SIGINT', goodbye);
  process.on('SIGTERM', goodbye);
}

function wordsOf(error: unknown): string {
  return error instanceof CannotStart ? error.message : `The house failed: ${String(error)}`;
}

function die(words: string): never {
  process.stderr.write(`${words}\n`);
  process.exit(1);
}

main().catch((error: unknown) => die(wordsOf(error)));
