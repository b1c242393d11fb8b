import { DomainError } from '../kernel/domain-error.js';

export class WrongCode extends DomainError {
  readonly code = 'wrongCode';
  readonly status = 401;
  constructor() {
    super('Dieser Code stimmt nicht. Bitte schauen Sie noch einmal in die Mail.');
  }
}

/** Expired, used, or tried too often. */
export class SignInEnded extends DomainError {
  readonly code = 'signInEnded';
  readonly status = 401;
  constructor() {
    super('Diese Anmeldung gilt nicht mehr. Bitte lassen Sie sich eine neue Mail senden.');
  }
}

export class WrongPassword extends DomainError {
  readonly code = 'wrongPassword';
  readonly status = 401;
  constructor() {
    super('E-Mail-Adresse oder Passwort stimmt nicht.');
  }
}

export class ForeignOrigin extends DomainError {
  readonly code = 'foreignOrigin';
  readonly status = 403;
  constructor() {
    super('Diese Anfrage kam nicht von einer Seite des Hauses.');
  }
}
