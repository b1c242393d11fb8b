import { DomainError, RuleBroken } from '../kernel/domain-error.js';
import { EXTENSION_MINUTES, RESTORE_MINUTES } from '../kernel/house-rules.js';
import { dateInWords } from '../kernel/local-time.js';
import type { BookingFault, BookingRules } from './domain/booking-rules.js';
import type { CapacityFault } from './domain/capacity.js';
import type { QuotaFault } from './domain/quota.js';
import { TIME_DOES_NOT_EXIST } from './domain/reasons.js';
import { MOST_SERIES_DATES, type SeriesFault } from './domain/recurrence-rule.js';
import type { JudgedDateView } from './reservations.views.js';
import { lengthInWords, monthsAhead } from './words/act-german.js';

/** A wished time breaks a rule of the house (422). */
export class AgainstTheRules extends RuleBroken {
  constructor(
    readonly code: BookingFault,
    readonly rules: BookingRules,
    ofSeries?: DateOfSeries,
  ) {
    super(ofSeries && code === 'beyondHorizon' ? tooFarSentence(ofSeries, rules) : sentenceOf(code, rules));
  }
}

/** One of several dates that are reserved or moved together. */
interface DateOfSeries {
  date: string;
  isMoved: boolean;
  /** Only its time of day changes. */
  staysOnDay: boolean;
}

const NO_SUCH_TIME = `${TIME_DOES_NOT_EXIST} Bitte wählen Sie eine andere.`;

export class TimeDoesNotExist extends RuleBroken {
  readonly code = 'timeDoesNotExist';
  constructor() {
    super(NO_SUCH_TIME);
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

/** A rule of repetition that the house does not know, or whose dates nobody could meet on (422). */
export class SeriesRefused extends RuleBroken {
  constructor(readonly code: keyof typeof SERIES_SENTENCES) {
    super(SERIES_SENTENCES[code]);
  }
}

/** Something stands in the way (409); `dates` names each clash with what is free instead. Nothing was stored. */
export class RoomAlreadyTaken extends DomainError {
  readonly code = 'roomAlreadyTaken';
  readonly status = 409;
  constructor(clashes: JudgedDateView[], isAnyRoom: boolean) {
    super(clashSentence(clashes, isAnyRoom), { dates: clashes });
  }
}

/** A date that has begun or is over can no longer be called off (422). */
export class AlreadyBegun extends RuleBroken {
  readonly code = 'alreadyBegun';
  constructor() {
    super('Dieser Termin hat schon begonnen oder ist vorbei.');
  }
}

/** What was typed is no day or no time (422). */
export class NoSuchTime extends RuleBroken {
  readonly code = 'noSuchTime';
}

/** A date is moved to where it is (422). */
export class SameTime extends RuleBroken {
  readonly code = 'sameTime';
  constructor() {
    super(
      'Der Termin ist schon zu dieser Zeit. Bitte wählen Sie einen anderen Tag oder eine andere Uhrzeit.',
    );
  }
}

const DATE_ENDED = {
  cancelled: 'Dieser Termin ist abgesagt.',
  leftOut: 'Dieser Termin findet nicht statt.',
  begun: 'Dieser Termin hat schon begonnen oder ist vorbei.',
};

/** The link of a mail is known, and its date can no longer be changed (410). */
export class DateEnded extends DomainError {
  readonly code = 'dateEnded';
  readonly status = 410;
  constructor(readonly why: keyof typeof DATE_ENDED) {
    super(DATE_ENDED[why]);
  }
}

export class PeriodTooLong extends RuleBroken {
  readonly code = 'periodTooLong';
  constructor() {
    super('Bitte fragen Sie nach höchstens 31 Tagen auf einmal, vom früheren zum späteren Tag.');
  }
}

/** Only dates that are planned can be moved, cancelled or extended (422). */
export class NotPlanned extends RuleBroken {
  readonly code = 'notPlanned';
  constructor() {
    super('Dieser Termin findet nicht statt.');
  }
}

export class NotRunning extends RuleBroken {
  readonly code = 'notRunning';
  constructor() {
    super(`Verlängern um ${EXTENSION_MINUTES} Minuten geht nur, während das Treffen läuft.`);
  }
}

/** A meeting has been given all the time that one date can have (422). */
export class LongEnough extends RuleBroken {
  readonly code = 'longEnough';
  constructor() {
    super('Länger kann ein Treffen nicht dauern. Bitte reservieren Sie einen neuen Termin.');
  }
}

export class NotCancelled extends RuleBroken {
  readonly code = 'notCancelled';
  constructor() {
    super('Dieser Termin ist nicht abgesagt.');
  }
}

export class TooLateToRestore extends RuleBroken {
  readonly code = 'tooLateToRestore';
  constructor() {
    super(
      `Eine Absage lässt sich ${RESTORE_MINUTES} Minuten lang zurücknehmen. Bitte reservieren Sie den Termin neu.`,
    );
  }
}

/** The series has no date ahead that could change (422). */
export class NothingAhead extends RuleBroken {
  readonly code = 'nothingAhead';
  constructor() {
    super('Diese Reservierung hat keinen Termin mehr, der noch bevorsteht.');
  }
}

const FEWER_DATES = 'Bitte wählen Sie weniger Termine oder einen früheren letzten Tag.';
const FEWER_DAYS = 'Bitte verschieben Sie um weniger Tage, oder sagen Sie diesen Termin vorher ab.';
const ONE_BY_ONE = 'Bitte sagen Sie diesen Termin vorher ab, oder ändern Sie die anderen Termine einzeln.';

const SERIES_SENTENCES: Record<SeriesFault | 'noneMoves' | 'noSuchSkip' | 'tooManySkips', string> = {
  unreadable:
    'Diese Wiederholung kennt das Haus nicht. Möglich sind Wochen und bestimmte Wochentage im Monat.',
  noWeekday: 'Bitte wählen Sie mindestens einen Wochentag.',
  noNth: 'Bitte wählen Sie, welcher Wochentag im Monat es sein soll.',
  noEnd: 'Bitte geben Sie an, wie viele Termine es sein sollen oder bis wann.',
  twoEnds: 'Bitte geben Sie entweder eine Anzahl von Terminen an oder den letzten Tag.',
  noSuchSkip: 'Einen der Tage, die Sie auslassen möchten, gibt es im Kalender nicht.',
  tooManySkips: 'So viele Tage lassen sich nicht auslassen. Bitte wählen Sie weniger.',
  noSuchDay: 'Bitte geben Sie einen letzten Tag an, den es im Kalender gibt.',
  untilBeforeStart: 'Der letzte Tag liegt vor dem ersten Termin.',
  untilTooFar: 'Der letzte Tag liegt zu weit in der Zukunft.',
  noDates: 'So bleibt kein Termin übrig. Bitte wählen Sie mindestens einen Termin.',
  noneMoves:
    'So bleibt kein Termin übrig. Bitte wählen Sie eine andere Zeit oder einen anderen Raum, oder sagen Sie die Termine ab.',
  tooManyDates: `Eine Reihe hat höchstens ${MOST_SERIES_DATES} Termine. ${FEWER_DATES}`,
  beyondCalendar: 'So weit reicht der Kalender nicht.',
};

/** One clash is named by what stands in the way, several by their number; where no date can be had, that is said. */
function clashSentence(clashes: JudgedDateView[], isAnyRoom: boolean): string {
  const pause = clashes.find(({ capacityFault }) => capacityFault);
  const [first, ...others] = clashes;
  if (first?.timeFault && others.length === 0) return NO_SUCH_TIME;
  if (pause || others.length === 0) return sentenceAbout(pause ?? first, isAnyRoom);
  return `Für ${clashes.length} Termine müssen Sie noch entscheiden, was sein soll.`;
}

function sentenceAbout(clash: JudgedDateView | undefined, isAnyRoom: boolean): string {
  const sentences: Record<JudgedDateView['verdict'] | QuotaFault | CapacityFault | 'own', string> = {
    own: 'Diesen Raum hat Ihre Gruppe zu dieser Zeit schon reserviert.',
    free: 'Dieser Raum ist zu dieser Zeit schon belegt.',
    taken: isAnyRoom
      ? 'Zu dieser Zeit ist kein passender Raum frei.'
      : 'Dieser Raum ist zu dieser Zeit schon belegt.',
    closed: closedSentence(clash),
    capacity: 'Zu dieser Zeit sind schon so viele Menschen im Haus, dass Ihre Gruppe nicht mehr hineinpasst.',
    noServerOpen:
      'Das Haus macht gerade eine technische Pause und nimmt zurzeit keine neuen Termine oder Zeiten an. Was schon reserviert ist, bleibt. Bitte versuchen Sie es später noch einmal, oder fragen Sie Ihre Kontaktstelle.',
    quota: 'So viele Räume oder Stunden kann eine Gruppe nicht auf einmal reservieren.',
    tooManyRoomsAtOnce:
      'Ihre Gruppe hat zu dieser Zeit schon so viele Räume, wie sie gleichzeitig haben darf.',
    tooManyHoursAWeek:
      'Mit diesem Termin hätte Ihre Gruppe in dieser Woche mehr Stunden, als sie reservieren darf.',
  };
  const { own, quotaFault, capacityFault, verdict = 'taken' } = clash ?? {};
  return sentences[own ? 'own' : (quotaFault ?? capacityFault ?? verdict)];
}

/** Where other rooms are free, only the wished one is closed. */
function closedSentence(clash: JudgedDateView | undefined): string {
  const isOpenElsewhere = clash?.alternatives.some((free) => 'roomId' in free) === true;
  return isOpenElsewhere ? 'Dieser Raum ist zu dieser Zeit geschlossen.' : 'Zu dieser Zeit ist geschlossen.';
}

function sentenceOf(fault: BookingFault, rules: BookingRules): string {
  const { opensAt, closesAt, horizonMonths, shortestMinutes, longestMinutes } = rules;
  const sentences: Record<BookingFault, string> = {
    offGrid: 'Bitte wählen Sie einen Beginn zur vollen Viertelstunde, zum Beispiel 18:00 oder 18:15 Uhr.',
    tooShort: `Ein Termin dauert mindestens ${shortestMinutes} Minuten.`,
    tooLong: `Ein Termin dauert höchstens ${lengthInWords(longestMinutes)}.`,
    past: 'Dieser Zeitpunkt ist schon vorbei. Bitte wählen Sie einen späteren.',
    beyondHorizon: `So weit im Voraus geht es noch nicht: Reservieren können Sie ${monthsAhead(horizonMonths)}.`,
    outsideHours:
      opensAt === '00:00' && closesAt === '24:00'
        ? 'Ein Termin endet am selben Tag, spätestens um 24:00 Uhr. Bitte wählen Sie einen früheren Beginn oder ein früheres Ende.'
        : `Das Haus ist von ${opensAt} bis ${closesAt} Uhr geöffnet. Bitte wählen Sie eine Zeit dazwischen.`,
  };
  return sentences[fault];
}

/** The first date of a series that lies too far ahead is named, so that somebody sees where to stop. */
function tooFarSentence(wished: DateOfSeries, { horizonMonths }: BookingRules): string {
  const { date, isMoved } = wished;
  const whenMoved = wished.staysOnDay ? ONE_BY_ONE : FEWER_DAYS;
  return `Der Termin am ${dateInWords(date)} liegt zu weit in der Zukunft: Reservieren können Sie ${monthsAhead(horizonMonths)}. ${isMoved ? whenMoved : FEWER_DATES}`;
}
