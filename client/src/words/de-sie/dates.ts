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
      'Die Freischaltung dieser Gruppe ist pausiert. Ihre Termine bleiben eingetragen, aber die Tür zu den Treffen bleibt zu. Absagen können Sie weiterhin. Reservieren, verschieben, einladen und Einstellungen ändern können Sie erst wieder, wenn Ihre Kontaktstelle die Freischaltung fortsetzt.',
    ended:
      'Die Freischaltung dieser Gruppe ist beendet. Neue Reservierungen sind nicht mehr möglich. Bei Fragen hilft Ihnen Ihre Kontaktstelle.',
  },
  more: (dates: number) => (dates === 1 ? 'Noch 1 Termin zeigen' : `Noch ${String(dates)} Termine zeigen`),
  gone: (dates: number) => (dates === 1 ? '1 abgesagter Termin' : `${String(dates)} abgesagte Termine`),
  facts: (room: string, people: number) =>
    `${room} · ${people === 1 ? 'eine Person' : `etwa ${String(people)} Personen`}`,
  series: 'Regelmäßiges Treffen',
  states: { planned: 'Geplant', cancelled: 'Abgesagt', leftOut: 'Entfällt', past: 'Vorbei' },
  leftOut: (reason: string) => `Entfällt: ${reason}`,
  doorOpens: (when: string) => `Die Tür öffnet um ${when}.`,
  doorOpen: 'Die Tür ist offen.',
  doorShut: 'Die Tür bleibt zu.',
  enter: 'Raum betreten',
  invite: 'Einladen',
  invitees: 'Eingeladene',
  move: 'Verschieben',
  cancel: 'Absagen',
  changeRoom: 'Zugang zum Videoraum erneuern',
  extend: '30 Minuten verlängern',
  restore: 'Absage zurücknehmen',
  restorable: (until: string) => `Bis ${until} können Sie die Absage zurücknehmen.`,
  takeUp: 'Doch wieder aufnehmen',
  takeUpInstead: 'Das wäre frei. Ein Druck auf den Knopf nimmt den Termin gleich auf:',
  reserveInstead:
    'Das wäre frei. Ein Druck auf den Knopf reserviert gleich neu. Bisherige Einladungen gelten dafür nicht:',
  reservedInstead: (date: string, room: string) =>
    `Neu reserviert: ${date}, ${room}. Bisherige Einladungen gelten dafür nicht. Bitte laden Sie zu diesem Termin neu ein, oder sagen Sie selbst Bescheid.`,
  otherDay: 'Bitte reservieren Sie einen anderen Tag.',
  reserveOtherDay: 'Anderen Tag reservieren',
  of: (date: string) => `am ${date}`,
  inRoom: (date: string, room: string) => `${date}, ${room}`,

  reallyCancel: (date: string) => `Möchten Sie den Termin am ${date} wirklich absagen?`,
  reallyCancelSeries: (date: string) => `Möchten Sie wirklich absagen? Es geht um den Termin am ${date}.`,
  whichCancel: 'Welche Termine?',
  cancelMeans: 'Wer eingeladen ist, bekommt eine Mail. Der Raum wird wieder frei.',
  yesCancel: 'Ja, Termin absagen',
  yesCancelDates: (dates: number, until: string) => `Ja, diese ${String(dates)} Termine bis ${until} absagen`,
  noKeep: 'Nein, Termin behalten',
  noKeepDates: 'Nein, nichts absagen',
  cancelled: (date: string) => `Der Termin am ${date} ist abgesagt.`,
  cancelledFollowing: (date: string) => `Alle Termine ab ${date} sind abgesagt.`,
  cancelledAll: 'Alle kommenden Termine dieses Treffens sind abgesagt.',
  reallyChangeRoom: 'Zugang zum Videoraum erneuern?',
  changeRoomMeans:
    'Das hilft, wenn Fremde den Videoraum oder die PIN für das Telefon kennen: Beides wird neu. Termin und Einladungen bleiben. Wer schon im Treffen ist, öffnet die eigene Einladung noch einmal.',
  changeRoomNot: 'Haben Fremde eine Einladung? Dann ziehen Sie bitte diese zurück.',
  yesChangeRoom: 'Ja, Zugang erneuern',
  noChangeRoom: 'Nein, nichts ändern',
  changedRoom: (date: string) =>
    `Der Zugang zum Videoraum ist erneuert, für den Termin am ${date}. Alle Einladungen gelten weiter. Die PIN für das Telefon ist neu.`,
  restored: (date: string) => `Die Absage ist zurückgenommen. Der Termin am ${date} findet statt.`,
  restoredAll: 'Die Absage ist zurückgenommen. Alles findet statt wie vorher.',
  restoredOthers: (dates: number) => {
    if (dates === 0) return 'Leider ist keiner der Termine mehr frei.';
    return dates === 1 ? 'Ein Termin findet wieder statt.' : `${String(dates)} Termine finden wieder statt.`;
  },
  stillCancelled: (dates: string) => `Abgesagt bleibt, was nicht mehr frei ist: ${dates}.`,
  hearsOfRestored: 'Wer schon eine Absage bekommen hat, bekommt wieder eine Mail.',
  notFree: 'Nicht mehr frei:',
  notFreeDate: (date: string, why: string) => `${date}. ${why}`,
  nothingRestored: 'Es ist noch nichts zurückgenommen.',
  restoreSeveral: (dates: number) => `Absage der ${String(dates)} Termine zurücknehmen`,
  restoreOthers: (dates: number) =>
    dates === 1
      ? 'Absage des anderen Termins zurücknehmen'
      : `Absage der anderen ${String(dates)} Termine zurücknehmen`,
  seeWhatIsFree: 'Was stattdessen frei wäre, sehen Sie bei diesen Terminen mit „Absage zurücknehmen“.',
  takenUp: (date: string) => `Der Termin am ${date} ist wieder eingetragen.`,
  extended: (until: string) => `Ihr Treffen geht jetzt bis ${until}.`,
  afterwards: {
    taken: 'Der Raum ist keine 30 Minuten länger frei.',
    closed: 'Der Raum ist keine 30 Minuten länger geöffnet.',
    capacity: 'Danach treffen sich viele andere Gruppen, und die Technik reicht nicht für alle.',
    quota: 'Mehr Zeit kann Ihre Gruppe nicht bekommen.',
  },
  notExtended: (why: string, until: string) => `${why} Ihr Treffen geht bis ${until}.`,
  stale:
    'Der Termin wurde inzwischen geändert. So steht er jetzt hier. Bitte prüfen Sie ihn, und drücken Sie noch einmal.',
};
