export const common = {
  locale: 'de-DE',
  house: 'Virtuelles Haus der Selbsthilfe',
  loading: 'Einen Moment bitte …',
  retry: 'Noch einmal versuchen',
  signOut: 'Abmelden',
  newWindow: 'öffnet ein neues Fenster',

  unreachable:
    'Das Haus ist gerade nicht erreichbar. Bitte prüfen Sie Ihre Verbindung zum Internet und versuchen Sie es noch einmal.',
  unknownProblem: 'Das hat leider nicht geklappt. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
  pause:
    'Das Haus macht gerade eine technische Pause und nimmt zurzeit keine neuen Termine oder Zeiten an. Was schon reserviert ist, bleibt. Bitte versuchen Sie es später noch einmal, oder fragen Sie Ihre Kontaktstelle.',
  check: (message: string) => `Bitte prüfen Sie Ihre Angaben. ${message}`,
  checkField: (label: string, message: string) => `„${label}“: ${message}`,
  resumed: 'Sie sind wieder angemeldet. Ihre Eingaben sind noch da. Bitte drücken Sie den Knopf noch einmal.',
  noMoreMails:
    'Für diese Adresse können Sie in dieser Stunde keine weitere Mail anfordern. Bitte nehmen Sie die Ziffern aus der neuesten Mail, oder versuchen Sie es in einer Stunde noch einmal.',

  clock: (time: string) => `${time} Uhr`,
  span: (from: string, to: string) => `${from} bis ${to} Uhr`,
  and: 'und',
};
