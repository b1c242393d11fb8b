import { DomainError, RuleBroken } from '../kernel/domain-error.js';
import { MOST_INVITEES } from '../kernel/house-rules.js';
import { timeInWords, dayInWords } from '../kernel/local-time.js';

export interface BadAddress {
  /** Position in the list that was sent, from 0. */
  index: number;
  email: string;
  reason: string;
}

/** Some addresses are none (400): each is named, and nobody was invited. */
export class BadAddresses extends DomainError {
  readonly code = 'badAddresses';
  readonly status = 400;
  constructor(badAddresses: BadAddress[]) {
    super(
      badAddresses.length === 1
        ? 'Eine Adresse stimmt nicht. Es wurde noch niemand eingeladen.'
        : `${badAddresses.length} Adressen stimmen nicht. Es wurde noch niemand eingeladen.`,
      { badAddresses },
    );
  }
}

export class TooManyInvitees extends RuleBroken {
  readonly code = 'tooManyInvitees';
  constructor() {
    super(`Zu einem Termin können Sie höchstens ${MOST_INVITEES} Personen einladen.`);
  }
}

export class NothingToInviteTo extends RuleBroken {
  readonly code = 'nothingToInviteTo';
  constructor() {
    super('Dieser Termin ist abgesagt oder vorbei. Dazu kann niemand mehr eingeladen werden.');
  }
}

/** What people read whose link has ended. */
export const ENDED_BECAUSE = {
  cancelled: 'Dieses Treffen wurde abgesagt.',
  over: 'Dieses Treffen ist vorbei.',
};

/** The link is known and leads nowhere any more (410). Says nothing about group, room or people. */
export class LinkEnded extends DomainError {
  readonly code = 'linkEnded';
  readonly status = 410;
  constructor(readonly why: 'cancelled' | 'over') {
    super(ENDED_BECAUSE[why]);
  }
}

/**
 * The access of the group rests or is over (403): what its invitees read, to whom neither the group nor what became of
 * it is told.
 */
export class DoorRests extends DomainError {
  readonly code = 'doorRests';
  readonly status = 403;
  constructor() {
    super('Diese Tür ist zurzeit geschlossen. Bitte fragen Sie die Person, die Sie eingeladen hat.');
  }
}

/** The door is still closed (425). */
export class TooEarly extends DomainError {
  readonly code = 'tooEarly';
  readonly status = 425;
  constructor(opensAt: Temporal.Instant) {
    super(`Die Tür öffnet am ${dayInWords(opensAt)} um ${timeInWords(opensAt)}.`);
  }
}
