import { z } from 'zod';
import { readEmailAddress } from '../../kernel/email-address.js';

/** A mail address as one plain ASCII address; anything else is refused with the reason. */
export const email = z
  .string()
  .max(1000, { error: 'Die Adresse ist zu lang.', abort: true })
  .transform((typed, context) => {
    const read = readEmailAddress(typed);
    if (read.ok) return read.email;
    context.addIssue({ code: 'custom', message: read.reason });
    return z.NEVER;
  });
