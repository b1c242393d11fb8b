import { z } from 'zod';
import { id } from '../platform/http/fields.js';

/** A form of the pages behind the link in a representative's mail. Day and time are read later: what is typed is kept. */
export const actRequest = z.strictObject({
  act: z.enum(['confirm', 'move', 'cancel']),
  date: z.string().max(100).default(''),
  time: z.string().max(100).default(''),
  roomId: id.optional(),
  /** The version of the date that was on the page. */
  version: z.coerce.number().int().min(0).max(2_000_000_000),
  /** Only from the page that asks once more. */
  sure: z.string().max(100).default(''),
});
export type ActRequest = z.infer<typeof actRequest>;
