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

/** Finishes what is under way; a second signal, or nine seconds, end the wait. */
function closeOnSignal(house: OpenHouse): void {
  let isClosing = false;
  const goodbye = () => {
    if (isClosing) process.exit(1);
    isClosing = true;
    setTimeout(() => process.exit(1), LONGEST_GOODBYE_MS).unref();
    house.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', goodbye);
  process.on('SIGTERM', goodbye);
}

main().catch((error: unknown) => {
  const words = error instanceof CannotStart ? error.message : `The house does not start: ${String(error)}`;
  process.stderr.write(`${words}\n`);
  process.exit(1);
});
