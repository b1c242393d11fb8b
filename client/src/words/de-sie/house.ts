export const house = {
  head: 'Anmeldung',
  help: 'Hilfe und Rechtliches',
  questions: 'Fragen? Ihre Kontaktstelle hilft gern.',
  imprint: 'Impressum',
  privacy: 'Datenschutz',
  signedInAs: (name: string) => `Angemeldet als ${name}`,
  signedOut: 'Sie sind abgemeldet.',
  sessionEnded:
    'Zu Ihrer Sicherheit endet eine Anmeldung nach einiger Zeit. Bitte melden Sie sich noch einmal an. Ihre Eingaben bleiben erhalten.',
  backToDates: 'Zurück zu meinen Terminen',

  signIn: {
    title: 'Anmelden',
    why: 'Für Ansprechpersonen von Selbsthilfegruppen. Sie brauchen kein Passwort: Wir schicken Ihnen einen Code per E-Mail.',
    email: 'Ihre E-Mail-Adresse',
    send: 'Code zusenden',
    codeTitle: 'Code eingeben',
    sent: (email: string) =>
      `Wenn die Adresse ${email} bekannt ist, kommt gleich eine Mail mit acht Ziffern. Das kann ein paar Minuten dauern.`,
    sentAgain: (email: string) =>
      `Wenn die Adresse ${email} bekannt ist, ist eine neue Mail unterwegs. Bitte nehmen Sie die Ziffern aus der neuesten Mail.`,
    spam: 'Keine Mail da? Sehen Sie bitte auch im Ordner für unerwünschte Mails (Spam) nach.',
    code: 'Code aus der Mail',
    codeHint: 'Acht Ziffern, zum Beispiel 1234 5678',
    codeLength: (typed: number) => `Der Code hat acht Ziffern. Bisher sind es ${String(typed)}.`,
    enter: 'Anmelden',
    again: 'Neue Mail senden',
    otherAddress: 'Andere Adresse',
  },

  agree: {
    title: 'Bitte stimmen Sie einmal zu',
    why: 'Das fragen wir nur beim ersten Mal oder wenn sich etwas geändert hat.',
    accept: 'Ich stimme zu',
  },

  dates: {
    title: 'Meine Termine',
    reserve: 'Raum reservieren',
    group: 'Gruppe',
    upcoming: 'Kommende Termine',
    none: 'Noch ist kein Termin eingetragen. Mit „Raum reservieren“ legen Sie den ersten an.',
    noGroup: 'Für Sie ist zurzeit keine Gruppe freigeschaltet. Bitte wenden Sie sich an Ihre Kontaktstelle.',
    notActive:
      'Die Freischaltung dieser Gruppe ruht. Neue Reservierungen sind erst möglich, wenn die Kontaktstelle sie wieder freischaltet.',
    facts: (room: string, people: number) =>
      `${room} · ${people === 1 ? 'eine Person' : `etwa ${String(people)} Personen`}`,
    states: { planned: 'Geplant', cancelled: 'Abgesagt', leftOut: 'Entfällt', past: 'Vorbei' },
    doorOpens: (when: string) => `Die Tür öffnet um ${when}.`,
    doorOpen: 'Die Tür ist offen.',
    enter: 'Raum betreten',
    invite: 'Einladen',
    cancel: 'Absagen',
    of: (date: string) => `am ${date}`,
    reallyCancel: 'Möchten Sie diesen Termin wirklich absagen?',
    cancelMeans: 'Alle Eingeladenen bekommen eine Mail. Der Raum wird wieder frei.',
    yesCancel: 'Ja, Termin absagen',
    noKeep: 'Nein, Termin behalten',
    cancelled: (date: string) => `Der Termin am ${date} ist abgesagt. Alle Eingeladenen bekommen eine Mail.`,
  },

  reserve: {
    title: 'Raum reservieren',
    steps: { when: 'Wann?', who: 'Wer?', done: 'Fertig' },
    stepsLabel: 'Schritte der Reservierung',
    whenTitle: 'Wann möchten Sie sich treffen?',
    date: 'Datum',
    time: 'Beginn',
    minutes: 'Dauer',
    minutesInWords: (minutes: number) => durationInWords(minutes),
    people: 'Erwartete Personen',
    peopleHint: 'Eine Schätzung genügt.',
    room: 'Raum',
    anyRoom: 'Irgendein freier Raum',
    roomWithSeats: (name: string, seats: number) => `${name} (bis ${String(seats)} Personen)`,
    dayTitle: (date: string) => `So ist es am ${date}`,
    wishFree: 'Zu Ihrer Zeit frei',
    wishTaken: (spans: string) => `Zu Ihrer Zeit belegt: ${spans}`,
    wishClosed: (spans: string) => `Zu Ihrer Zeit geschlossen: ${spans}`,
    wishOfRoom: (room: string, verdict: string) => `${room}: ${verdict}.`,
    wishSummary: (free: number, all: number, when: string) =>
      `${when}: ${free === 0 ? 'kein Raum ist frei' : `${String(free)} von ${String(all)} Räumen ${free === 1 ? 'ist' : 'sind'} frei`}.`,
    submit: 'Raum reservieren und weiter',
    cancel: 'Zurück zu meinen Terminen',

    clashTitle: 'Zu dieser Zeit geht es leider nicht',
    verdicts: {
      taken: 'Der Raum ist zu dieser Zeit schon belegt.',
      closed: 'Der Raum ist zu dieser Zeit geschlossen.',
      capacity:
        'Zu dieser Zeit treffen sich schon so viele Menschen, dass die Technik nicht für alle reicht.',
      quota: 'Ihre Gruppe hat in dieser Woche schon so viele Stunden reserviert, wie möglich sind.',
    },
    insteadOf: 'Das wäre frei. Ein Druck auf den Knopf reserviert gleich:',
    takeRoom: (room: string) => `${room} nehmen`,
    takeTime: (time: string) => `Um ${time} Uhr beginnen`,
    noAlternative: 'Bitte versuchen Sie eine andere Zeit oder einen anderen Tag.',

    whoTitle: 'Wer soll eingeladen werden?',
    reserved: 'Ihr Raum ist reserviert.',
    nobody: 'Niemanden einladen',
    nobodyYet: 'Bisher ist niemand eingeladen. Das können Sie jederzeit unter „Meine Termine“ nachholen.',

    doneTitle: 'Fertig. Ihr Raum ist reserviert.',
    when: 'Termin',
    next: 'So geht es weiter',
    nextMail:
      'Alle Eingeladenen bekommen gleich eine Mail mit ihrem persönlichen Link und einem Kalendereintrag.',
    nextDoor: (when: string) => `Am Tag des Treffens öffnet die Tür um ${when}.`,
    nextEnter: 'Sie selbst betreten den Raum unter „Meine Termine“ mit „Raum betreten“.',
    toDates: 'Zu meinen Terminen',
    another: 'Noch einen Raum reservieren',
  },

  invite: {
    title: 'Eingeladene',
    addresses: 'E-Mail-Adressen',
    addressesHint:
      'Eine Adresse je Zeile oder durch Kommas getrennt. Jede Person bekommt eine eigene Mail und sieht die anderen Adressen nicht.',
    count: (count: number) => `${count === 1 ? '1 Adresse' : `${String(count)} Adressen`} erkannt.`,
    tooMany: (most: number) => `Es können höchstens ${String(most)} Personen auf einmal eingeladen werden.`,
    empty: 'Bitte tragen Sie mindestens eine E-Mail-Adresse ein.',
    send: 'Einladungen senden',
    sent: (count: number) =>
      count === 1 ? 'Eine Einladung ist unterwegs.' : `${String(count)} Einladungen sind unterwegs.`,
    badTitle: 'Diese Adressen bitte ansehen. Es wurde noch niemand eingeladen.',
    listTitle: 'Schon eingeladen',
    addTitle: 'Weitere Personen einladen',
    none: 'Bisher ist niemand eingeladen.',
    mails: {
      queued: 'Mail wird gerade verschickt',
      sent: 'Mail verschickt',
      retrying: 'Mail noch nicht angekommen, wir versuchen es weiter',
      undeliverable: 'Mail nicht zustellbar',
    },
  },
};

function durationInWords(minutes: number): string {
  if (minutes < 60) return `${String(minutes)} Minuten`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const whole = hours === 1 ? '1 Stunde' : `${String(hours)} Stunden`;
  return rest === 0 ? whole : `${whole} ${String(rest)} Minuten`;
}
