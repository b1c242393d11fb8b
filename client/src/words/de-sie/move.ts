export const scope = {
  one: 'Nur diesen Termin',
  following: 'Diesen und alle folgenden Termine',
  all: 'Alle kommenden Termine dieses Treffens',
};

export const move = {
  title: 'Termin verschieben',
  now: (date: string, room: string) => `Bisher: ${date} · ${room}`,
  scope: 'Was möchten Sie verschieben?',
  shifts: 'Bei einem anderen Datum verschieben sich alle gewählten Termine um gleich viele Tage.',
  differing:
    'Diese Termine haben bisher eine andere Zeit oder einen anderen Raum. Wenn Sie hier Beginn, Dauer oder Raum ändern, gilt das auch für sie:',
  submit: 'Verschieben',
  back: 'Zurück zu meinen Terminen',
  nothing: 'Bisher ist nichts geändert. Bitte wählen Sie eine andere Zeit oder einen anderen Raum.',
  insteadOf: 'Das wäre frei. Ein Druck auf den Knopf verschiebt gleich:',
  settleTitle: 'Bitte entscheiden Sie noch',
  settleHint: 'Alle anderen Termine passen. Verschoben wird erst, wenn alles geklärt ist.',
  leavingOutMeans:
    'Was Sie hier auslassen, fällt aus. Die Eingeladenen dieser Termine erfahren es per Mail. Unter „Meine Termine“ können Sie ausgelassene Termine wieder aufnehmen.',
  submitSettled: 'Termine verschieben',
  change: 'Angaben ändern',
  stale:
    'Der Termin wurde inzwischen geändert. Ihre Eingaben sind noch da. Bitte prüfen Sie sie und drücken Sie noch einmal „Verschieben“.',
  gone: 'Dieser Termin ist inzwischen abgesagt oder vorbei.',
  doneTitle: 'Fertig. Der Termin ist verschoben.',
  doneSeriesTitle: 'Fertig. Die Termine sind verschoben.',
  told: {
    some: 'Wenn ein Termin ausfällt oder anders beginnt, bekommen die Eingeladenen eine Mail. Alle anderen Einladungen gelten weiter. Wer keine Mail bekommt, dem sagen Sie bitte selbst Bescheid.',
    nobody: 'Die Einladungen gelten weiter.',
  },
  toDates: 'Zu meinen Terminen',
};
