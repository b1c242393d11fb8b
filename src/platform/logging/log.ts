import { pino } from 'pino';

/**
 * The house's log: what happened and where, never who. No names, addresses, tokens or request bodies go in;
 * error messages stay out as well, because drivers quote values in them.
 */
export const log = pino({
  level: 'warn',
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: ['*.email', '*.token', '*.authorization', '*.cookie'],
});
