/**
 * How much of the door a Jitsi server holds by itself: P0 nothing (a foreign server), P1 the tokens of the house, P2
 * also asks the house before it opens a room, P3 also asks all the time who may be where (the slot guard).
 */
export const PROFILES = ['P0', 'P1', 'P2', 'P3'] as const;
export type Profile = (typeof PROFILES)[number];

/** Whether a server of this kind asks the house about its rooms. */
export function asksTheHouse(profile: Profile): boolean {
  return profile === 'P2' || profile === 'P3';
}

/** What Jitsi's own containers and our set-up of them are called when nobody says otherwise. */
export const USUAL_NAMES = { xmppDomain: 'meet.jitsi', issuer: 'virtuelles-haus', audience: 'jitsi' };

/** Where the rooms of a server are when nobody says otherwise. */
export function usualMucDomain(xmppDomain: string): string {
  return `muc.${xmppDomain}`;
}

/** An address of a server and nothing that a room's name cannot follow: no user and password, no query, no fragment. */
export function isPlainAddress(text: string): boolean {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return false;
  const { username, password, search, hash } = new URL(text);
  return [username, password, search, hash].every((part) => part === '');
}

/** A number to call, as Jitsi's pages show it. */
export interface DialInNumber {
  /** ISO 3166, `DE`. */
  countryCode: string;
  formattedNumber: string;
  tollFree: boolean;
  /** The one that is shown first. */
  default: boolean;
}

/** `+49 231 1234567` */
export const PHONE_NUMBER = /^\+\d[\d ()/-]{3,28}\d$/;
const NUMBER = new RegExp(`^([A-Z]{2}) (${PHONE_NUMBER.source.slice(1, -1)})( free)?$`);

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
