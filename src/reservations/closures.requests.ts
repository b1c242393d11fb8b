import { z } from 'zod';
import { date, id, line, listQuery, time } from '../platform/http/fields.js';

/** What becomes of the dates that a closure hits: they stay, are called off, or get another room where there is one. */
const dates = z.enum(['leave', 'cancel', 'move']);
export type Treatment = z.infer<typeof dates>;

const reason = line(200);
const endTime = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: 'Bitte eine Uhrzeit wie 18:00 oder 24:00.' });

/** Without a room: the contact point of who asks, or for the operator the house. */
export const closureRequest = z.strictObject({
  roomId: id.optional(),
  from: z.strictObject({ date, time: time.default('00:00') }),
  to: z.strictObject({ date, time: endTime.default('24:00') }),
  isYearly: z.boolean().default(false),
  reason: reason.optional(),
  dates: dates.default('leave'),
});
export type ClosureRequest = z.infer<typeof closureRequest>;

/** What changes; the rest stays as it is. A reason of null takes it away. */
export const closureChange = z.strictObject({
  from: z.strictObject({ date, time: time.optional() }).optional(),
  to: z.strictObject({ date, time: endTime.optional() }).optional(),
  isYearly: z.boolean().optional(),
  reason: reason.nullable().optional(),
  dates: dates.default('leave'),
});
export type ClosureChange = z.infer<typeof closureChange>;

export const closureListQuery = z.strictObject(listQuery);
export type ClosureListQuery = z.infer<typeof closureListQuery>;
