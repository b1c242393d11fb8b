import { z } from 'zod';
import { withoutControlCharacters } from '../kernel/plain-text.js';

/** Prosody names rooms in lower case; clients write them as they like. */
const roomName = z
  .string()
  .max(200)
  .transform((name) => withoutControlCharacters(name).toLowerCase());

const seenRoom = z.object({ room: roomName, participants: z.int().min(0).max(100_000) });
/** Lua writes an empty list as `{}`. */
const noRooms = z.strictObject({}).transform(() => []);

/** What the slot guard tells with each beat: which rooms run, and how many people are in them. */
export const beatRequest = z.object({ rooms: z.array(seenRoom).max(5000).or(noRooms) });
export type BeatRequest = z.infer<typeof beatRequest>;

/** What mod_reservations asks; when it asks is known, and who does not matter. */
export const conferenceRequest = z.object({ name: roomName, mail_owner: z.string().max(1000).default('') });
export type ConferenceRequest = z.infer<typeof conferenceRequest>;

const conference = z.string().max(500).transform(withoutControlCharacters);
/** The exchange writes digits as text or as a number. */
const pin = z.union([z.string().max(40), z.number()]).transform(String);
/** What the exchange calls the caller: a number, or a call. Only counted. */
const caller = z.string().max(200);

export const numbersQuery = z.object({ conference: conference.optional() });
export const codeQuery = z.object({
  conference: conference.optional(),
  id: pin.optional(),
  caller: caller.optional(),
});
export type CodeQuery = z.infer<typeof codeQuery>;
