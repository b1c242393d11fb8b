import { randomUUIDv7 } from 'node:crypto';

/** A new identifier: UUID version 7 (RFC 9562), so that rows made later also sort later. */
export function newId(): string {
  return randomUUIDv7();
}
