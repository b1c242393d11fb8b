import { z } from 'zod';
import { withoutControlCharacters } from '../kernel/plain-text.js';
import { WORDINGS } from '../kernel/wording.js';
import { line } from '../platform/http/fields.js';

// The addresses are checked by the command, which names every bad one; here only what no address list can be.
const address = z.strictObject({ name: line(100).optional(), email: z.string().max(100_000) });
const upTo1000 = { error: 'Das sind zu viele Adressen auf einmal.' };
const addresses = z.array(address).max(1000, upTo1000);

/** `fromKeptList`: nobody has typed it, it was on the list that the group keeps. */
export const inviteRequest = z.strictObject({
  invitees: z
    .array(address.extend({ fromKeptList: z.boolean().optional() }))
    .max(1000, upTo1000)
    .min(1, { error: 'Bitte geben Sie mindestens eine Adresse ein.' }),
});
export type InviteRequest = z.infer<typeof inviteRequest>;

export const mayOpenRequest = z.strictObject({ mayOpen: z.boolean() });
export type MayOpenRequest = z.infer<typeof mayOpenRequest>;

/** Without `keep` the group keeps no list. */
export const keepListRequest = z.strictObject({ items: addresses.default([]), keep: z.boolean() });
export type KeepListRequest = z.infer<typeof keepListRequest>;

/** Whatever somebody calls themselves is welcome, without control characters and cut to 60 characters. */
export const enterRequest = z.strictObject({
  displayName: z
    .string()
    .max(2000)
    .default('')
    .transform((typed) => withoutControlCharacters(typed).slice(0, 60).toWellFormed().trim()),
});
export type EnterRequest = z.infer<typeof enterRequest>;

export const replyRequest = z.strictObject({ answer: z.enum(['yes', 'no']) });
export type ReplyRequest = z.infer<typeof replyRequest>;

/** `sure` comes only from the page that asks once more. */
export const forgetRequest = z.strictObject({ sure: z.string().max(100).default('') });
export type ForgetRequest = z.infer<typeof forgetRequest>;

/** What mail programs send when somebody presses their button (RFC 8058, 3.2). */
export const unsubscribeRequest = z.strictObject({ 'List-Unsubscribe': z.literal('One-Click') });
export type UnsubscribeRequest = z.infer<typeof unsubscribeRequest>;

/** The address is read by the controller, whose page keeps what was typed. */
export const lostLinkRequest = z.strictObject({ email: z.string().max(1000).default('') });
export type LostLinkRequest = z.infer<typeof lostLinkRequest>;

/** How the page speaks that somebody comes from. Other programs put things behind an address: they are overlooked. */
export const wordingQuery = z.object({ wording: z.enum(WORDINGS).catch('de-sie') });
export type WordingQuery = z.infer<typeof wordingQuery>;
