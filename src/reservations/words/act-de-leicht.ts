import { at, lengthInWords, monthsAhead } from './act-german.js';
import type { ActRefusals, ActWords } from './act-words.js';

// Leichte Sprache, by the rules of the Netzwerk Leichte Sprache: one thought in a sentence, one sentence in a line,
// hard words explained, no genitive, no subjunctive, no abbreviation.

const ANOTHER_TIME = 'Bitte nehmen Sie eine andere Zeit.';

const refusals: ActRefusals = {
  ended: {
    cancelled: 'Dieser Termin fällt aus.',
    leftOut: 'Dieser Termin findet nicht statt.',
    begun: 'Dieser Termin hat schon angefangen.\nOder der Termin ist vorbei.',
  },
  others: {
    accessRests: 'Dieser Link geht im Moment nicht.\nBitte sprechen Sie mit Ihrer Kontaktstelle.',
    outsideAccess:
      'An diesem Tag dürfen Sie keinen Raum haben.\nBitte nehmen Sie einen anderen Tag.\nOder sprechen Sie mit Ihrer Kontaktstelle.',
    sameTime: `Der Termin ist schon zu dieser Zeit.\n${ANOTHER_TIME}`,
    noSuchTime: 'Bitte schreiben Sie einen Tag und eine Uhrzeit.\nZum Beispiel: 2026-12-08 und 18:00',
    timeDoesNotExist: `Diese Uhrzeit gibt es an diesem Tag nicht.\nAn diesem Tag stellt man die Uhren um.\n${ANOTHER_TIME}`,
  },
  obstacles: {
    taken: 'Der Raum ist zu dieser Zeit nicht frei.',
    closed: 'Zu dieser Zeit ist geschlossen.',
    capacity: 'Zu dieser Zeit sind schon zu viele Menschen im Haus.',
    noServerOpen:
      'Die Technik im Haus macht gerade eine Pause.\nDeshalb gibt es im Moment keine neuen Termine.\nUnd keine neuen Zeiten für Termine.\nIhre Termine bleiben so.\nBitte versuchen Sie es später noch einmal.\nOder fragen Sie Ihre Kontaktstelle.',
    quota: 'So viele Räume oder Stunden können Sie nicht haben.',
    tooManyRoomsAtOnce: 'Sie haben zu dieser Zeit schon genug Räume.\nMehr Räume dürfen Sie nicht haben.',
    tooManyHoursAWeek:
      'Mit diesem Termin haben Sie in dieser Woche zu viele Stunden.\nSo viele Stunden dürfen Sie nicht haben.',
  },
  rules: ({ opensAt, closesAt, horizonMonths, shortestMinutes, longestMinutes }) => ({
    offGrid: `Ein Termin beginnt immer nach einer Viertelstunde.\nZum Beispiel: 18:00 Uhr oder 18:15 Uhr.\n${ANOTHER_TIME}`,
    tooShort: `Ein Termin ist mindestens ${shortestMinutes} Minuten lang.`,
    tooLong: `Ein Termin ist höchstens ${lengthInWords(longestMinutes)} lang.`,
    past: `Diese Zeit ist schon vorbei.\n${ANOTHER_TIME}`,
    beyondHorizon: `Das ist noch zu lange hin.\nSie können einen Raum ${monthsAhead(horizonMonths)} bekommen.`,
    outsideHours: `Das Haus ist von ${opensAt} bis ${closesAt} Uhr offen.\n${ANOTHER_TIME}`,
  }),
};

export const deLeicht: ActWords = {
  title: 'Ihr Termin',
  help: 'Haben Sie Fragen?\nBitte fragen Sie Ihre Kontaktstelle.',
  keep: { title: 'Der Termin bleibt so', button: 'Der Termin bleibt so' },
  move: {
    title: 'Eine neue Zeit',
    day: 'Der neue Tag',
    time: 'Die neue Uhrzeit',
    button: 'Die Zeit ändern',
    asksAgain: 'Wir fragen Sie noch einmal.\nErst dann ändert sich etwas.',
  },
  cancel: {
    title: 'Den Termin absagen',
    button: 'Den Termin absagen',
    asksAgain:
      'Absagen heißt: Der Termin fällt aus.\nWir fragen Sie noch einmal.\nErst dann fällt der Termin aus.',
  },
  kept: {
    title: 'Der Termin bleibt so',
    done: 'Alles bleibt gleich.\nSie müssen nichts tun.',
    change: 'Ich will doch etwas ändern',
  },
  askMove: {
    title: 'Wollen Sie die Zeit wirklich ändern?',
    before: 'Die alte Zeit',
    after: 'Die neue Zeit',
    means:
      'Haben Sie Menschen mit einer Mail eingeladen?\nDann schreiben wir diesen Menschen die neue Zeit.\nAlle Links bleiben gleich.',
    yes: 'Ja, Zeit ändern',
  },
  askCancel: {
    title: 'Wollen Sie den Termin wirklich absagen?',
    means:
      'Der Termin fällt dann aus.\nHaben Sie Menschen mit einer Mail eingeladen?\nDann schreiben wir diesen Menschen:\nDer Termin fällt aus.',
    yes: 'Ja, absagen',
  },
  back: 'Nein, zurück',
  moved: {
    title: 'Der Termin hat eine neue Zeit',
    done: 'Haben Sie Menschen mit einer Mail eingeladen?\nDann schreiben wir diesen Menschen jetzt die neue Zeit.\nBitte sagen Sie es allen anderen.',
    change: 'Ich will noch etwas ändern',
  },
  cancelled: {
    title: 'Der Termin fällt aus',
    done: 'Haben Sie Menschen mit einer Mail eingeladen?\nDann schreiben wir diesen Menschen jetzt:\nDer Termin fällt aus.\nBitte sagen Sie es allen anderen.',
    takeBack: (minutes) =>
      `War das falsch?\nDer Termin kann doch stattfinden.\nDafür haben Sie ${minutes} Minuten Zeit.\nGehen Sie in das Virtuelle Haus.\nKlicken Sie dort auf: Meine Termine.`,
    house: 'Zum Virtuellen Haus',
  },
  refused: {
    unchanged: 'So ist der Termin jetzt:',
    freeOn: (day) => `Das ist frei am ${day}`,
    at,
    outdated: 'Der Termin ist jetzt anders.\nBitte sehen Sie nach.\nDann versuchen Sie es noch einmal.',
  },
  ended: 'Mit diesem Link können Sie nichts mehr ändern.\nSie müssen nichts tun.',
  refusals,
};
