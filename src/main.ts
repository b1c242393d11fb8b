import 'reflect-metadata';
import { openHouse, type OpenHouse } from './open-house.js';
import { CannotStart, readConfig } from './platform/config/config.js';
import { log } from './platform/logging/log.js';
import { welcome } from './welcome.js';

const LONGEST_GOODBYE_MS = 9000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  log.level = config.logLevel;
  const house = await openHouse(config);
  closeOnSignal(house);
  process.stdout.write(`${welcome(config)}\n`);
}

/**
 * Finishes what is under way; a later second signal, or nine seconds, end the wait. Ctrl-C under npm comes twice at
 * once: from the terminal, and passed on by npm.
 */
function closeOnSignal(house: OpenHouse): void {
  let closingSince: number | undefined;
  const goodbye = () => {
    if (closingSince !== undefined && Date.now() - closingSince > 1500) die('Closed at once, as asked.');
    if (closingSince !== undefined) return;
    closingSince = Date.now();
    setTimeout(() => die('The house took too long to close and was cut off.'), LONGEST_GOODBYE_MS).unref();
    house.close().then(
      () => process.exit(0),
      (error: unknown) => die(`The house does not close properly: ${String(error)}`),
    );
  };
  process.on('SIGINT', goodbye);
  process.on('SIGTERM', goodbye);
}

function die(words: string): never {
  process.stderr.write(`${words}\n`);
  process.exit(1);
}

main().catch((error: unknown) => {
  die(error instanceof CannotStart ? error.message : `The house does not start: ${String(error)}`);
});
