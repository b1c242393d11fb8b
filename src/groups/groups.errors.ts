import { DomainError, RuleBroken } from '../kernel/domain-error.js';
import { dateInWords } from '../kernel/local-time.js';

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
      'Die Freischaltung dieser Gruppe ruht oder ist beendet. Bitte sprechen Sie mit Ihrer Kontaktstelle.',
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
