import { DomainError, RuleBroken } from '../kernel/domain-error.js';
import { LONGEST_MINUTES, SHORTEST_MINUTES } from '../kernel/house-rules.js';
import type { BookingFault, BookingRules } from './domain/booking-rules.js';
import type { ClashView } from './reservations.views.js';

/** A wished time breaks a rule of the house (422). */
export class AgainstTheRules extends RuleBroken {
  constructor(
    readonly code: BookingFault,
    rules: BookingRules,
  ) {
    super(sentenceOf(code, rules));
  }
}

export class TimeDoesNotExist extends RuleBroken {
  readonly code = 'timeDoesNotExist';
  constructor() {
    super(
      'Diese Uhrzeit gibt es an diesem Tag nicht: Die Uhren werden auf Sommerzeit vorgestellt. Bitte wählen Sie eine andere.',
    );
  }
}

export class TooManyForTheRoom extends RuleBroken {
  readonly code = 'tooManyForTheRoom';
  constructor(seats: number) {
    super(`In diesen Raum passen ${seats} Personen. Bitte wählen Sie einen größeren Raum.`);
  }
}

export class NoRoomIsThatLarge extends RuleBroken {
  readonly code = 'noRoomIsThatLarge';
  constructor() {
    super('So viele Personen passen in keinen Raum des Hauses.');
  }
}

export class NeedsNoReservation extends RuleBroken {
  readonly code = 'needsNoReservation';
  constructor() {
    super('Der Probierraum ist immer offen. Sie brauchen ihn nicht zu reservieren.');
  }
}

/** Somebody holds the room at that time (409); `dates` names the clash with what is free instead. */
export class RoomAlreadyTaken extends DomainError {
  readonly code = 'roomAlreadyTaken';
  readonly status = 409;
  constructor(clash: ClashView, isAnyRoom: boolean) {
    super(
      isAnyRoom
        ? 'Zu dieser Zeit ist kein passender Raum frei.'
        : 'Dieser Raum ist zu dieser Zeit schon belegt.',
      { dates: [clash] },
    );
  }
}

/** A date that has begun or is over can no longer be called off (422). */
export class AlreadyBegun extends RuleBroken {
  readonly code = 'alreadyBegun';
  constructor() {
    super('Dieser Termin hat schon begonnen oder ist vorbei.');
  }
}

export class PeriodTooLong extends RuleBroken {
  readonly code = 'periodTooLong';
  constructor() {
    super('Bitte fragen Sie nach höchstens 31 Tagen auf einmal, vom früheren zum späteren Tag.');
  }
}

function sentenceOf(fault: BookingFault, { opensAt, closesAt, horizonMonths }: BookingRules): string {
  const sentences: Record<BookingFault, string> = {
    offGrid: 'Bitte wählen Sie einen Beginn zur vollen Viertelstunde, zum Beispiel 18:00 oder 18:15 Uhr.',
    tooShort: `Ein Termin dauert mindestens ${SHORTEST_MINUTES} Minuten.`,
    tooLong: `Ein Termin dauert höchstens ${LONGEST_MINUTES / 60} Stunden.`,
    past: 'Dieser Zeitpunkt ist schon vorbei. Bitte wählen Sie einen späteren.',
    beyondHorizon: `So weit im Voraus geht es noch nicht: Reservieren können Sie für die nächsten ${horizonMonths} Monate.`,
    outsideHours: `Das Haus ist von ${opensAt} bis ${closesAt} Uhr geöffnet. Bitte wählen Sie eine Zeit dazwischen.`,
  };
  return sentences[fault];
}
