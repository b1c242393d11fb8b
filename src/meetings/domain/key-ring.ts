/** Prosody fetches a key when it first meets it; proxies and other instances of the house know it by then. */
export const KEY_WAITS_MINUTES = 10;
/** Longer than any date: nobody holds a token of a key that has not signed for so long. */
export const KEY_RESTS_HOURS = 24;

export interface RingKey {
  kid: string;
  madeAt: Temporal.Instant;
}

export type KeyState =
  /** It signs. */
  | 'inUse'
  /** Too new to sign. */
  | 'waiting'
  /** Tokens that it signed may still be in people's hands. */
  | 'resting'
  /** Nobody needs it any more. */
  | 'done';

const EPOCH = Temporal.Instant.fromEpochMilliseconds(0);
const KID = /^door-(\d{8}T\d{6}Z)-[0-9a-f]+$/;

/** The id of a key tells when it was made, whatever becomes of the file; keys of before had none and count as old. */
export function newKid(now: Temporal.Instant, random: string): string {
  const time = now.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
  return `door-${time}-${random}`;
}

/** The first second from now on in which no key was made: of two keys of one second nobody could tell the newer one. */
export function freeSecond(keys: readonly RingKey[], now: Temporal.Instant): Temporal.Instant {
  const second = now.round({ smallestUnit: 'second', roundingMode: 'floor' });
  const isTaken = keys.some(({ madeAt }) => madeAt.equals(second));
  return isTaken ? freeSecond(keys, second.add({ seconds: 1 })) : second;
}

export function madeAtOf(kid: string): Temporal.Instant {
  const time = KID.exec(kid)?.[1];
  return time === undefined ? EPOCH : Temporal.Instant.from(time);
}

/** The newest key that has waited long enough, or else the one that has waited longest. */
export function keyInUse<Key extends RingKey>(keys: readonly Key[], now: Temporal.Instant): Key | undefined {
  const inOrder = [...keys].sort(byAge);
  return inOrder.findLast((key) => isReached(readyAt(key), now)) ?? inOrder[0];
}

export function stateOf(key: RingKey, keys: readonly RingKey[], now: Temporal.Instant): KeyState {
  const inUse = keyInUse(keys, now);
  if (key.kid === inUse?.kid) return 'inUse';
  if (inUse && byAge(key, inUse) > 0) return 'waiting';
  const next = [...keys].sort(byAge).find((other) => byAge(other, key) > 0);
  const restsUntil = next && readyAt(next).add({ hours: KEY_RESTS_HOURS });
  return restsUntil && isReached(restsUntil, now) ? 'done' : 'resting';
}

function readyAt({ madeAt }: RingKey): Temporal.Instant {
  return madeAt.add({ minutes: KEY_WAITS_MINUTES });
}

function byAge(a: RingKey, b: RingKey): number {
  return Temporal.Instant.compare(a.madeAt, b.madeAt) || (a.kid < b.kid ? -1 : Number(a.kid > b.kid));
}

function isReached(instant: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(instant, now) <= 0;
}
