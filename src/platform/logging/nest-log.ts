import type { LoggerService } from '@nestjs/common';
import { log } from './log.js';

/** Hands the framework's own messages to the house's log. */
export const nestLog: LoggerService = {
  log: (message: unknown) => log.debug(String(message)),
  warn: (message: unknown) => log.warn(String(message)),
  error: (message: unknown) => log.error(String(message)),
};
