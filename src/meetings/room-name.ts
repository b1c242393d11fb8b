import { randomBytes } from 'node:crypto';

/** 160 bits. */
export const ROOM_NAME_BYTES = 20;

/** In hexadecimal: Jitsi compares room names in lower case and takes only `[a-z0-9]` safely. */
export function newRoomName(): string {
  return randomBytes(ROOM_NAME_BYTES).toString('hex');
}
