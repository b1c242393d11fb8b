import { z } from 'zod';
import { email } from '../platform/http/email-field.js';

export const startSignInRequest = z.strictObject({ contactPoint: z.string().min(1).max(100), email });
export type StartSignInRequest = z.infer<typeof startSignInRequest>;

export const finishSignInRequest = z.strictObject({
  code: z.string().min(1).max(40),
  /** On a device of one's own: the session lasts for days instead of hours. */
  staySignedIn: z.boolean().default(false),
});
export type FinishSignInRequest = z.infer<typeof finishSignInRequest>;

export const staffSignInRequest = z.strictObject({ email, password: z.string().min(1).max(200) });
export type StaffSignInRequest = z.infer<typeof staffSignInRequest>;
