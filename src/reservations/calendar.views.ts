import { z } from 'zod';

/** Empty while this person has no calendar of the group. */
export const calendarView = z.strictObject({
  url: z.url().optional(),
  createdAt: z.iso.datetime().optional(),
});
export type CalendarView = z.infer<typeof calendarView>;

export const newCalendarView = z.strictObject({ url: z.url(), createdAt: z.iso.datetime() });
