/** Dates with their verdicts, and the ways out of a clash. */
export const settling = {
  pause:
    'Das Haus macht gerade eine technische Pause und nimmt zurzeit keine neuen Termine oder Zeiten an. Was schon reserviert ist, bleibt. Bitte versuchen Sie es später noch einmal, oder fragen Sie Ihre Kontaktstelle.',
  clashTitle: 'Zu dieser Zeit geht es leider nicht',
  verdicts: {
    own: 'Diesen Raum hat Ihre Gruppe zu dieser Zeit schon reserviert.',
    taken: 'Der Raum ist zu dieser Zeit schon belegt.',
    timeDoesNotExist: 'Diese Uhrzeit gibt es an diesem Tag nicht: Die Uhren werden vorgestellt.',
    closed: 'Der Raum ist zu dieser Zeit geschlossen.',
    capacity: 'Zu dieser Zeit treffen sich schon so viele Menschen, dass die Technik nicht für alle reicht.',
    quota: 'Ihre Gruppe hat schon so viel reserviert, wie sie darf.',
    tooManyRoomsAtOnce:
      'Ihre Gruppe hat zu dieser Zeit schon so viele Räume, wie sie gleichzeitig haben darf.',
    tooManyHoursAWeek:
      'Mit diesem Termin hätte Ihre Gruppe in dieser Woche mehr Stunden, als sie reservieren darf.',
  },
  shortVerdicts: {
    free: 'Frei',
    own: 'Schon von Ihrer Gruppe reserviert',
    taken: 'Belegt',
    timeDoesNotExist: 'Diese Uhrzeit gibt es nicht: Die Uhren werden vorgestellt',
    closed: 'Geschlossen',
    capacity: 'Zu viele Teilnehmende im Haus',
    quota: 'Mehr, als Ihre Gruppe reservieren darf',
    tooManyRoomsAtOnce: 'Zu viele Räume zur gleichen Zeit',
    tooManyHoursAWeek: 'Zu viele Stunden in dieser Woche',
  },
  noAlternative: 'Bitte versuchen Sie eine andere Zeit oder einen anderen Tag.',
  noAlternativeInWeek: 'Ein kürzerer Termin oder eine andere Woche geht vielleicht.',
  typedStays: 'Ihre Eingaben bleiben hier stehen.',
  takeRoom: (room: string) => `${room} nehmen`,
  keepRoom: (room: string) => `Im bisherigen Raum bleiben: ${room}`,
  takeTime: (time: string) => `Um ${time} Uhr beginnen`,
  holiday: (name: string) => `Feiertag: ${name}`,

  decide: (open: number) =>
    open === 1 ? 'Ein Termin geht so nicht' : `${String(open)} Termine gehen so nicht`,
  decided: 'Ihre Entscheidungen',
  decideHow: (open: number) =>
    `Bitte wählen Sie${open === 1 ? '' : ' bei jedem Termin'}, was daraus werden soll.`,
  open: (open: number) =>
    open === 1 ? 'Noch 1 Termin ist offen.' : `Noch ${String(open)} Termine sind offen.`,
  toOpen: (open: number) => (open === 1 ? 'Zum offenen Termin' : 'Zu den offenen Terminen'),
  noneOpen: 'Alles ist geklärt.',
  leaveOut: 'Auslassen',
  leaveOutAll: 'Alle offenen Termine auslassen',
  leftOut: 'Ausgelassen',
  nothingElse: 'An diesem Tag gibt es nichts anderes. Sie können den Termin nur auslassen.',
  roomForAll: (room: string) => `Für alle offenen Termine: ${room}`,
  keep: 'Doch reservieren',
  takeBack: 'Anders entscheiden',
  sameRoom: (room: string) => `${room} (wie bisher)`,
  wished: (span: string, verdict: string) => `Gewünscht: ${span} · ${verdict}`,
  overtaken: 'Inzwischen war jemand schneller. Bitte entscheiden Sie noch einmal. Alles andere ist noch da.',
};
