/**
 * A refusal the caller can act on. `detail` is a whole sentence in the caller's language; `status` is the HTTP
 * status of the house's contract; `facts` are further fields of the problem answer (RFC 9457).
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  abstract readonly status: number;

  constructor(
    readonly detail: string,
    readonly facts: Record<string, unknown> = {},
  ) {
    super(detail);
    this.name = new.target.name;
  }
}

/** Against a rule of the house (422). */
export abstract class RuleBroken extends DomainError {
  readonly status = 422;
}

/** What does not exist and what belongs to others: the same answer to the byte (404). */
export class NotFound extends DomainError {
  readonly code = 'notFound';
  readonly status = 404;
  constructor() {
    super('Das gibt es hier nicht.');
  }
}

export class NotSignedIn extends DomainError {
  readonly code = 'notSignedIn';
  readonly status = 401;
  constructor(detail = 'Bitte melden Sie sich an.') {
    super(detail);
  }
}

export class NotAllowed extends DomainError {
  readonly code = 'notAllowed';
  readonly status = 403;
  constructor(detail = 'Dazu sind Sie nicht berechtigt.') {
    super(detail);
  }
}

/** Somebody else changed the object since the caller read it (`If-Match`, RFC 9110 section 13.1.1). */
export class Outdated extends DomainError {
  readonly code = 'outdated';
  readonly status = 412;
  constructor() {
    super(
      'Inzwischen hat sich etwas geändert. Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.',
    );
  }
}

export class TooManyTries extends DomainError {
  readonly code: string = 'tooManyTries';
  readonly status = 429;
  constructor(
    readonly retryAfterSeconds: number,
    detail = 'Das waren zu viele Versuche. Bitte warten Sie einige Minuten und versuchen Sie es dann noch einmal.',
  ) {
    super(detail);
  }
}
