import { DomainError, RuleBroken, TooManyTries } from '../kernel/domain-error.js';
import { MOST_INVITATIONS_A_DAY, MOST_RESENDS_A_DAY } from '../kernel/house-rules.js';
import { timeInWords, dayInWords } from '../kernel/local-time.js';

export interface BadAddress {
  /** Position in the list that was sent, from 0. */
  index: number;
  email: string;
  reason: string;
}

/** Some addresses are none (400): each is named, and a sentence says what has not happened. */
export class BadAddresses extends DomainError {
  readonly code = 'badAddresses';
  readonly status = 400;
  constructor(badAddresses: BadAddress[], andSo: string) {
    const many = `${badAddresses.length} Adressen stimmen nicht.`;
    super(`${badAddresses.length === 1 ? 'Eine Adresse stimmt nicht.' : many} ${andSo}`, { badAddresses });
  }
}

export class TooManyInvitees extends RuleBroken {
  readonly code = 'tooManyInvitees';
}

/** Too many invitations of one group on one day (429). */
export class TooManyInvitations extends TooManyTries {
  override readonly code = 'tooManyInvitations';
  constructor(retryAfterSeconds: number) {
    super(
      retryAfterSeconds,
      `Ihre Gruppe kann an einem Tag höchstens ${MOST_INVITATIONS_A_DAY} Einladungen senden. Es wurde jetzt niemand eingeladen. Morgen geht es weiter.`,
    );
  }
}

/** The same invitation too often on one day (429). */
export class TooManyResends extends TooManyTries {
  override readonly code = 'tooManyResends';
  constructor(retryAfterSeconds: number) {
    super(
      retryAfterSeconds,
      `Diese Einladung haben Sie heute schon ${MOST_RESENDS_A_DAY} Mal noch einmal gesendet. Morgen geht es wieder. Kommt nichts an, fragen Sie bitte nach der richtigen Adresse.`,
    );
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
  withdrawn: 'Dieser Link gilt nicht mehr.',
  replaced: 'Dieser Link wurde durch einen neuen ersetzt.',
};

/** The link is known and leads nowhere any more (410). Says nothing about group, room or people. */
export class LinkEnded extends DomainError {
  readonly code = 'linkEnded';
  readonly status = 410;
  constructor(readonly why: keyof typeof ENDED_BECAUSE) {
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
  constructor(readonly opensAt: Temporal.Instant) {
    super(`Die Tür öffnet am ${dayInWords(opensAt)} um ${timeInWords(opensAt)}.`);
  }
}

/** The link of a group that a representative has renewed since (410). */
export class GroupLinkReplaced extends DomainError {
  readonly code = 'groupLinkReplaced';
  readonly status = 410;
  constructor() {
    super('Dieser Link gilt nicht mehr. Bitte fragen Sie die Person, von der Sie ihn haben, nach dem neuen.');
  }
}

/** The link of a group is good, and there is nothing to enter. */
export class NothingPlanned extends RuleBroken {
  readonly code = 'nothingPlanned';
  constructor() {
    super('Zurzeit ist kein Termin geplant.');
  }
}

export class NothingToPrint extends RuleBroken {
  readonly code = 'nothingToPrint';
  constructor() {
    super('Hier findet nichts mehr statt. Dafür gibt es kein Blatt zum Ausdrucken.');
  }
}
