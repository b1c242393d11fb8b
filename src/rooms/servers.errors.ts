import { DomainError, RuleBroken } from '../kernel/domain-error.js';

/** The name of a Jitsi server is in its addresses: there can be only one (409). */
export class ServerExists extends DomainError {
  readonly code = 'serverExists';
  readonly status = 409;
  constructor() {
    super('Einen Server mit diesem Namen gibt es schon.');
  }
}

/** What the configuration says would be back at the next start (422). */
export class SetByConfiguration extends RuleBroken {
  readonly code = 'setByConfiguration';
  constructor() {
    super(
      'Diesen Server legt die Konfiguration fest (JITSI_…). Bitte ändern Sie ihn dort und starten Sie das Haus neu.',
    );
  }
}
