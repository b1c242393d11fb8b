import { DomainError, RuleBroken, TooManyTries } from '../kernel/domain-error.js';
import { pinInWords, type DialIn } from './domain/pins.js';

/** No Jitsi server is configured: said honestly, not as a fault of the person at the door (503). */
export class NoMeetingServer extends DomainError {
  readonly code = 'noMeetingServer';
  readonly status = 503;
  constructor() {
    super(
      'Für dieses Haus ist noch kein Videoserver eingerichtet. Das Treffen kann hier nicht geöffnet werden.',
    );
  }
}

/** The room is being prepared: it takes a moment after the booking (503). */
export class MeetingNotReady extends DomainError {
  readonly code = 'meetingNotReady';
  readonly status = 503;
  constructor() {
    super('Der Raum wird gerade vorbereitet. Bitte versuchen Sie es in einigen Sekunden noch einmal.');
  }
}

/** The Jitsi server does not answer (503). Says how to come in by telephone, where that is possible. */
export class ServerAway extends DomainError {
  readonly code = 'serverAway';
  readonly status = 503;
  constructor(readonly dialIn?: DialIn) {
    super([AWAY, ...(dialIn ? [byTelephone(dialIn)] : [])].join(' '));
  }
}

/** As many people as the room holds are in it already (409). */
export class MeetingFull extends DomainError {
  readonly code = 'meetingFull';
  readonly status = 409;
  constructor() {
    super(
      'Im Treffen sind gerade alle Plätze besetzt. Bitte versuchen Sie es in einigen Minuten noch einmal.',
    );
  }
}

const AWAY =
  'Der Videoserver antwortet gerade nicht. Es geht nichts verloren: Ihr Termin und Ihr Link gelten weiter. Bitte versuchen Sie es in einer Minute noch einmal.';

function byTelephone({ numbers: [first], pin }: DialIn): string {
  return `Oder rufen Sie an: ${first?.formattedNumber ?? ''}, PIN ${pinInWords(pin)}.`;
}

/** Only what is not over can get another room (422). */
export class DateIsOver extends RuleBroken {
  readonly code = 'dateIsOver';
  constructor() {
    super('Dieser Termin ist vorbei oder findet nicht statt.');
  }
}

/** Somebody tries PINs (429). */
export class TooManyPins extends TooManyTries {
  override readonly code = 'tooManyPins';
  constructor() {
    super(60, 'Das waren zu viele falsche PINs. Bitte versuchen Sie es in einer Minute noch einmal.');
  }
}
