import { z } from 'zod';

/** `renewedAt` is when this link was made; `version` rises with each new one. */
export const groupLinkView = z.strictObject({
  url: z.url(),
  renewedAt: z.iso.datetime(),
  version: z.int(),
});
export type GroupLinkView = z.infer<typeof groupLinkView>;
