import { z } from 'zod';
import { MOST_REPRESENTATIVES } from '../kernel/house-rules.js';
import { email } from '../platform/http/email-field.js';
import { date, line, listQuery } from '../platform/http/fields.js';
import { REMINDERS } from './group.entity.js';

export const newRepresentative = z.strictObject({ name: line(100), email });
export type NewRepresentative = z.infer<typeof newRepresentative>;

export const grantRequest = z.strictObject({
  label: line(100),
  topic: line(200).optional(),
  representatives: z
    .array(newRepresentative)
    .min(1, { error: 'Bitte tragen Sie mindestens eine Ansprechperson ein.' })
    .max(MOST_REPRESENTATIVES, { error: 'Bitte höchstens zehn Ansprechpersonen.' }),
  accessFrom: date.optional(),
  accessUntil: date.optional(),
});
export type GrantRequest = z.infer<typeof grantRequest>;

export const groupListQuery = z.strictObject(listQuery);
export type GroupListQuery = z.infer<typeof groupListQuery>;

/** What changes; the rest stays as it is. */
export const invitationSettingsChange = z.strictObject({
  reminders: z
    .array(z.enum(REMINDERS, { error: 'Erinnert wird am Tag vorher oder eine Stunde vorher.' }))
    .max(REMINDERS.length, { error: 'Bitte jede Erinnerung nur einmal.' })
    .transform((typed) => REMINDERS.filter((each) => typed.includes(each)))
    .optional(),
  showsLabel: z.boolean().optional(),
  showsDialIn: z.boolean().optional(),
  hasWaitingRoom: z.boolean().optional(),
  /** As the caller has seen it; the same as If-Match. */
  version: z.int().positive().optional(),
});
export type InvitationSettingsChange = z.infer<typeof invitationSettingsChange>;
