/** Of the representatives' own page. */
export const representatives = {
  title: 'Ansprechpersonen',
  why: 'Ansprechpersonen können Räume reservieren, einladen, verschieben und absagen. Am besten sind es zwei oder mehr.',
  you: '(das sind Sie)',
  add: 'Weitere Ansprechperson eintragen',
  name: 'Name',
  email: 'E-Mail-Adresse',
  emailHint: 'Dorthin schicken wir eine Mail, in der steht, wie es weitergeht.',
  send: 'Eintragen',
  dontAdd: 'Niemanden eintragen',
  added: (name: string) =>
    `${name} ist jetzt auch Ansprechperson und bekommt gleich eine Mail. Alle anderen Ansprechpersonen bekommen Bescheid.`,

  leave: 'Aufgabe abgeben',
  leaveLast:
    'Sie sind die einzige Ansprechperson. Möchten Sie die Aufgabe abgeben? Tragen Sie zuerst eine neue Ansprechperson ein.',
  reallyLeave: 'Möchten Sie wirklich nicht mehr Ansprechperson sein?',
  leaveMeans: (label: string) =>
    `Sie können dann die Termine von „${label}“ nicht mehr sehen und nicht mehr ändern. Alle Termine, Einladungen und Links bleiben. Wenn Sie keine andere Gruppe vertreten, löschen wir Ihren Namen und Ihre E-Mail-Adresse.`,
  yesLeave: 'Ja, Aufgabe abgeben',
  noLeave: 'Nein, Ansprechperson bleiben',
  left: (label: string) => `Sie sind nicht mehr Ansprechperson von „${label}“.`,

  code: 'Code aus der Mail',
  codeWhy: (email: string) =>
    `Bitte bestätigen Sie, dass Sie es sind. Wir haben eine Mail mit acht Ziffern an ${email} geschickt. Was Sie eingegeben haben, ist noch da.`,
  codeHint: 'Acht Ziffern, zum Beispiel 1234 5678',
  codeLength: (typed: number) => `Der Code hat acht Ziffern. Bisher sind es ${String(typed)}.`,
  newMail: 'Neue Mail senden',
  confirmAdd: 'Bestätigen und eintragen',
  confirmLeave: 'Bestätigen und Aufgabe abgeben',
};
