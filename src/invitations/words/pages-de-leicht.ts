import { dayInWords, timeInWords } from '../../kernel/local-time.js';
import { html } from '../../platform/http/html.js';
import type { PageWords } from './pages-words.js';

// Leichte Sprache, by the rules of the Netzwerk Leichte Sprache: one thought in a sentence, one sentence in a line,
// hard words explained, no genitive, no subjunctive, no abbreviation.

const ASK_INVITER = 'Eine Person hat Sie eingeladen.\nBitte fragen Sie diese Person.';
const ASK_GIVER = 'Eine Person hat Ihnen den Link gegeben.\nBitte fragen Sie diese Person.';
const ASK_CONTACT_POINT = 'Bitte fragen Sie Ihre Kontaktstelle.';
const CLOSED_NOW = 'Die Tür ist jetzt zu.';

export const deLeicht: PageWords = {
  title: 'Ihr Online-Treffen',
  questions: {
    contactPoint: `Haben Sie Fragen?\n${ASK_CONTACT_POINT}`,
    inviter: `Haben Sie Fragen?\n${ASK_INVITER}`,
    giver: `Haben Sie Fragen?\n${ASK_GIVER}`,
  },
  door: {
    early: (opensAt) =>
      html`Sie sind früh da.<br />Die Tür ist noch zu.<br />Die Tür geht auf am:<br /><strong>${dayInWords(opensAt)}, um ${timeInWords(opensAt, 'de-leicht')}</strong>.`,
    stay: 'Sie können warten.\nDie Seite geht dann von allein auf.\nOder Sie klicken später noch einmal auf den Link.',
    comeBack: 'Bitte klicken Sie dann noch einmal auf den Link.',
    name: 'Wie wollen Sie heißen? (Sie müssen nichts schreiben)',
    nameHint:
      'Schreiben Sie Ihren Vor-Namen.\nOder einen anderen Namen.\nDie anderen im Treffen sehen diesen Namen.',
    enter: 'Jetzt hineingehen',
    muted:
      'Am Anfang ist Ihre Kamera aus.\nAuch Ihr Mikrofon ist am Anfang aus.\nSie können beides selbst anmachen.',
    noServer: 'Das Treffen kann hier noch nicht aufgehen.\nEs fehlt noch etwas.',
    foreign:
      'Das Treffen ist auf einem fremden Computer.\nWer die Adresse von dem Treffen kennt, kommt hinein.',
    nameless: { guest: 'Gast', moderator: 'Leitung' },
  },
  practice: {
    title: 'Vorher üben',
    why: 'Sie können das Treffen vorher üben.\nDafür gibt es einen Probier-Raum.\nDer Probier-Raum ist immer offen.\nNur Menschen mit Ihrem Link kommen hinein.\nHilft Ihnen jemand?\nDann kann dieser Mensch mit Ihrem Link dazukommen.',
    whyByGroupLink:
      'Sie können das Treffen vorher üben.\nDafür gibt es einen Probier-Raum.\nDer Probier-Raum ist immer offen.\nSie sind dort allein.\nSonst kommt niemand hinein.',
    nameHint: 'Schreiben Sie Ihren Vor-Namen.\nOder einen anderen Namen.',
    button: 'Den Probier-Raum öffnen',
  },
  telephone: {
    title: 'Sie können auch anrufen',
    when: ({ start, end }) =>
      `Sie können am ${dayInWords(start)} anrufen.\nDas geht von ${timeInWords(start, 'de-leicht')} bis ${timeInWords(end, 'de-leicht')}.`,
    how: 'So geht es:\nRufen Sie eine Nummer an.\nDann tippen Sie die PIN ein.\nDie PIN ist eine geheime Zahl.',
  },
  rules: {
    title: '3 Regeln',
    each: [
      'Erzählen Sie anderen Menschen nichts aus dem Treffen.',
      'Niemand darf das Treffen aufnehmen.\nNiemand darf Fotos machen.',
      'Seien Sie allein im Zimmer.\nNiemand soll bei Ihnen zuhören.\nNiemand soll bei Ihnen zusehen.',
    ],
  },
  reply: {
    title: 'Kommen Sie?',
    yes: 'Ich komme',
    no: 'Ich komme nicht',
    given: (answer) =>
      html`Sie haben geantwortet:<br /><strong>${answer}.</strong><br />Sie können die Antwort ändern.`,
    hint: 'Sie müssen nicht antworten.\nNur die Ansprech-Personen lesen Ihre Antwort.\nDas sind die Menschen, die zu dem Treffen einladen.',
  },
  calendar: { title: 'Für Ihren Kalender', add: 'Den Termin in meinen Kalender schreiben' },
  forget: {
    title: 'Meine Adresse',
    why: 'Wollen Sie keine Mails mehr?\nDann löschen wir Ihren Namen und Ihre Adresse.\nDas geht sofort.\nSie müssen keinen Grund sagen.',
    button: 'Meine Adresse löschen',
    really: 'Wollen Sie Ihre Adresse jetzt löschen?',
    means: [
      'Wir löschen Ihren Namen und Ihre Adresse sofort.',
      'Sie bekommen keine Mails mehr zu diesen Treffen.',
      'Ihr Link geht nicht mehr auf.',
    ],
    yes: 'Ja, jetzt löschen',
    no: 'Nein, zurück',
  },
  forgotten: {
    title: 'Gelöscht',
    heading: 'Ihre Adresse ist gelöscht',
    noMails: 'Sie bekommen keine Mails mehr zu diesen Treffen.',
    calendar:
      'Vielleicht steht das Treffen noch in Ihrem Kalender.\nDann löschen Sie es dort bitte selbst.\nMehr müssen Sie nicht tun.',
  },
  ended: {
    because: {
      cancelled: 'Das Treffen fällt aus.',
      over: 'Das Treffen ist vorbei.',
      withdrawn: 'Dieser Link gilt nicht mehr.',
      replaced: 'Es gibt einen neuen Link.',
    },
    shut: 'Dieser Link geht nicht mehr auf.',
    nothingToDo: 'Sie müssen nichts tun.',
    newerMail: 'Sie haben eine neue Mail bekommen.\nBitte klicken Sie auf den Link in der neuen Mail.',
    questions: {
      contactPoint: `Haben Sie Fragen?\n${ASK_CONTACT_POINT}`,
      inviter: `Haben Sie Fragen?\n${ASK_INVITER}`,
      giver: `Haben Sie Fragen?\n${ASK_GIVER}`,
    },
  },
  nothingPlanned: {
    heading: 'Im Moment gibt es keinen Termin.',
    stays: 'Ihr Link bleibt gleich.\nBitte klicken Sie später noch einmal auf den Link.',
  },
  refused: {
    tooEarly: (opensAt) =>
      `Die Tür ist noch zu.\nDie Tür geht auf am:\n${dayInWords(opensAt)}, um ${timeInWords(opensAt, 'de-leicht')}.`,
    meetingNotReady:
      'Der Raum ist noch nicht fertig.\nBitte warten Sie kurz.\nDann versuchen Sie es noch einmal.',
    doorRests: {
      contactPoint: `${CLOSED_NOW}\n${ASK_CONTACT_POINT}`,
      inviter: `${CLOSED_NOW}\n${ASK_INVITER}`,
      giver: `${CLOSED_NOW}\n${ASK_GIVER}`,
    },
    groupLinkReplaced: `Dieser Link gilt nicht mehr.\nEs gibt einen neuen Link.\n${ASK_GIVER}`,
    serverAway:
      'Das Treffen geht gerade nicht auf.\nEs gibt ein Problem mit der Technik.\nSie haben nichts falsch gemacht.\nIhr Link gilt weiter.\nBitte warten Sie eine Minute.\nDann versuchen Sie es noch einmal.',
    meetingFull:
      'Das Treffen ist gerade voll.\nBitte warten Sie ein paar Minuten.\nDann versuchen Sie es noch einmal.',
    back: 'Zurück zu meinem Treffen',
    again: 'Noch einmal versuchen',
    byTelephone: 'Sie können auch anrufen.\nDie Nummer ist:',
    pin: 'Am Telefon brauchen Sie diese Geheim-Zahl:',
  },
  deviceCheck: {
    title: 'Kamera und Ton testen',
    without:
      'Vor dem Treffen kommt eine andere Seite.\nDort können Sie Ihre Kamera testen.\nDort können Sie auch Ihr Mikrofon testen.\nDabei sieht Sie niemand.\nDabei hört Sie niemand.',
    page: {
      title: 'Technik-Test',
      why: 'Hier können Sie Ihr Gerät testen.\nGeht Ihre Kamera?\nGeht Ihr Mikrofon?\nKönnen Sie etwas hören?\nSie können so oft testen, wie Sie wollen.',
    },
  },
  reEntry: {
    title: 'Zurück in das Treffen',
    why: 'Sie waren im Treffen.\nBitte drücken Sie auf den Knopf.\nDann sind Sie wieder im Treffen.',
    button: 'Wieder hineingehen',
  },
  lostLink: {
    title: 'Haben Sie Ihren Link verloren?',
    link: 'Ich habe meinen Link verloren. Ich will einen neuen Link.',
    how: 'Eine Person hat Sie eingeladen.\nDie Einladung war eine E-Mail.\nBitte schreiben Sie hier Ihre E-Mail-Adresse hin.\nWir schicken Ihnen dann einen neuen Link.',
    label: 'Ihre E-Mail-Adresse',
    button: 'Neuen Link schicken',
    means: 'Ihr alter Link geht dann nicht mehr auf.',
    fault: (reason) => `${reason}\nBitte sehen Sie noch einmal nach.`,
  },
  linkAsked: {
    heading: 'Bitte sehen Sie in Ihre E-Mails',
    comes:
      'Sind Sie zu einem Treffen eingeladen?\nDann bekommen Sie gleich eine E-Mail.\nDarin ist ein neuer Link.',
    otherwise:
      'Bekommen Sie keine E-Mail?\nVielleicht liegt die E-Mail im Ordner für Werbung.\nMan nennt den Ordner auch: Spam.\nOder fragen Sie die Person, die Sie eingeladen hat.',
  },
};
