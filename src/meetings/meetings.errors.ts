import { DomainError } from '../kernel/domain-error.js';

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
