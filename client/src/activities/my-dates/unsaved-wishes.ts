import type { InvitationWishes } from '../../api/invitation-settings.js';

type Wishes = Partial<InvitationWishes>;

/** Of what was chosen, that which is not stored yet. */
export function unsavedOf(chosen: Wishes, stored: InvitationWishes): Wishes {
  const isStored = (name: keyof InvitationWishes): boolean => asText(chosen[name]) === asText(stored[name]);
  return Object.fromEntries(
    Object.entries(chosen).filter(([name]) => !isStored(name as keyof InvitationWishes)),
  );
}

export const isNothing = (wishes: Wishes): boolean => Object.keys(wishes).length === 0;

/** Reminders in whatever order. */
const asText = (value: InvitationWishes[keyof InvitationWishes] | undefined): string =>
  Array.isArray(value) ? [...value].sort().join() : String(value);
