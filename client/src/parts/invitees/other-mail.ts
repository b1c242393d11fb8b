import type { Invitee } from '../../api/invitee-shapes.js';

/**
 * Whether another mail than before goes or went to the same person. One that was still under way may have arrived by
 * itself: then nobody can tell.
 */
export function hasOtherMail(now: Invitee, before: Invitee): boolean {
  const wasUnderWay = before.mail === 'queued' || before.mail === 'retrying';
  return !wasUnderWay && (now.mail !== before.mail || now.link.sentAt !== before.link.sentAt);
}
