import { DomainError, RuleBroken, TooManyTries } from '../kernel/domain-error.js';
import { MOST_ADDED_A_DAY, MOST_REPRESENTATIVES } from '../kernel/house-rules.js';
import { dateInWords } from '../kernel/local-time.js';

const DAY_SECONDS = 86_400;

export class SameRepresentativeTwice extends RuleBroken {
  readonly code = 'sameRepresentativeTwice';
  constructor() {
    super(
      'Dieselbe E-Mail-Adresse steht zweimal in der Liste. Bitte tragen Sie jede Ansprechperson nur einmal ein.',
    );
  }
}

export class PeriodEndsBeforeItBegins extends RuleBroken {
  readonly code = 'periodEndsBeforeItBegins';
  constructor() {
    super('Das Ende der Freischaltung liegt vor ihrem Anfang.');
  }
}

/** The wished day lies outside the period that was granted (422): too early (`ab`) or too late (`bis`). */
export class OutsideAccess extends RuleBroken {
  readonly code = 'outsideAccess';
  constructor(edge: 'ab' | 'bis', day: string) {
    super(
      `Ihre Gruppe ist ${edge} ${dateInWords(day)} freigeschaltet. Bitte wählen Sie einen Tag in dieser Zeit oder sprechen Sie mit Ihrer Kontaktstelle.`,
    );
  }
}

/** The group exists for the caller, but its access rests or is over (403). */
export class AccessRests extends DomainError {
  readonly code = 'accessRests';
  readonly status = 403;
  constructor() {
    super(
      'Die Freischaltung dieser Gruppe ist pausiert oder beendet. Bitte sprechen Sie mit Ihrer Kontaktstelle.',
    );
  }
}

/** What has ended does not begin again (422). */
export class AccessEnded extends RuleBroken {
  readonly code = 'accessEnded';
  constructor() {
    super('Die Freischaltung dieser Gruppe ist beendet. Bitte schalten Sie die Gruppe neu frei.');
  }
}

export class AlreadyRepresentative extends RuleBroken {
  readonly code = 'sameRepresentativeTwice';
  constructor() {
    super('Diese E-Mail-Adresse gehört schon zu einer Ansprechperson dieser Gruppe.');
  }
}

export class TooManyRepresentatives extends RuleBroken {
  readonly code = 'tooManyRepresentatives';
  constructor() {
    super(`Eine Gruppe kann höchstens ${MOST_REPRESENTATIVES} Ansprechpersonen haben.`);
  }
}

/** Nobody could speak for the group any more (422). */
export class LastRepresentative extends RuleBroken {
  readonly code = 'lastRepresentative';
  constructor() {
    super('Das ist die einzige Ansprechperson. Bitte tragen Sie zuerst eine neue Ansprechperson ein.');
  }
}

/** A mailbox may be a wrong one: whoever leaves waits until somebody has come in their place (422). */
export class NobodyHasCome extends RuleBroken {
  readonly code = 'nobodyHasCome';
  constructor() {
    super(
      'Von den anderen Ansprechpersonen hat sich noch niemand angemeldet. Bitte warten Sie, bis jemand da war, oder sprechen Sie mit Ihrer Kontaktstelle.',
    );
  }
}

/** The session is old: another code from the mail shows who asks (403). */
export class FreshCodeNeeded extends DomainError {
  readonly code = 'freshCodeNeeded';
  readonly status = 403;
  constructor() {
    super('Bitte bestätigen Sie mit einem neuen Code aus Ihrer E-Mail, dass Sie es sind.');
  }
}

/** One group names too many new people on one day (429). */
export class TooManyAddedToday extends TooManyTries {
  override readonly code = 'tooManyAddedToday';
  constructor() {
    super(
      DAY_SECONDS,
      `Ihre Gruppe kann an einem Tag höchstens ${MOST_ADDED_A_DAY} Ansprechpersonen eintragen. Morgen geht es weiter. Ist es eilig, hilft Ihre Kontaktstelle.`,
    );
  }
}
