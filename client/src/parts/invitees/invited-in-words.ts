import type { InvitedCounts } from '../../api/invitee-shapes.js';
import { houseWords } from '../../words/words.js';

const words = houseWords.invite;

/** To whom a mail leaves now, and who gets none because they are invited already. */
export function invitedInWords({ invited, alreadyInvited }: InvitedCounts): string {
  const now = invited > 0 ? [words.sent(invited)] : [];
  const before = alreadyInvited > 0 ? [words.alreadyInvited(alreadyInvited), words.resendHint] : [];
  return [...now, ...before].join(' ');
}
