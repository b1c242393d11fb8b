import { at, lengthInWords, monthsAhead } from './act-german.js';
import { deSie } from './act-de-sie.js';
import type { ActRefusals, ActWords } from './act-words.js';

const refusals: ActRefusals = {
  ended: {
    cancelled: 'Dieser Termin ist abgesagt.',
    leftOut: 'Dieser Termin findet nicht statt.',
    begun: 'Dieser Termin hat schon begonnen oder ist vorbei.',
  },
  others: {
    accessRests: 'Dieser Link ist zurzeit gesperrt. Bitte sprich mit deiner Kontaktstelle.',
    outsideAccess:
      'An diesem Tag ist das Haus für euch nicht freigeschaltet. Bitte wähl einen anderen Tag oder sprich mit deiner Kontaktstelle.',
    sameTime: 'Der Termin ist schon zu dieser Zeit. Bitte wähl einen anderen Tag oder eine andere Uhrzeit.',
    noSuchTime: 'Bitte gib einen Tag und eine Uhrzeit an, zum Beispiel 2026-12-08 und 18:00.',
    timeDoesNotExist:
      'Diese Uhrzeit gibt es an diesem Tag nicht: Die Uhren werden auf Sommerzeit vorgestellt. Bitte wähl eine andere.',
  },
  obstacles: {
    taken: 'Zu dieser Zeit ist der Raum schon belegt.',
    closed: 'Zu dieser Zeit ist geschlossen.',
    capacity: 'Zu dieser Zeit sind schon so viele Menschen im Haus, dass ihr nicht mehr hineinpasst.',
    noServerOpen:
      'Das Haus macht gerade eine technische Pause und nimmt zurzeit keine neuen Termine oder Zeiten an. Was schon reserviert ist, bleibt. Bitte versuch es später noch einmal, oder frag deine Kontaktstelle.',
    quota: 'So viele Räume oder Stunden könnt ihr nicht auf einmal reservieren.',
    tooManyRoomsAtOnce: 'Zu dieser Zeit habt ihr schon so viele Räume, wie ihr gleichzeitig haben dürft.',
    tooManyHoursAWeek:
      'Mit diesem Termin hättet ihr in dieser Woche mehr Stunden, als ihr reservieren dürft.',
  },
  rules: ({ opensAt, closesAt, horizonMonths, shortestMinutes, longestMinutes }) => ({
    offGrid: 'Bitte wähl einen Beginn zur vollen Viertelstunde, zum Beispiel 18:00 oder 18:15 Uhr.',
    tooShort: `Ein Termin dauert mindestens ${shortestMinutes} Minuten.`,
    tooLong: `Ein Termin dauert höchstens ${lengthInWords(longestMinutes)}.`,
    past: 'Dieser Zeitpunkt ist schon vorbei. Bitte wähl einen späteren.',
    beyondHorizon: `So weit im Voraus geht es noch nicht: Reservieren kannst du ${monthsAhead(horizonMonths)}.`,
    outsideHours: `Das Haus ist von ${opensAt} bis ${closesAt} Uhr geöffnet. Bitte wähl eine Zeit dazwischen.`,
  }),
};

export const deDu: ActWords = {
  ...deSie,
  title: 'Dein Termin',
  help: 'Bei Fragen hilft dir deine Kontaktstelle.',
  kept: {
    title: 'Der Termin findet statt',
    done: 'Gut. Alles bleibt, wie es ist. Du brauchst nichts weiter zu tun.',
    change: 'Doch etwas ändern',
  },
  moved: {
    title: 'Der Termin ist verschoben',
    done: 'Wer per Mail eingeladen ist, bekommt jetzt die neue Zeit per Mail. Bitte sag allen anderen Bescheid.',
    change: 'Noch etwas ändern',
  },
  cancelled: {
    title: 'Der Termin ist abgesagt',
    done: 'Wer per Mail eingeladen ist, bekommt jetzt die Absage. Bitte sag allen anderen Bescheid.',
    takeBack: (minutes) =>
      `War das falsch? ${minutes} Minuten lang kannst du die Absage zurücknehmen: im Virtuellen Haus unter „Meine Termine“.`,
    house: 'Zum Virtuellen Haus',
  },
  refused: {
    unchanged: 'Der Termin ist noch so, wie er hier steht.',
    freeOn: (day) => `Das ist frei am ${day}`,
    at,
    outdated: 'Inzwischen hat sich etwas geändert. Bitte sieh nach und versuch es noch einmal.',
  },
  ended: 'Mit diesem Link lässt sich nichts mehr ändern. Du brauchst nichts weiter zu tun.',
  refusals,
};
