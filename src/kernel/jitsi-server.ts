/**
 * How much of the door a Jitsi server holds by itself: P0 nothing (a foreign server), P1 the tokens of the house, P2
 * also asks the house before it opens a room, P3 also asks all the time who may be where (the slot guard).
 */
export const PROFILES = ['P0', 'P1', 'P2', 'P3'] as const;
export type Profile = (typeof PROFILES)[number];

/** A number to call, as Jitsi's pages show it. */
export interface DialInNumber {
  /** ISO 3166, `DE`. */
  countryCode: string;
  formattedNumber: string;
  tollFree: boolean;
  /** The one that is shown first. */
  default: boolean;
}

const NUMBER = /^([A-Z]{2}) (\+\d[\d ()/-]{3,28}\d)( free)?$/;

/** `DE +49 231 1234567, DE +49 800 1234567 free`: the first one is shown first. Undefined when it is something else. */
export function readDialIn(text: string): DialInNumber[] | undefined {
  const parts = text.split(',').map((part) => part.trim());
  const numbers = parts.filter((part) => part !== '').map((part) => NUMBER.exec(part));
  return numbers.some((match) => match === null)
    ? undefined
    : numbers.map((match, index) => ({
        countryCode: match?.[1] ?? '',
        formattedNumber: match?.[2] ?? '',
        tollFree: match?.[3] !== undefined,
        default: index === 0,
      }));
}

/** The same the other way round. */
export function dialInInWords(numbers: readonly DialInNumber[]): string {
  return numbers
    .map(
      ({ countryCode, formattedNumber, tollFree }) =>
        `${countryCode} ${formattedNumber}${tollFree ? ' free' : ''}`,
    )
    .join(', ');
}
