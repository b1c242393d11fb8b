export const invite = {
  title: 'Eingeladene',
  atRest:
    'Zurzeit können Sie niemanden einladen: Die Freischaltung dieser Gruppe ist pausiert oder beendet. Einladungen zurückziehen können Sie weiterhin.',
  listTitle: 'Wer eingeladen ist',
  addTitle: 'Personen einladen',
  addresses: 'E-Mail-Adressen',
  addressesHint:
    'Eine Adresse je Zeile oder durch Kommas getrennt. Jede Person bekommt eine eigene Mail und sieht die anderen Adressen nicht.',
  count: (count: number) => `${count === 1 ? '1 Adresse' : `${String(count)} Adressen`} eingetragen.`,
  tooMany: (most: number) => `Es können höchstens ${String(most)} Personen auf einmal eingeladen werden.`,
  empty: 'Bitte tragen Sie mindestens eine E-Mail-Adresse ein.',
  typed: (addresses: number) =>
    `Sie haben ${addresses === 1 ? '1 Adresse' : `${String(addresses)} Adressen`} eingetragen. Einladungen senden oder ohne Einladung weiter?`,
  typedMeans: 'Ohne Einladung werden die Adressen nicht behalten.',
  withoutInviting: 'Ohne Einladung weiter',
  send: 'Einladungen senden',
  sent: (count: number) =>
    count === 1 ? 'Eine Einladung ist unterwegs.' : `${String(count)} Einladungen sind unterwegs.`,
  alreadyInvited: (count: number) =>
    count === 1
      ? 'Eine Person war schon eingeladen und bekommt keine zweite Mail.'
      : `${String(count)} Personen waren schon eingeladen und bekommen keine zweite Mail.`,
  goneFromList: (count: number) =>
    count === 1
      ? 'Eine Person steht nicht mehr auf der Liste Ihrer Gruppe und bekommt keine Einladung.'
      : `${String(count)} Personen stehen nicht mehr auf der Liste Ihrer Gruppe und bekommen keine Einladung.`,
  resendHint:
    'Soll jemand die Mail noch einmal bekommen? Drücken Sie in der Liste bei der Person auf „Noch einmal senden“.',
  badTitle: 'Diese Adressen bitte ansehen. Es wurde noch niemand eingeladen.',

  which: 'Wozu möchten Sie einladen?',
  scopes: {
    series: 'Zu allen Terminen der Reihe',
    date: (day: string) => `Nur zum Termin am ${day}`,
  },
  scopeHint: 'Für die ganze Reihe bekommt jede Person nur eine Mail und einen Link, der immer gilt.',

  listTitles: {
    series: 'Zu allen Terminen der Reihe eingeladen',
    date: (day: string) => `Nur eingeladen zum Termin am ${day}`,
    single: 'Zu diesem Termin eingeladen',
  },
  none: 'Bisher ist niemand eingeladen.',
  hears: {
    all: 'Alle Eingeladenen bekommen eine Mail.',
    nobody: 'Es ist niemand eingeladen. Bitte sagen Sie selbst Bescheid.',
    unknown: 'Wer eingeladen ist, bekommt eine Mail. Allen anderen sagen Sie bitte selbst Bescheid.',
  },
  mail: 'Mail',
  mails: {
    queued: 'unterwegs',
    sent: 'angekommen beim Postfach',
    retrying: 'wird wiederholt versucht',
    undeliverable: 'nicht zustellbar',
  },
  mailHelp: {
    queued: '',
    sent: '',
    retrying: 'Das Postfach nimmt die Mail gerade nicht an. Das Haus versucht es bis zu drei Tage lang.',
    undeliverable:
      'Bitte fragen Sie die Person nach ihrer Adresse. Ist sie falsch, ziehen Sie die Einladung zurück und laden Sie die richtige Adresse ein.',
  },
  serverSaid: (words: string) => `Meldung des Postfachs: ${words}`,
  reply: 'Antwort',
  replies: { yes: 'kommt', no: 'kommt nicht', none: 'noch keine' },
  to: (person: string) => `an ${person}`,
  of: (person: string) => `von ${person}`,
  ofPerson: (person: string) => `(${person})`,
  resend: 'Noch einmal senden',
  resent: (person: string) => `Die Mail an ${person} ist noch einmal unterwegs.`,
  mayOpen: 'Darf das Treffen öffnen, wenn 10 Minuten nach Beginn keine Ansprechperson da ist',
  letsOpen: (person: string) =>
    `${person} darf das Treffen öffnen. Bitte sagen Sie es der Person: Ist 10 Minuten nach Beginn keine Ansprechperson da, öffnet sie ihren Link noch einmal und tritt ein.`,
  letsOpenNoMore: (person: string) => `${person} darf das Treffen nicht mehr öffnen.`,
  withdraw: 'Einladung zurückziehen',
  reallyWithdraw: (person: string) => `Möchten Sie die Einladung an ${person} wirklich zurückziehen?`,
  withdrawMeans: 'Der Link gilt dann nicht mehr. Die Person bekommt eine Mail.',
  yesWithdraw: 'Ja, zurückziehen',
  noWithdraw: 'Nein, Einladung behalten',
  withdrawn: (person: string) => `Die Einladung an ${person} ist zurückgezogen.`,
  gone: 'Diese Person ist nicht mehr eingeladen.',

  keep: 'Diese Adressen für das nächste Mal behalten',
  keepHint:
    'Nur die Ansprechpersonen Ihrer Gruppe sehen die Liste. Ohne Haken wird keine Liste behalten. Die Adressen stehen dann nur bei den Terminen, zu denen Sie einladen.',
  keptUntil: (date: string) => `Die Liste wird am ${date} gelöscht.`,
  useKept: (count: number) =>
    count === 1
      ? 'Die Adresse vom letzten Mal einsetzen'
      : `Die ${String(count)} Adressen vom letzten Mal einsetzen`,
  deleteKept: 'Liste jetzt löschen',
  reallyDeleteKept: 'Möchten Sie die Liste Ihrer Gruppe wirklich löschen?',
  deleteKeptMeans: 'Wer schon eingeladen ist, bleibt eingeladen.',
  yesDeleteKept: 'Ja, Liste löschen',
  noDeleteKept: 'Nein, Liste behalten',
  keptDeleted: 'Die Liste Ihrer Gruppe ist gelöscht.',
  notKept: 'Die Liste für das nächste Mal konnte das Haus nicht behalten.',
  notDeleted: 'Die Liste für das nächste Mal konnte das Haus nicht löschen. Sie ist noch da.',

  preview: 'So sieht Ihre Einladung aus',
  hidePreview: 'Vorschau schließen',
  subject: 'Betreff',
  calendarEntry: 'Eintrag im Kalender',

  paperTitle: 'Für Personen ohne E-Mail',
  sheetWhy:
    'Ein Blatt in großer Schrift: wann das Treffen ist, der Link und wie es geht. Der Name der Gruppe steht nicht darauf.',
  sheet: 'Blatt zum Ausdrucken',
  sheets: {
    series: 'Blatt zum Ausdrucken: alle Termine der Reihe',
    date: 'Blatt zum Ausdrucken: nur dieser Termin',
  },
  sheetFile: 'treffen.pdf',
  sheetSaved: 'Das Blatt liegt bei Ihren Downloads. Die Datei heißt „treffen.pdf“.',
};

export const groupLink = {
  title: 'Gruppenlink',
  why: 'Dieser Link gehört Ihrer Gruppe und bleibt immer gleich. Er öffnet nur, wenn Ihre Gruppe einen Termin hat. Sie können ihn am Telefon weitersagen.',
  address: 'Ihr Gruppenlink',
  addressHint: 'Groß oder klein geschrieben, mit oder ohne Striche: beides geht.',
  since: (date: string) => `Er gilt seit ${date}.`,
  copy: 'Link kopieren',
  copied: 'Der Link ist kopiert.',
  marked: 'Der Link ist markiert. Bitte kopieren Sie ihn jetzt selbst.',
  renew: 'Neuer Link',
  reallyRenew: 'Möchten Sie wirklich einen neuen Gruppenlink?',
  renewMeans:
    'Der alte Link öffnet dann nichts mehr, auch der auf gedruckten Blättern. Alle kommenden Treffen bekommen eine neue PIN für das Telefon, wo es sie gibt: Die alte gilt auch aus Mails nicht mehr. Persönliche Einladungen bleiben gültig.',
  yesRenew: 'Ja, neuer Link',
  noRenew: 'Nein, Link behalten',
  renewed: 'Das ist Ihr neuer Gruppenlink. Der alte gilt nicht mehr.',
};
