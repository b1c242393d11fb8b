/** When a group meets, and how often. */
export const when = {
  date: 'Datum',
  time: 'Beginn',
  minutes: 'Dauer',
  minutesInWords: (minutes: number) => durationInWords(minutes),
  room: 'Raum',
  chosenRoom: 'Der gewählte Raum',
  roomWithSeats: (name: string, seats: number) => `${name} (bis ${String(seats)} Personen)`,

  often: 'Wie oft?',
  once: 'Einmal',
  regularly: 'Regelmäßig',
  pattern: 'In welchem Abstand?',
  weekly: (interval: number, weekday: string) =>
    interval === 1 ? `Jeden ${weekday}` : `Alle ${String(interval)} Wochen am ${weekday}`,
  monthly: (nth: string, weekday: string) => `Jeden ${nth} ${weekday} im Monat`,
  nth: (nth: number) => `${String(nth)}.`,
  last: 'letzten',
  otherWeekdays: 'An mehreren Wochentagen',
  weekdaysLabel: 'An diesen Tagen, jede Woche',
  weekdays: {
    MO: 'Montag',
    TU: 'Dienstag',
    WE: 'Mittwoch',
    TH: 'Donnerstag',
    FR: 'Freitag',
    SA: 'Samstag',
    SU: 'Sonntag',
  },
  noWeekday: 'Bitte wählen Sie mindestens einen Wochentag.',
  end: 'Wie lange?',
  byCount: 'Eine Anzahl von Terminen',
  byDay: 'Bis zu einem Tag',
  count: 'Anzahl der Termine',
  countHint: (most: number) => `Höchstens ${String(most)}.`,
  until: 'Bis zum Tag',
};

export function durationInWords(minutes: number): string {
  if (minutes < 60) return `${String(minutes)} Minuten`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const whole = hours === 1 ? '1 Stunde' : `${String(hours)} Stunden`;
  return rest === 0 ? whole : `${whole} ${String(rest)} Minuten`;
}
