export const common = {
  locale: 'de-DE',
  house: 'Virtuelles Haus der Selbsthilfe',
  loading: 'Einen Moment bitte …',
  retry: 'Noch einmal versuchen',
  toField: 'Zum Feld',
  newWindow: 'öffnet ein neues Fenster',

  unreachable:
    'Das Haus ist gerade nicht erreichbar. Bitte prüfen Sie Ihre Verbindung zum Internet und versuchen Sie es noch einmal.',
  unknownProblem: 'Das hat leider nicht geklappt. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
  check: (message: string) => `Bitte prüfen Sie Ihre Angaben. ${message}`,
  resumed: 'Sie sind wieder angemeldet. Ihre Eingaben sind noch da. Bitte drücken Sie den Knopf noch einmal.',

  clock: (time: string) => `${time} Uhr`,
  span: (from: string, to: string) => `${from} bis ${to} Uhr`,
  and: 'und',
};
