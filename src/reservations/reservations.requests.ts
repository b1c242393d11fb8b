import { z } from 'zod';
import { date, id, listQuery, time } from '../platform/http/fields.js';

export const reserveRequest = z.strictObject({
  roomId: z.union([z.literal('any'), id]),
  date,
  time,
  minutes: z.int().min(1).max(100_000),
  expectedParticipants: z
    .int()
    .min(1, { error: 'Bitte geben Sie an, wie viele Personen Sie erwarten.' })
    .max(1000, { error: 'Das sind zu viele Personen.' }),
});
export type ReserveRequest = z.infer<typeof reserveRequest>;

/** Both days belong to the period. */
export const periodQuery = z.strictObject({ from: date, to: date });
export type PeriodQuery = z.infer<typeof periodQuery>;

export const occurrencesQuery = z.strictObject({
  from: date.optional(),
  to: date.optional(),
  limit: listQuery.limit,
  cursor: z.coerce.number().int().min(0).max(100_000).optional(),
});
export type OccurrencesQuery = z.infer<typeof occurrencesQuery>;
