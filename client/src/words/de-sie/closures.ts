export const closures = {
  title: 'Sperrzeiten',
  why: {
    contactPoint: 'In einer Sperrzeit können die Gruppen Ihrer Kontaktstelle keinen Raum reservieren.',
    house: 'In einer Sperrzeit kann im ganzen Haus niemand einen Raum reservieren.',
  },
  none: 'Bisher ist keine Sperrzeit eingetragen.',
  add: 'Neue Sperrzeit',

  scopes: { contactPoint: 'Ganze Kontaktstelle', house: 'Ganzes Haus', room: 'Ein Raum' },
  room: (room: string) => `Raum: ${room}`,
  past: 'vorbei',
  of: (when: string) => `: ${when}`,
  remove: 'Löschen',
  reallyRemove: 'Möchten Sie diese Sperrzeit wirklich löschen?',
  removeMeans:
    'Danach kann in dieser Zeit wieder reserviert werden. Schon abgesagte Termine bleiben abgesagt.',
  stale: 'Diese Sperrzeit wurde inzwischen geändert. Darüber steht, wie sie jetzt ist.',
  yesRemove: 'Ja, Sperrzeit löschen',
  noKeep: 'Nein, Sperrzeit behalten',
  removed: (when: string) => `Die Sperrzeit ist gelöscht: ${when}.`,

  between: (from: string, to: string) => `${from} bis ${to}`,
  at: (day: string, time: string) => `${day}, ${time}`,
  everyYearOn: (day: string) => `Jedes Jahr am ${day}`,
  everyYearFrom: (span: string) => `Jedes Jahr vom ${span}`,

  closed: 'Gesperrt wird',
  form: {
    title: 'Neue Sperrzeit',
    length: 'Dauer',
    wholeDays: 'Ganze Tage',
    withTimes: 'Mit Uhrzeit',
    from: 'Erster Tag',
    to: 'Letzter Tag',
    fromTime: 'Beginn',
    toTime: 'Ende',
    often: 'Wie oft?',
    once: 'Einmal',
    yearly: 'Jedes Jahr wieder',
    reason: 'Grund (freiwillig)',
    reasonHint: 'Zum Beispiel „Betriebsferien“. Die Gruppen sehen den Grund nicht.',
    next: 'Betroffene Termine ansehen',
    nextHint: 'Gespeichert wird erst danach.',
    cancel: 'Abbrechen',
  },

  preview: {
    title: 'Passt das so?',
    when: 'Zeit',
    reason: 'Grund',
    hits: (dates: number) =>
      dates === 0
        ? 'Kein Termin ist betroffen.'
        : dates === 1
          ? 'Ein Termin ist betroffen'
          : `${String(dates)} Termine sind betroffen`,
    more: (dates: number) => (dates === 1 ? 'Noch 1 Termin zeigen' : `Noch ${String(dates)} Termine zeigen`),
    hit: (parts: string[]) => parts.join(' · '),
    choice: 'Was soll mit diesen Terminen geschehen?',
    leave: 'Stehen lassen. Die Gruppen treffen sich wie geplant.',
    cancel: 'Absagen. Alle Eingeladenen bekommen eine Mail.',
    submit: 'Sperrzeit speichern',
    submitAndCancel: (dates: number) =>
      dates === 1
        ? 'Sperrzeit speichern und Termin absagen'
        : `Sperrzeit speichern und ${String(dates)} Termine absagen`,
    change: 'Angaben ändern',
  },

  saved: 'Die Sperrzeit ist gespeichert.',
  noneHit: 'Kein Termin ist betroffen.',
  left: (dates: number) =>
    dates === 1 ? 'Ein Termin bleibt stehen.' : `${String(dates)} Termine bleiben stehen.`,
  cancelled: (dates: number) =>
    `${dates === 1 ? 'Ein Termin wird' : `${String(dates)} Termine werden`} abgesagt. Alle Eingeladenen bekommen eine Mail.`,
};
