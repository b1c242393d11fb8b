import { dayInWords, timeInWords } from '../../kernel/local-time.js';
import { html } from '../../platform/http/html.js';
import { ENDED_BECAUSE } from '../invitations.errors.js';
import type { PageWords } from './pages-words.js';

const INVITER = 'die Person, die Sie eingeladen hat';
const GIVER = 'die Person, von der Sie den Link haben';

export const deSie: PageWords = {
  title: 'Ihr Online-Treffen',
  questions: {
    contactPoint: 'Bei Fragen hilft Ihnen Ihre Kontaktstelle.',
    inviter: `Bei Fragen hilft Ihnen ${INVITER}.`,
    giver: `Bei Fragen hilft Ihnen ${GIVER}.`,
  },
  door: {
    early: (opensAt) =>
      html`Sie sind früh dran. Die Tür öffnet am <strong>${dayInWords(opensAt)}</strong> um <strong>${timeInWords(opensAt)}</strong>.`,
    stay: 'Sie können diese Seite offen lassen: Sie öffnet sich von selbst, wenn es so weit ist. Oder Sie öffnen den Link später noch einmal.',
    comeBack: 'Bitte öffnen Sie den Link dann noch einmal.',
    name: 'Wie möchten Sie heißen? (freiwillig)',
    nameHint: 'Vorname oder Spitzname genügt. Die anderen im Treffen sehen diesen Namen.',
    enter: 'Jetzt eintreten',
    muted: 'Kamera und Mikrofon sind am Anfang aus.',
    noServer:
      'Für dieses Haus ist noch kein Videoserver eingerichtet. Das Treffen kann hier nicht geöffnet werden.',
    foreign: 'Dieses Treffen läuft auf einem fremden Videoserver. Wer die Adresse kennt, kommt hinein.',
    nameless: { guest: 'Gast', moderator: 'Moderation' },
  },
  practice: {
    title: 'Vorher ausprobieren',
    why: 'Im Probierraum sehen Sie, wie es im Treffen sein wird. Er ist immer offen und gehört nur zu Ihrem Link: Fremde kommen nicht hinein. Wer Ihnen hilft, kann über denselben Link dazukommen.',
    whyByGroupLink:
      'Im Probierraum sehen Sie, wie es im Treffen sein wird. Er ist immer offen. Sie sind darin für sich: Sonst kommt niemand hinein.',
    nameHint: 'Vorname oder Spitzname genügt.',
    button: 'Den Probierraum öffnen',
  },
  telephone: {
    title: 'Sie können auch anrufen',
    when: ({ start, end }) =>
      `Das geht am ${dayInWords(start)} von ${timeInWords(start)} bis ${timeInWords(end)}.`,
    how: 'Wählen Sie eine dieser Nummern. Tippen Sie dann die PIN ein.',
  },
  rules: {
    title: 'Drei Regeln',
    each: [
      'Was im Treffen gesagt wird, bleibt im Treffen.',
      'Niemand nimmt Ton oder Bild auf.',
      'Sorgen Sie dafür, dass bei Ihnen niemand mithört oder zusieht.',
    ],
  },
  reply: {
    title: 'Kommen Sie?',
    yes: 'Ich komme',
    no: 'Ich komme nicht',
    given: (answer) => html`Ihre Antwort: <strong>${answer}.</strong> Sie können sie jederzeit ändern.`,
    hint: 'Sie müssen nicht antworten. Die Antwort lesen nur die Person, die Sie eingeladen hat, und die anderen Ansprechpersonen.',
  },
  calendar: { title: 'In den Kalender', add: 'Den Termin in meinen Kalender eintragen' },
  forget: {
    title: 'Meine Adresse',
    why: 'Sie möchten keine Mails mehr? Wir löschen Ihren Namen und Ihre Adresse sofort. Einen Grund brauchen Sie nicht zu nennen.',
    button: 'Meine Adresse löschen',
    really: 'Ihre Adresse jetzt löschen?',
    means: [
      'Ihr Name und Ihre Adresse werden sofort gelöscht.',
      'Sie bekommen keine Mails mehr zu diesen Treffen.',
      'Ihr Link öffnet sich nicht mehr.',
    ],
    yes: 'Ja, jetzt löschen',
    no: 'Nein, zurück',
  },
  forgotten: {
    title: 'Gelöscht',
    heading: 'Ihre Adresse ist gelöscht',
    noMails: 'Sie bekommen keine Mails mehr zu diesen Treffen.',
    calendar: 'Den Eintrag in Ihrem Kalender löschen Sie bitte selbst. Sonst brauchen Sie nichts zu tun.',
  },
  ended: {
    because: ENDED_BECAUSE,
    shut: 'Dieser Link öffnet keine Tür mehr.',
    nothingToDo: 'Sie brauchen nichts weiter zu tun.',
    newerMail: 'Bitte öffnen Sie den Link aus Ihrer neuesten Mail.',
    questions: {
      contactPoint: 'Fragen dazu beantwortet Ihnen Ihre Kontaktstelle.',
      inviter: `Fragen dazu beantwortet Ihnen ${INVITER}.`,
      giver: `Fragen dazu beantwortet Ihnen ${GIVER}.`,
    },
  },
  nothingPlanned: {
    heading: 'Zurzeit ist kein Termin geplant.',
    stays: 'Ihr Link bleibt gültig. Bitte öffnen Sie ihn später noch einmal.',
  },
  refused: {
    tooEarly: undefined,
    meetingNotReady: undefined,
    doorRests: {
      contactPoint: 'Diese Tür ist zurzeit geschlossen. Bitte sprechen Sie mit Ihrer Kontaktstelle.',
      inviter: undefined,
      giver: `Diese Tür ist zurzeit geschlossen. Bitte fragen Sie ${GIVER}.`,
    },
    groupLinkReplaced: undefined,
    serverAway:
      'Der Videoserver antwortet gerade nicht. Es geht nichts verloren: Ihr Link gilt weiter. Bitte versuchen Sie es in einer Minute noch einmal.',
    meetingFull: undefined,
    back: 'Zurück zu meinem Treffen',
    again: 'Noch einmal versuchen',
    byTelephone: 'Oder rufen Sie an:',
    pin: 'Ihre PIN am Telefon:',
  },
  deviceCheck: {
    title: 'Kamera und Ton testen',
    without:
      'Vor dem Treffen kommt eine Seite, auf der Sie Kamera und Mikrofon ausprobieren können. Dort sieht und hört Sie noch niemand.',
    page: {
      title: 'Technik-Check',
      why: 'Probieren Sie in Ruhe aus, ob Kamera, Mikrofon und Ton bei Ihnen gehen. Sie können das so oft tun, wie Sie möchten.',
    },
  },
  reEntry: {
    title: 'Zurück ins Treffen',
    why: 'Sie waren gerade noch im Treffen. Ein Druck auf den Knopf bringt Sie wieder hinein.',
    button: 'Wieder eintreten',
  },
  lostLink: {
    title: 'Link verloren?',
    link: 'Link verloren? Neuen Link anfordern',
    how: 'Geben Sie die E-Mail-Adresse ein, an die Ihre Einladung gegangen ist. Wir schicken Ihnen dann einen neuen Link.',
    label: 'Ihre E-Mail-Adresse',
    button: 'Neuen Link schicken',
    means: 'Ihr alter Link öffnet sich danach nicht mehr.',
    fault: (reason) => reason,
  },
  linkAsked: {
    heading: 'Bitte sehen Sie in Ihr Postfach',
    comes:
      'Wenn diese Adresse zu einem kommenden Treffen eingeladen ist, kommt gleich eine Mail mit einem neuen Link.',
    otherwise:
      'Kommt nichts? Sehen Sie bitte auch im Ordner für Werbung oder Spam nach. Sonst bitten Sie die Person, die Sie eingeladen hat, um eine neue Einladung.',
  },
};
