import { z } from 'zod';
import { withoutControlCharacters } from '../kernel/plain-text.js';
import { line } from '../platform/http/fields.js';

// The addresses are checked by the command, which names every bad one; here only what no address list can be.
export const inviteRequest = z.strictObject({
  invitees: z
    .array(z.strictObject({ name: line(100).optional(), email: z.string().max(100_000) }))
    .min(1, { error: 'Bitte geben Sie mindestens eine Adresse ein.' })
    .max(1000, { error: 'Das sind zu viele Adressen auf einmal.' }),
});
export type InviteRequest = z.infer<typeof inviteRequest>;

/** Whatever somebody calls themselves is welcome, without control characters and cut to 60 characters. */
export const enterRequest = z.strictObject({
  displayName: z
    .string()
    .max(2000)
    .default('')
    .transform((typed) => withoutControlCharacters(typed).slice(0, 60).toWellFormed().trim()),
});
export type EnterRequest = z.infer<typeof enterRequest>;
