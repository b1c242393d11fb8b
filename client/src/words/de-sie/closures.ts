const HEARS = 'Die Ansprechpersonen bekommen eine Mail, und wer eingeladen ist, auch.';

export const closures = {
  title: 'Sperrzeiten',
  why: {
    contactPoint:
      'Sperren Sie die ganze Kontaktstelle oder einen eigenen Raum für eine Zeit. So lange kann dort niemand reservieren.',
    house:
      'Sperren Sie das ganze Haus oder einen Raum für eine Zeit. So lange kann dort niemand reservieren.',
  },
  whyWithoutRooms: {
    contactPoint: 'Sperren Sie Ihre Kontaktstelle für eine Zeit. So lange kann dort niemand reservieren.',
    house: 'Sperren Sie das ganze Haus für eine Zeit. So lange kann dort niemand reservieren.',
  },
  none: 'Bisher ist keine Sperrzeit eingetragen.',
  add: 'Neue Sperrzeit',

  scopes: { contactPoint: 'Ganze Kontaktstelle', house: 'Ganzes Haus', room: 'Ein Raum' },
  room: (room: string) => `Raum: ${room}`,
  past: 'vorbei',
  of: (when: string) => `: ${when}`,
  change: 'Ändern',
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
  everyYearOn: (day: string, first: string) => `Ab ${first} jedes Jahr am ${day}`,
  everyYearFrom: (span: string, first: string) => `Ab ${first} jedes Jahr vom ${span}`,

  closed: 'Gesperrt wird',
  form: {
    title: 'Neue Sperrzeit',
    titleOfChange: 'Sperrzeit ändern',
    changeMeans: 'Termine, die schon abgesagt wurden, bleiben abgesagt.',
    reloaded:
      'Jetzt steht hier, was inzwischen gespeichert wurde. Was Sie geändert haben, ist noch da. Bitte prüfen Sie es.',
    what: 'Was wird gesperrt?',
    whatHint: {
      contactPoint:
        'Einzeln sperren können Sie die eigenen Räume Ihrer Kontaktstelle. Die Räume des Hauses sperrt der Betrieb.',
      house: 'Einzeln sperren können Sie die Räume des Hauses. Eigene Räume sperrt die Kontaktstelle selbst.',
    },
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
    unnamed: (dates: number) =>
      dates === 1 ? 'Dazu kommt 1 weiterer Termin.' : `Dazu kommen ${String(dates)} weitere Termine.`,
    hit: (parts: string[]) => parts.join(' · '),
    choice: (dates: number) =>
      dates === 1 ? 'Was soll mit diesem Termin geschehen?' : 'Was soll mit diesen Terminen geschehen?',
    leave: (dates: number) =>
      dates === 1
        ? 'Stehen lassen. Die Gruppe trifft sich wie geplant.'
        : 'Stehen lassen. Die Gruppen treffen sich wie geplant.',
    cancel: `Absagen. ${HEARS}`,
    submit: 'Sperrzeit speichern',
    submitAndCancel: (dates: number) =>
      dates === 1
        ? 'Sperrzeit speichern und Termin absagen'
        : `Sperrzeit speichern und ${String(dates)} Termine absagen`,
    change: 'Angaben ändern',
    stale:
      'Inzwischen hat jemand anders diese Sperrzeit geändert. Ihre Angaben sind noch nicht gespeichert, sie bleiben aber erhalten.',
    reload: 'Neuen Stand laden',
  },

  saved: 'Die Sperrzeit ist gespeichert.',
  gone: 'Diese Sperrzeit gibt es nicht mehr. Inzwischen hat sie jemand gelöscht.',
  noneHit: 'Kein Termin ist betroffen.',
  left: (dates: number) =>
    dates === 1 ? 'Ein Termin bleibt stehen.' : `${String(dates)} Termine bleiben stehen.`,
  cancelled: (dates: number) =>
    `${dates === 1 ? 'Ein Termin wird' : `${String(dates)} Termine werden`} abgesagt. ${HEARS}`,
};
