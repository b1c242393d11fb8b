import { z } from 'zod';
import { email } from '../platform/http/email-field.js';
import { date, line, listQuery } from '../platform/http/fields.js';

export const grantRequest = z.strictObject({
  label: line(100),
  topic: line(200).optional(),
  representatives: z
    .array(z.strictObject({ name: line(100), email }))
    .min(1, { error: 'Bitte tragen Sie mindestens eine Ansprechperson ein.' })
    .max(10, { error: 'Bitte höchstens zehn Ansprechpersonen.' }),
  accessFrom: date.optional(),
  accessUntil: date.optional(),
});
export type GrantRequest = z.infer<typeof grantRequest>;

export const groupListQuery = z.strictObject(listQuery);
export type GroupListQuery = z.infer<typeof groupListQuery>;
