export const groupSettings = {
  title: 'Einstellungen Ihrer Gruppe',
  why: 'Sie gelten für alle Treffen Ihrer Gruppe, die noch nicht begonnen haben.',
  waitingRoom: 'Warteraum',
  waitingRoomHint:
    'Im Warteraum sieht und hört niemand das Treffen. Nicht jeder Videoserver hat einen: Ohne ihn sind alle gleich im Treffen.',
  waitingRooms: {
    yes: 'Mit Warteraum: Wer kommt, wartet, bis eine Ansprechperson einlässt.',
    no: 'Ohne Warteraum: Wer eine Einladung hat, ist gleich im Treffen.',
  },
  reminders: 'Eine Mail zur Erinnerung bekommen Eingeladene',
  reminder: { dayBefore: 'am Tag vorher', hourBefore: 'eine Stunde vorher' },
  shown: 'In den Einladungen steht',
  show: {
    showsLabel: 'die Bezeichnung Ihrer Gruppe (nie im Betreff)',
    showsDialIn: 'Telefonnummer und PIN, wo es sie gibt (auf der Seite hinter dem Link stehen sie immer)',
  },
  save: 'Einstellungen speichern',
  saved: 'Die Einstellungen Ihrer Gruppe sind gespeichert.',
  savedBefore:
    'Das ist gespeichert. Was Sie danach gewählt haben, ist noch nicht gespeichert. Bitte speichern Sie noch einmal.',
  stale:
    'Inzwischen hat jemand aus Ihrer Gruppe etwas geändert. Was Sie gewählt haben, ist noch da. Bitte sehen Sie alles an, und speichern Sie dann noch einmal.',
};
