import { calendar } from './calendar.js';
import { dates } from './dates.js';
import { groupSettings } from './group-settings.js';
import { groupLink, invite } from './invitees.js';
import { move, scope } from './move.js';
import { representatives } from './representatives.js';
import { reserve } from './reserve.js';
import { series } from './series.js';
import { settling } from './settling.js';
import { when } from './when.js';

export const house = {
  head: 'Anmeldung',
  signOut: 'Abmelden',
  help: 'Hilfe und Rechtliches',
  questions: 'Fragen? Ihre Kontaktstelle hilft gern.',
  imprint: 'Impressum',
  privacy: 'Datenschutz',
  signedInAs: (name: string) => `Angemeldet als ${name}`,
  signedOut: 'Sie sind abgemeldet.',
  gaveUp:
    'Sie sind nicht mehr Ansprechperson, und Sie sind abgemeldet. Wenn Sie keine andere Gruppe vertreten, auch keine beendete, löschen wir in den nächsten Tagen Ihren Namen und Ihre E-Mail-Adresse. Danke für alles, was Sie getan haben.',
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
    sentBefore: (email: string) => `Wenn die Adresse ${email} bekannt ist, haben wir schon Mails geschickt.`,
    noMoreMails:
      'Für diese Adresse können Sie in dieser Stunde keine weitere Mail anfordern. Bitte nehmen Sie die Ziffern aus der neuesten Mail, oder versuchen Sie es in einer Stunde noch einmal.',
    spam: 'Keine Mail da? Sehen Sie bitte auch im Ordner für Werbung oder Spam nach.',
    noMail:
      'Kommt trotzdem keine Mail? Versuchen Sie es in einer Stunde noch einmal, oder fragen Sie Ihre Kontaktstelle.',
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
    changed: 'Die Regeln haben sich gerade geändert. Bitte lesen Sie sie noch einmal.',
    accept: 'Ich stimme zu',
  },

  dates,
  move,
  scope,
  calendar,
  reserve,
  when,
  series,
  settling,

  invite,
  groupLink,
  groupSettings,
  representatives,
};
