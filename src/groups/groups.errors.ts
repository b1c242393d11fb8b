import { DomainError, RuleBroken } from '../kernel/domain-error.js';

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
