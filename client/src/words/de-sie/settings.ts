import { durationInWords } from './when.js';

/** What a contact point says about itself, and the rules it sets. */
export const settings = {
  title: 'Einstellungen',
  why: 'Adresse und Sprechzeiten Ihrer Kontaktstelle, Regeln für Reservierungen, Absender der Mails.',
  open: 'Einstellungen ansehen und ändern',
  save: 'Einstellungen speichern',
  leave: 'Abbrechen',
  done: {
    saved: 'Die Einstellungen sind gespeichert.',
    savedRules:
      'Die Einstellungen sind gespeichert. Neue Regeln gelten ab der nächsten Reservierung. Termine, die es schon gibt, bleiben, wie sie sind.',
    savedDoor:
      'Die Einstellungen sind gespeichert. Die Tür öffnet jetzt zur neuen Zeit, auch bei Terminen, die es schon gibt.',
    savedRulesAndDoor:
      'Die Einstellungen sind gespeichert. Neue Regeln gelten ab der nächsten Reservierung. Nur die Tür öffnet auch bei Terminen, die es schon gibt, zur neuen Zeit.',
    unchanged: 'Es war nichts geändert. Alles bleibt, wie es ist.',
    reloaded:
      'Jetzt steht hier, was inzwischen gespeichert wurde. Was Sie geändert haben, ist noch da. Bitte prüfen Sie es, und speichern Sie dann.',
  },
  stale:
    'Inzwischen hat jemand aus Ihrem Team die Einstellungen geändert. Ihre Eingaben sind noch nicht gespeichert, sie bleiben aber erhalten.',
  reload: 'Neuen Stand laden',

  facts: 'Adresse und Sprechzeiten',
  rules: 'Regeln für Reservierungen',
  rulesHint:
    'Neue Regeln gelten ab der nächsten Reservierung. Termine, die es schon gibt, bleiben, wie sie sind. Nur die Tür öffnet auch bei ihnen zur neuen Zeit.',
  sender: 'Absender der Mails',
  senderHint:
    'Mails zeigen den Absender schon in der Liste. Bitte nennen Sie hier keine Krankheit und kein Thema.',
  sites: 'Web-Seiten, die das Haus zeigen',

  fields: {
    name: 'Name der Kontaktstelle',
    town: 'Ort',
    land: 'Bundesland',
    phone: 'Telefon',
    email: 'E-Mail-Adresse',
    openingHours: 'Sprechzeiten',
    wording: 'Anrede in Mails und Seiten',
    website: 'Web-Seite, auf der Gruppen reservieren',
    imprintUrl: 'Adresse des Impressums',
    privacyUrl: 'Adresse der Datenschutz-Erklärung',
    minMinutes: 'Kürzeste Dauer',
    defaultMinutes: 'Übliche Dauer',
    maxMinutes: 'Längste Dauer',
    opensAt: 'Frühester Beginn',
    closesAt: 'Spätestes Ende',
    horizonMonths: 'Wie weit im Voraus?',
    bufferMinutes: 'Pause nach jedem Treffen',
    mostRoomsAtOnce: 'Höchstens so viele Räume zur gleichen Zeit',
    mostWeeklyMinutes: 'Höchstens so lange in einer Woche',
    doorOpensMinutes: 'Wie lange vor dem Beginn öffnet die Tür?',
    allowsInformation: 'Große Räume für Informationstreffen',
    senderName: 'Name des Absenders (freiwillig)',
    replyTo: 'Adresse für Antworten (freiwillig)',
    signature: 'Gruß am Ende der Mails (freiwillig)',
    origins: 'Adressen, eine in jeder Zeile (freiwillig)',
  },
  hints: {
    wording:
      'So sprechen alle Mails und die Seiten hinter ihren Links. Diese Seite hier und das Reservieren bleiben beim Sie.',
    land: 'Danach richten sich die Hinweise auf Feiertage.',
    website: 'Darauf verweisen die Mails. Zum Beispiel https://example.org/online',
    defaultMinutes: 'Sie ist beim Reservieren schon ausgewählt.',
    bufferMinutes: 'So lange bleibt der Raum danach noch frei.',
    mostRoomsAtOnce: 'Für jede Gruppe.',
    mostWeeklyMinutes: 'Für jede Gruppe, von Montag bis Sonntag.',
    doorOpensMinutes:
      'Das gilt auch für Termine, die es schon gibt. In Einladungen, die schon verschickt sind, steht die alte Zeit.',
    signature: 'Höchstens 8 Zeilen.',
    origins:
      'Nur diese Web-Seiten dürfen das Haus bei sich zeigen. Bitte nur den Anfang der Adresse, zum Beispiel https://example.org',
  } as Record<string, string | undefined>,

  minutes: durationInWords,
  noMinutes: 'Keine',
  noDoorMinutes: 'Genau zum Beginn',
  months: (months: number) => (months === 1 ? '1 Monat' : `${String(months)} Monate`),
  rooms: (rooms: number) => (rooms === 1 ? '1 Raum' : `${String(rooms)} Räume`),
  wordings: {
    'de-sie': 'Sie',
    'de-du': 'du',
    'de-leicht': 'Leichte Sprache',
    en: 'Englisch',
  },
  information: { no: 'Nein', yes: 'Ja, Gruppen dürfen sie reservieren' },
  lands: {
    BW: 'Baden-Württemberg',
    BY: 'Bayern',
    BE: 'Berlin',
    BB: 'Brandenburg',
    HB: 'Bremen',
    HH: 'Hamburg',
    HE: 'Hessen',
    MV: 'Mecklenburg-Vorpommern',
    NI: 'Niedersachsen',
    NW: 'Nordrhein-Westfalen',
    RP: 'Rheinland-Pfalz',
    SL: 'Saarland',
    SN: 'Sachsen',
    ST: 'Sachsen-Anhalt',
    SH: 'Schleswig-Holstein',
    TH: 'Thüringen',
  },
};
