import type { DialInNumber } from '../../kernel/jitsi-server.js';

/** How to come into a meeting by telephone. */
export interface DialIn {
  /** At least one. */
  numbers: DialInNumber[];
  /** Nine digits. */
  pin: string;
}

const SMALLEST = 100_000_000;
const BEYOND = 1_000_000_000;

/** So many PINs of nine digits without a zero in front, no two the same; `randomInt` as in node:crypto. */
export function newPins(count: number, randomInt: (min: number, max: number) => number): number[] {
  const pins = new Set<number>();
  while (pins.size < count) pins.add(randomInt(SMALLEST, BEYOND));
  return [...pins];
}

/** What somebody typed on a telephone or into a form; undefined when it can be none. */
export function readPin(typed: string): number | undefined {
  const digits = typed.replaceAll(/[\s-]/g, '');
  return /^[1-9]\d{8}$/.test(digits) ? Number(digits) : undefined;
}

/** „123 456 789“ */
export function pinInWords(pin: string): string {
  return pin.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3');
}

/** Each number in a line of its own, then the PIN. */
export function numbersAndPin({ numbers, pin }: DialIn): string {
  return [...numbers.map(({ formattedNumber }) => formattedNumber), `PIN: ${pinInWords(pin)}`].join('\n');
}
