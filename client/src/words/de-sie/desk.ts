import { closures } from './closures.js';
import { groupPeople } from './group-people.js';
import { groups } from './groups.js';
import { servers } from './servers.js';
import { settings } from './settings.js';

export const desk = {
  title: 'Schreibtisch der Kontaktstelle',
  titleOfOperator: 'Schreibtisch für den Betrieb',
  signOut: 'Abmelden',
  signedInAs: (name: string) => `Angemeldet als ${name}`,
  noContactPoint:
    'Ihr Zugang gehört zu keiner Kontaktstelle. Gruppen schaltet das Team einer Kontaktstelle frei.',
  foreignServer:
    'Treffen können zurzeit auf einem fremden Videoserver laufen. Wer die Adresse eines solchen Treffens kennt, kommt hinein.',
  sections: 'Auf dieser Seite',
  signedOut: 'Sie sind abgemeldet.',
  sessionEnded:
    'Zu Ihrer Sicherheit endet eine Anmeldung nach einiger Zeit. Bitte melden Sie sich noch einmal an. Ihre Eingaben bleiben erhalten.',

  signIn: {
    title: 'Anmelden',
    why: 'Für das Team der Kontaktstelle.',
    email: 'E-Mail-Adresse',
    password: 'Passwort',
    enter: 'Anmelden',
  },

  grant: {
    title: 'Gruppe freischalten',
    label: 'Neutrale Bezeichnung der Gruppe',
    labelHint:
      'Zum Beispiel „Gruppe 17“ oder „Dienstagsrunde“. Bitte keine Krankheit und kein Thema nennen: Die Bezeichnung soll nichts über die Menschen verraten.',
    sameLabel:
      'Eine Gruppe mit dieser Bezeichnung gibt es bei Ihnen schon. Mit einer anderen Bezeichnung lassen sich die beiden besser unterscheiden.',
    period: 'Zeitraum (freiwillig)',
    from: 'Freigeschaltet ab',
    until: 'Freigeschaltet bis',
    representatives: 'Ansprechpersonen',
    representativesHint:
      'Am besten zwei oder mehr, dann bleibt die Gruppe auch bei einem Wechsel handlungsfähig.',
    representative: (number: number) => `Ansprechperson ${String(number)}`,
    ofRepresentative: (number: number, field: string) => `Ansprechperson ${String(number)}, ${field}`,
    name: 'Name',
    email: 'E-Mail-Adresse',
    add: 'Weitere Ansprechperson eintragen',
    remove: (number: number) => `Ansprechperson ${String(number)} entfernen`,
    submit: 'Freischalten',
    granted: (label: string) => `${label} ist freigeschaltet.`,
    grantedFrom: (label: string, date: string) => `${label} ist ab ${date} freigeschaltet.`,
    knownAs: (names: string) =>
      `Schon bekannte Adressen behalten ihren Namen: ${names}. Ist jemand anders gemeint? Dann ändern Sie bitte die Ansprechpersonen der Gruppe, und prüfen Sie die Adresse.`,
    done: (granted: string, people: number) =>
      `${granted} ${people === 1 ? 'Die Ansprechperson bekommt' : `Die ${String(people)} Ansprechpersonen bekommen`} gleich eine Mail.`,
  },

  groups,
  groupPeople,
  closures,
  servers,
  settings,
};
