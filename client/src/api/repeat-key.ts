/**
 * Idempotency keys: the same wish sent again after a lost answer carries the same key, so the house
 * makes one booking of it. Once the house has answered, the next wish gets a new key.
 * Moving, cancelling or taking off may undo what was done without an answer: after it the same wish is a new one.
 */
const waiting = new Map<string, string>();

export function repeatKeyFor(wish: string): string {
  const key = waiting.get(wish) ?? newKey();
  waiting.set(wish, key);
  return key;
}

/** No session, or too many requests: that was said before anybody looked whether the wish has come true. */
const SAID_AT_THE_DOOR = [401, 429];

export function settleRepeatKey(wish: string, status: number): void {
  if (status < 500 && !SAID_AT_THE_DOOR.includes(status)) waiting.delete(wish);
}

export function forgetRepeatKeys(): void {
  waiting.clear();
}

// Not crypto.randomUUID: it is missing on plain http addresses, as used for a first try in a local network.
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
