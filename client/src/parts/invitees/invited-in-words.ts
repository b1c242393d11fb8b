import type { InvitedCounts } from '../../api/invitee-shapes.js';
import { houseWords } from '../../words/words.js';

const words = houseWords.invite;

/** To whom a mail leaves now, and who gets none: invited already, or gone off the list. */
export function invitedInWords({ invited, alreadyInvited, goneFromList = 0 }: InvitedCounts): string {
  const now = invited > 0 ? [words.sent(invited)] : [];
  const before = alreadyInvited > 0 ? [words.alreadyInvited(alreadyInvited), words.resendHint] : [];
  const gone = goneFromList > 0 ? [words.goneFromList(goneFromList)] : [];
  return [...now, ...gone, ...before].join(' ');
}
