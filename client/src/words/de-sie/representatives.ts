const NEWEST = 'Das kann ein paar Minuten dauern. Bitte nehmen Sie die Ziffern aus der neuesten Mail.';

/** Of the representatives' own page. */
export const representatives = {
  title: 'Ansprechpersonen',
  why: 'Ansprechpersonen können Räume reservieren, einladen, verschieben und absagen. Am besten sind es zwei oder mehr.',
  you: '(das sind Sie)',
  add: 'Weitere Ansprechperson eintragen',
  name: 'Name',
  email: 'E-Mail-Adresse',
  emailHint:
    'Dorthin schicken wir eine Mail, in der steht, wie es weitergeht. Bitte prüfen Sie die Adresse genau: Wer diese Mail bekommt, kann die Termine und die Eingeladenen sehen.',
  send: 'Eintragen',
  dontAdd: 'Niemanden eintragen',
  added: (name: string, email: string) =>
    `${name} ist jetzt auch Ansprechperson und bekommt gleich eine Mail an ${email}. Alle anderen Ansprechpersonen bekommen Bescheid.`,
  othersLeave: 'Jemand soll nicht mehr Ansprechperson sein? Das macht Ihre Kontaktstelle.',
  notActive: {
    paused:
      'Die Freischaltung dieser Gruppe ist pausiert. Soll sich etwas an den Ansprechpersonen ändern? Bitte wenden Sie sich an Ihre Kontaktstelle.',
    ended:
      'Die Freischaltung dieser Gruppe ist beendet. Soll sich etwas an den Ansprechpersonen ändern? Bitte wenden Sie sich an Ihre Kontaktstelle.',
  },

  leave: 'Aufgabe abgeben',
  leaveLast:
    'Sie sind die einzige Ansprechperson. Möchten Sie die Aufgabe abgeben? Tragen Sie zuerst eine neue Ansprechperson ein.',
  reallyLeave: 'Möchten Sie wirklich nicht mehr Ansprechperson sein?',
  leaveMeans: (label: string) =>
    `Sie können dann die Termine von „${label}“ nicht mehr sehen und nicht mehr ändern. Alle Termine, Einladungen und Links für die Gruppe bleiben. Ihr abonnierter Kalender endet. Die anderen Ansprechpersonen bekommen eine Mail, in der Ihr Name steht. Wenn Sie keine andere Gruppe vertreten, auch keine beendete, löschen wir in den nächsten Tagen Ihren Namen und Ihre E-Mail-Adresse.`,
  yesLeave: 'Ja, Aufgabe abgeben',
  noLeave: 'Nein, Ansprechperson bleiben',
  left: (label: string) => `Sie sind nicht mehr Ansprechperson von „${label}“.`,

  code: 'Code aus der Mail',
  codeWhy: (email: string) =>
    `Bitte bestätigen Sie, dass Sie es sind. Gleich kommt bei ${email} eine Mail mit einem Code an. ${NEWEST}`,
  codeSentAgain: `Eine neue Mail mit einem Code ist unterwegs. ${NEWEST}`,
  stillThere: 'Was Sie eingegeben haben, ist noch da.',
  codeEnded: 'Dieser Code gilt nicht mehr. Bitte drücken Sie „Neue Mail senden“.',
  codeHint: 'Acht Ziffern, zum Beispiel 1234 5678',
  codeLength: (typed: number) => `Der Code hat acht Ziffern. Bisher sind es ${String(typed)}.`,
  newMail: 'Neue Mail senden',
  confirmAdd: 'Bestätigen und eintragen',
  confirmLeave: 'Bestätigen und Aufgabe abgeben',
};
