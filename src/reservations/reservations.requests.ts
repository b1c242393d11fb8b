import { z } from 'zod';
import { LONGEST_DATE_MINUTES } from '../kernel/house-rules.js';
import * as fields from '../platform/http/fields.js';
import { LONGEST_INTERVAL, WEEKDAYS, type Repeat } from './domain/recurrence-rule.js';
import { NoSuchTime, SeriesRefused } from './reservations.errors.js';

const { date, id, listQuery } = fields;

/** As many days as a year can have. */
const MOST_SKIPS = 366;

const end = {
  /** 1 to 52; judged with the rule, so that it is refused as one (422). */
  count: z.int().optional(),
  /** Judged with the rule, too. */
  until: z.string().max(100).meta(shapeOf(date)).optional(),
  /** Looked at apart, to say what is wrong with it. */
  skip: z
    .array(z.string().max(100))
    .max(5000)
    .meta(shapeOf(z.array(date).max(MOST_SKIPS)))
    .optional(),
};
const repeatShape = z.union([
  z.strictObject({
    kind: z.literal('weekly'),
    interval: z.int().min(1).max(LONGEST_INTERVAL),
    weekdays: z.array(z.enum(WEEKDAYS)).max(7).optional(),
    ...end,
  }),
  z.strictObject({
    kind: z.literal('monthly'),
    nth: z.array(z.union([z.int().min(1).max(5), z.literal('last')])).max(6),
    weekday: z.enum(WEEKDAYS),
    ...end,
  }),
]);

function shapeOf(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...shape } = z.toJSONSchema(schema) as Record<string, unknown>;
  return shape;
}

/** Whatever is no rule of the house, a raw RRULE or a daily one too, is against the rules (422), not misshapen (400). */
const repeat = z
  .unknown()
  .meta(shapeOf(repeatShape))
  .transform((rule): Repeat => {
    const parsed = repeatShape.safeParse(rule);
    if (!parsed.success) throw new SeriesRefused('unreadable');
    const { skip = [] } = parsed.data;
    if (skip.length > MOST_SKIPS) throw new SeriesRefused('tooManySkips');
    if (skip.some((each) => !date.safeParse(each).success)) throw new SeriesRefused('noSuchSkip');
    return parsed.data as Repeat;
  });

/** What people type and what is no day or no time is against the rules (422), not misshapen (400). */
const typed = (field: z.ZodType<string>) =>
  z
    .string()
    .max(100)
    .meta(shapeOf(field))
    .transform((text) => {
      const { success, data, error } = field.safeParse(text);
      if (!success) throw new NoSuchTime(error.issues[0]?.message ?? '');
      return data;
    });
const day = typed(fields.date);
const time = typed(fields.time);

/** `seriesDate` says which date is meant, where two of a series share a day. */
const which = { date, seriesDate: date.optional() };
const decisions = z
  .array(
    z.union([
      z.strictObject({ ...which, choose: z.literal('otherRoom'), roomId: id }),
      z.strictObject({ ...which, choose: z.literal('otherTime'), time }),
      z.strictObject({ ...which, choose: z.literal('leaveOut') }),
    ]),
  )
  .max(100);

/** More than any date may last is refused all the same (422): weeks need not be looked at to say so. */
const minutes = z
  .int()
  .max(100_000)
  .meta({ minimum: 1 })
  .transform((length) => {
    if (length < 1) throw new NoSuchTime('Das Ende eines Termins liegt nach seinem Anfang.');
    return Math.min(length, LONGEST_DATE_MINUTES + 1);
  });
const expectedParticipants = z
  .int()
  .min(1, { error: 'Bitte geben Sie an, wie viele Personen Sie erwarten.' })
  .max(1000, { error: 'Das sind zu viele Personen.' });

export const reserveRequest = z.strictObject({
  roomId: z.union([z.literal('any'), id]),
  date: day,
  time,
  minutes,
  expectedParticipants,
  repeat: repeat.optional(),
  decisions: decisions.optional(),
});
export type ReserveRequest = z.infer<typeof reserveRequest>;

/** What changes; the rest stays as it is. */
export const moveRequest = z.strictObject({
  date: day.optional(),
  time: time.optional(),
  minutes: minutes.optional(),
  roomId: z.union([z.literal('any'), id]).optional(),
  expectedParticipants: expectedParticipants.optional(),
});
export type MoveRequest = z.infer<typeof moveRequest>;

export const moveSeriesRequest = z.strictObject({ ...moveRequest.shape, decisions: decisions.optional() });
export type MoveSeriesRequest = z.infer<typeof moveSeriesRequest>;

/** From which date of the series on; without it all that lie ahead. */
export const fromQuery = z.strictObject({ from: id.optional() });
export type FromQuery = z.infer<typeof fromQuery>;

/** A date that was left out, by its day; another time or room than the others have if that helps. */
export const takeUpRequest = z.strictObject({ date: day, time: time.optional(), roomId: id.optional() });
export type TakeUpRequest = z.infer<typeof takeUpRequest>;

/** `leaveOut` names the dates that stay cancelled. */
export const restoreRequest = z
  .strictObject({ leaveOut: z.array(z.strictObject(which)).max(100).default([]) })
  .prefault({});
export type RestoreRequest = z.infer<typeof restoreRequest>;

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
