import { z } from 'zod';
import type { ContactPoint } from './contact-point.entity.js';
import { contactPointView, toContactPointView } from './contact-points.views.js';

/** What everybody may read, and what only the team does. */
export const settingsView = z.strictObject({
  ...contactPointView.shape,
  origins: z.array(z.string()),
  rules: z.strictObject({
    ...contactPointView.shape.rules.shape,
    doorOpensMinutes: z.int(),
    allowsInformation: z.boolean(),
  }),
  sender: z.strictObject({
    name: z.string().optional(),
    replyTo: z.string().optional(),
    signature: z.string().optional(),
  }),
  version: z.int(),
});

export function toSettingsView(contactPoint: ContactPoint): z.infer<typeof settingsView> {
  const { origins, doorOpensMinutes, allowsInformation, version } = contactPoint;
  const { rules, ...facts } = toContactPointView(contactPoint);
  return {
    ...facts,
    origins,
    rules: { ...rules, doorOpensMinutes, allowsInformation },
    sender: {
      name: contactPoint.senderName ?? undefined,
      replyTo: contactPoint.replyTo ?? undefined,
      signature: contactPoint.signature ?? undefined,
    },
    version,
  };
}
