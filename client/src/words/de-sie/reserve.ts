import { durationInWords } from './when.js';

export const reserve = {
  title: 'Raum reservieren',
  steps: { when: 'Wann?', who: 'Wer?', done: 'Fertig' },
  stepsLabel: 'Schritte der Reservierung',
  whenTitle: 'Wann möchten Sie sich treffen?',
  people: 'Erwartete Personen',
  peopleHint: 'Eine Schätzung genügt.',
  anyRoom: 'Irgendein freier Raum',
  dayTitle: (date: string) => `So ist es am ${date}`,
  wishFree: 'Zu Ihrer Zeit frei',
  wishTaken: (spans: string) => `Zu Ihrer Zeit belegt: ${spans}`,
  wishWithoutPause: (spans: string, minutes: number) =>
    `Danach belegt: ${spans}. Zwischen zwei Treffen bleibt der Raum ${durationInWords(minutes)} frei`,
  wishClosed: (spans: string) => `Zu Ihrer Zeit geschlossen: ${spans}`,
  wishOfRoom: (room: string, verdict: string) => `${room}: ${verdict}.`,
  wishSummary: (free: number, all: number, when: string) =>
    `${when}: ${free === 0 ? 'kein passender Raum ist frei' : freeRooms(free, all)}.`,
  wishPast: 'Diese Zeit ist schon vorbei',
  wishTooFar: 'So weit im Voraus geht es noch nicht',
  wishOutsideHours: (from: string, to: string) => `Geöffnet ist nur von ${from} bis ${to} Uhr`,
  wishTooSmall: (seats: number) => `Zu klein, nur für ${String(seats)} Personen`,
  wishNever: (why: string) => `${why}.`,
  noRoomForAll: (people: number) => `Für ${String(people)} Personen ist kein Raum groß genug.`,
  wishOfSeries: 'Im nächsten Schritt sehen Sie alle Termine. Erst danach wird reserviert.',
  submit: 'Raum reservieren und weiter',
  look: 'Termine ansehen',
  cancel: 'Zurück zu meinen Terminen',
  insteadOf: 'Das wäre frei. Ein Druck auf den Knopf reserviert gleich:',

  overtaken:
    'Inzwischen war jemand schneller. Es ist noch nichts reserviert. Bitte sehen Sie sich die Termine noch einmal an.',
  reviewTitle: 'Passen diese Termine?',
  startsOn: (date: string) => `Erster Termin: ${date}.`,
  freeDates: (clashes: boolean) => (clashes ? 'Die anderen Termine' : 'Alle Termine'),
  freeHint: 'Sommerpause oder Feiertag? Lassen Sie einzelne Termine aus.',
  reserveAll: (dates: number) =>
    dates === 1 ? '1 Termin reservieren' : `${String(dates)} Termine reservieren`,
  allLeftOut: 'Alle Termine sind ausgelassen. Bitte behalten Sie mindestens einen.',
  change: 'Angaben ändern',

  whoTitle: 'Wer soll eingeladen werden?',
  reserved: 'Ihr Raum ist reserviert.',
  reservedDates: (dates: number) =>
    dates === 1 ? 'Ihr Termin ist reserviert.' : `Ihre ${String(dates)} Termine sind reserviert.`,
  nobody: 'Niemanden einladen',
  nobodyYet: 'Bisher ist niemand eingeladen. Das können Sie jederzeit unter „Meine Termine“ nachholen.',

  doneTitle: 'Fertig. Ihr Raum ist reserviert.',
  doneSeriesTitle: (dates: number) =>
    dates === 1
      ? 'Fertig. Ihr Termin ist reserviert.'
      : `Fertig. Ihre ${String(dates)} Termine sind reserviert.`,
  when: 'Termin',
  next: 'So geht es weiter',
  nextMail:
    'Alle Eingeladenen bekommen gleich eine Mail mit ihrem persönlichen Link und einem Kalendereintrag.',
  nextDoor: (when: string) => `Am Tag des Treffens öffnet die Tür um ${when}.`,
  nextDoors: (minutes: number) =>
    minutes === 0
      ? 'Die Tür öffnet jeweils zum Beginn.'
      : `Die Tür öffnet jeweils ${minutes === 1 ? 'eine Minute' : `${String(minutes)} Minuten`} vor Beginn.`,
  nextEnter: 'Sie selbst betreten den Raum unter „Meine Termine“ mit „Raum betreten“.',
  toDates: 'Zu meinen Terminen',
  another: 'Noch einen Raum reservieren',
};

function freeRooms(free: number, all: number): string {
  if (all === 1) return 'ein passender Raum ist frei';
  return `${String(free)} von ${String(all)} passenden Räumen ${free === 1 ? 'ist' : 'sind'} frei`;
}
