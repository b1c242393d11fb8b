/** Of the desk: who represents a group. */
export const groupPeople = {
  open: 'Ansprechpersonen ändern',
  close: 'Fertig',
  title: (label: string) => `Ansprechpersonen von ${label}`,
  add: 'Ansprechperson eintragen',
  name: 'Name',
  email: 'E-Mail-Adresse',
  emailHint:
    'Dorthin schickt das Haus eine Mail, in der steht, wie es weitergeht. Bitte prüfen Sie die Adresse genau: Wer diese Mail bekommt, kann die Termine und die Eingeladenen der Gruppe sehen.',
  send: 'Eintragen',
  dontAdd: 'Niemanden eintragen',
  added: (name: string) => `${name} ist eingetragen und bekommt gleich eine Mail.`,
  knownAs: (known: string, typed: string) =>
    `Ihre Kontaktstelle kennt diese Adresse schon unter dem Namen ${known}. Der bleibt, „${typed}“ wird nicht gespeichert. Ist jemand anders gemeint? Dann entfernen Sie ${known} bitte wieder, und prüfen Sie die Adresse.`,
  notCome: 'Hat sich seit der Eintragung noch nicht angemeldet.',
  remove: 'Als Ansprechperson entfernen',
  of: (name: string) => `: ${name}`,
  last: 'Das ist die einzige Ansprechperson. Tragen Sie zuerst eine neue ein, dann können Sie diese entfernen.',
  reallyRemove: (name: string) => `Möchten Sie ${name} wirklich als Ansprechperson entfernen?`,
  removeMeans:
    'Diese Person kann dann die Termine der Gruppe nicht mehr sehen und nicht mehr ändern. Die Termine bleiben. Den Gruppenlink kennt sie weiter: Die Gruppe kann ihn erneuern. Vertritt sie keine andere Gruppe, werden ihr Name und ihre Adresse gelöscht. Diese Person und alle anderen Ansprechpersonen bekommen eine Mail.',
  yesRemove: 'Ja, entfernen',
  noRemove: 'Nein, nichts ändern',
  removed: (name: string) => `${name} ist nicht mehr Ansprechperson.`,
};
