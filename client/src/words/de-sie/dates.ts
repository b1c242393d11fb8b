export const dates = {
  title: 'Meine Termine',
  reserve: 'Raum reservieren',
  group: 'Gruppe',
  upcoming: 'Kommende Termine',
  none: 'Zurzeit ist kein Termin eingetragen.',
  noneYet: 'Zurzeit ist kein Termin eingetragen. Mit „Raum reservieren“ legen Sie einen an.',
  noGroup: 'Für Sie ist zurzeit keine Gruppe freigeschaltet. Bitte wenden Sie sich an Ihre Kontaktstelle.',
  notActive: {
    paused:
      'Die Freischaltung dieser Gruppe ruht. Neue Reservierungen sind erst möglich, wenn die Kontaktstelle sie wieder freischaltet.',
    ended:
      'Die Freischaltung dieser Gruppe ist beendet. Neue Reservierungen sind nicht mehr möglich. Bei Fragen hilft Ihnen Ihre Kontaktstelle.',
  },
  more: (dates: number) => (dates === 1 ? 'Noch 1 Termin zeigen' : `Noch ${String(dates)} Termine zeigen`),
  facts: (room: string, people: number) =>
    `${room} · ${people === 1 ? 'eine Person' : `etwa ${String(people)} Personen`}`,
  series: 'Regelmäßiges Treffen',
  states: { planned: 'Geplant', cancelled: 'Abgesagt', leftOut: 'Entfällt', past: 'Vorbei' },
  leftOut: (reason: string) => `Entfällt: ${reason}`,
  doorOpens: (when: string) => `Die Tür öffnet um ${when}.`,
  doorOpen: 'Die Tür ist offen.',
  enter: 'Raum betreten',
  invite: 'Einladen',
  move: 'Verschieben',
  cancel: 'Absagen',
  changeRoom: 'Raum wechseln',
  extend: '30 Minuten verlängern',
  restore: 'Absage zurücknehmen',
  restorable: (until: string) => `Bis ${until} können Sie die Absage zurücknehmen.`,
  takeUp: 'Doch wieder aufnehmen',
  takeUpInstead: 'Das wäre frei. Ein Druck auf den Knopf nimmt den Termin gleich auf:',
  of: (date: string) => `am ${date}`,

  reallyCancel: 'Möchten Sie diesen Termin wirklich absagen?',
  reallyCancelSeries: 'Möchten Sie wirklich absagen?',
  whichCancel: 'Welche Termine?',
  cancelMeans: 'Alle Eingeladenen bekommen eine Mail. Der Raum wird wieder frei.',
  yesCancel: 'Ja, Termin absagen',
  yesCancelDates: (dates: number, until: string) => `Ja, diese ${String(dates)} Termine bis ${until} absagen`,
  noKeep: 'Nein, Termin behalten',
  noKeepDates: 'Nein, nichts absagen',
  cancelled: (date: string) => `Der Termin am ${date} ist abgesagt. Alle Eingeladenen bekommen eine Mail.`,
  cancelledFollowing: (date: string) =>
    `Die Termine ab ${date} sind abgesagt. Alle Eingeladenen bekommen eine Mail.`,
  cancelledAll: 'Alle kommenden Termine dieses Treffens sind abgesagt. Alle Eingeladenen bekommen eine Mail.',
  reallyChangeRoom: 'Möchten Sie wirklich in einen neuen Raum auf dem Videoserver wechseln?',
  changeRoomMeans:
    'Wenn der Link zum Raum in falsche Hände geraten ist: Ihr Treffen bekommt einen neuen Raum auf dem Videoserver. Der alte Link führt dann nicht mehr zu Ihnen. Auch die PIN für das Telefon ist dann neu: Die in Ihren Mails gilt nicht mehr. Ihr reservierter Raum bleibt, Zeit und Einladungen bleiben auch. Läuft das Treffen schon, öffnen alle ihre Einladung noch einmal.',
  changeRoomNot:
    'Ist eine Einladung in falsche Hände geraten, hilft das nicht. Ziehen Sie dann diese Einladung zurück.',
  yesChangeRoom: 'Ja, Raum wechseln',
  noChangeRoom: 'Nein, im Raum bleiben',
  changedRoom: (date: string) =>
    `Der Termin am ${date} hat einen neuen Raum auf dem Videoserver. Ihr reservierter Raum bleibt. Alle Einladungen gelten weiter und führen dorthin. Auch die PIN für das Telefon ist neu.`,
  restored: (date: string) => `Die Absage ist zurückgenommen. Der Termin am ${date} findet statt.`,
  restoredAll: 'Die Absage ist zurückgenommen. Die Termine finden statt.',
  takenUp: (date: string) => `Der Termin am ${date} ist wieder eingetragen.`,
  extended: (until: string) => `Ihr Treffen geht jetzt bis ${until}.`,
  afterwards: {
    taken: 'Danach ist der Raum vergeben.',
    closed: 'Danach ist der Raum geschlossen.',
    capacity: 'Danach treffen sich viele andere Gruppen, und die Technik reicht nicht für alle.',
    quota: 'Mehr Zeit kann Ihre Gruppe nicht bekommen.',
  },
  notExtended: (why: string, until: string) => `${why} Ihr Treffen geht wie geplant bis ${until}.`,
  notRestored: (taken: number) =>
    `${taken === 1 ? 'Ein Termin ist' : `${String(taken)} Termine sind`} nicht mehr frei. Bitte nehmen Sie die Absage bei den anderen Terminen einzeln zurück.`,
  stale:
    'Der Termin wurde inzwischen geändert. So steht er jetzt hier. Bitte prüfen Sie ihn, und drücken Sie noch einmal.',
};
