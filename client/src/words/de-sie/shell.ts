/** The anonymous part: shown on the contact point's own site, and inside the reservation form. */
export const shell = {
  rooms: 'Räume und freie Zeiten',
  day: 'Tag',
  previousDay: 'Einen Tag zurück',
  nextDay: 'Einen Tag weiter',
  seats: (seats: number) => `bis ${String(seats)} Personen`,
  free: (from?: string) => (from ? `Ab ${from} Uhr frei` : 'Den ganzen Tag frei'),
  overToday: 'Heute nicht mehr frei',
  closedAllDay: 'Den ganzen Tag geschlossen',
  taken: (spans: string) => `belegt ${spans}`,
  closed: (spans: string) => `geschlossen ${spans}`,
  elseFree: (from?: string) => (from ? `sonst ab ${from} Uhr frei` : 'sonst frei'),
  alwaysOpen: 'Immer offen, ohne Reservierung',
  opening: (from: string, to: string) => `Räume können Sie von ${from} bis ${to} Uhr reservieren.`,
  notChoosable: (last: string) => `Räume können Sie von heute bis ${last} reservieren.`,
  noRooms: 'Zurzeit gibt es hier keine Räume.',

  open: 'Anmelden und Raum reservieren',
  fold: 'Bereich zuklappen',
  unfold: 'Bereich wieder aufklappen',
  stillSignedIn:
    'Sie bleiben noch höchstens 15 Minuten angemeldet. Wenn Sie sich gleich abmelden möchten, klappen Sie den Bereich wieder auf.',
  ownWindow: 'In eigenem Fenster öffnen',
  frameTitle: 'Anmelden und Raum reservieren im Virtuellen Haus der Selbsthilfe',
  frameSilent: 'Bleibt der Bereich leer? Dann nehmen Sie bitte den Link „In eigenem Fenster öffnen“.',
  misplaced: 'Dieses Fenster ins Virtuelle Haus ist noch nicht richtig eingerichtet.',
};
