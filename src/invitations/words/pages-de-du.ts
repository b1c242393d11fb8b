import { dayInWords, timeInWords } from '../../kernel/local-time.js';
import { html } from '../../platform/http/html.js';
import { ENDED_BECAUSE } from '../invitations.errors.js';
import type { PageWords } from './pages-words.js';

const INVITER = 'die Person, die dich eingeladen hat';
const GIVER = 'die Person, von der du den Link hast';
const RESTS = 'Diese Tür ist zurzeit geschlossen. Bitte frag';

export const deDu: PageWords = {
  title: 'Dein Online-Treffen',
  questions: {
    contactPoint: 'Bei Fragen hilft dir deine Kontaktstelle.',
    inviter: `Bei Fragen hilft dir ${INVITER}.`,
    giver: `Bei Fragen hilft dir ${GIVER}.`,
  },
  door: {
    early: (opensAt) =>
      html`Du bist früh dran. Die Tür öffnet am <strong>${dayInWords(opensAt)}</strong> um <strong>${timeInWords(opensAt)}</strong>.`,
    stay: 'Du kannst diese Seite offen lassen: Sie öffnet sich von selbst, wenn es so weit ist. Oder du öffnest den Link später noch einmal.',
    comeBack: 'Bitte öffne den Link dann noch einmal.',
    name: 'Wie möchtest du heißen? (freiwillig)',
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
    why: 'Im Probierraum siehst du, wie es im Treffen sein wird. Er ist immer offen und gehört nur zu deinem Link: Fremde kommen nicht hinein. Wer dir hilft, kann über denselben Link dazukommen.',
    whyByGroupLink:
      'Im Probierraum siehst du, wie es im Treffen sein wird. Er ist immer offen. Du bist darin für dich: Sonst kommt niemand hinein.',
    nameHint: 'Vorname oder Spitzname genügt.',
    button: 'Den Probierraum öffnen',
  },
  telephone: {
    title: 'Du kannst auch anrufen',
    when: ({ start, end }) =>
      `Das geht am ${dayInWords(start)} von ${timeInWords(start)} bis ${timeInWords(end)}.`,
    how: 'Wähl eine dieser Nummern. Tipp dann die PIN ein.',
  },
  rules: {
    title: 'Drei Regeln',
    each: [
      'Was im Treffen gesagt wird, bleibt im Treffen.',
      'Niemand nimmt Ton oder Bild auf.',
      'Sorg dafür, dass bei dir niemand mithört oder zusieht.',
    ],
  },
  reply: {
    title: 'Kommst du?',
    yes: 'Ich komme',
    no: 'Ich komme nicht',
    given: (answer) => html`Deine Antwort: <strong>${answer}.</strong> Du kannst sie jederzeit ändern.`,
    hint: 'Du musst nicht antworten. Die Antwort lesen nur die Person, die dich eingeladen hat, und die anderen Ansprechpersonen.',
  },
  calendar: { title: 'In den Kalender', add: 'Den Termin in meinen Kalender eintragen' },
  forget: {
    title: 'Meine Adresse',
    why: 'Du möchtest keine Mails mehr? Wir löschen deinen Namen und deine Adresse sofort. Einen Grund brauchst du nicht zu nennen.',
    button: 'Meine Adresse löschen',
    really: 'Deine Adresse jetzt löschen?',
    means: [
      'Dein Name und deine Adresse werden sofort gelöscht.',
      'Du bekommst keine Mails mehr zu diesen Treffen.',
      'Dein Link öffnet sich nicht mehr.',
    ],
    yes: 'Ja, jetzt löschen',
    no: 'Nein, zurück',
  },
  forgotten: {
    title: 'Gelöscht',
    heading: 'Deine Adresse ist gelöscht',
    noMails: 'Du bekommst keine Mails mehr zu diesen Treffen.',
    calendar: 'Den Eintrag in deinem Kalender lösch bitte selbst. Sonst brauchst du nichts zu tun.',
  },
  ended: {
    because: ENDED_BECAUSE,
    shut: 'Dieser Link öffnet keine Tür mehr.',
    nothingToDo: 'Du brauchst nichts weiter zu tun.',
    newerMail: 'Bitte öffne den Link aus deiner neuesten Mail.',
    questions: {
      contactPoint: 'Fragen dazu beantwortet dir deine Kontaktstelle.',
      inviter: `Fragen dazu beantwortet dir ${INVITER}.`,
      giver: `Fragen dazu beantwortet dir ${GIVER}.`,
    },
  },
  nothingPlanned: {
    heading: 'Zurzeit ist kein Termin geplant.',
    stays: 'Dein Link bleibt gültig. Bitte öffne ihn später noch einmal.',
  },
  refused: {
    tooEarly: (opensAt) => `Die Tür öffnet am ${dayInWords(opensAt)} um ${timeInWords(opensAt)}.`,
    meetingNotReady: 'Der Raum wird gerade vorbereitet. Bitte versuch es in einigen Sekunden noch einmal.',
    doorRests: {
      contactPoint: 'Diese Tür ist zurzeit geschlossen. Bitte sprich mit deiner Kontaktstelle.',
      inviter: `${RESTS} ${INVITER}.`,
      giver: `${RESTS} ${GIVER}.`,
    },
    groupLinkReplaced:
      'Dieser Link gilt nicht mehr. Bitte frag die Person, von der du ihn hast, nach dem neuen.',
    serverAway:
      'Der Videoserver antwortet gerade nicht. Es geht nichts verloren: Dein Link gilt weiter. Bitte versuch es in einer Minute noch einmal.',
    meetingFull:
      'Im Treffen sind gerade alle Plätze besetzt. Bitte versuch es in einigen Minuten noch einmal.',
    back: 'Zurück zu meinem Treffen',
    again: 'Noch einmal versuchen',
    byTelephone: 'Oder ruf an:',
    pin: 'Deine PIN am Telefon:',
  },
  deviceCheck: {
    title: 'Kamera und Ton testen',
    without:
      'Vor dem Treffen kommt eine Seite, auf der du Kamera und Mikrofon ausprobieren kannst. Dort sieht und hört dich noch niemand.',
    page: {
      title: 'Technik-Check',
      why: 'Probier in Ruhe aus, ob Kamera, Mikrofon und Ton bei dir gehen. Du kannst das so oft tun, wie du möchtest.',
    },
  },
  reEntry: {
    title: 'Zurück ins Treffen',
    why: 'Du warst gerade noch im Treffen. Ein Druck auf den Knopf bringt dich wieder hinein.',
    button: 'Wieder eintreten',
  },
  lostLink: {
    title: 'Link verloren?',
    link: 'Link verloren? Neuen Link anfordern',
    how: 'Gib die E-Mail-Adresse ein, an die deine Einladung gegangen ist. Wir schicken dir dann einen neuen Link.',
    label: 'Deine E-Mail-Adresse',
    button: 'Neuen Link schicken',
    means: 'Dein alter Link öffnet sich danach nicht mehr.',
    fault: (reason) => reason,
  },
  linkAsked: {
    heading: 'Bitte sieh in dein Postfach',
    comes:
      'Wenn diese Adresse zu einem kommenden Treffen eingeladen ist, kommt gleich eine Mail mit einem neuen Link.',
    otherwise:
      'Kommt nichts? Sieh bitte auch im Ordner für Werbung oder Spam nach. Sonst bitte die Person, die dich eingeladen hat, um eine neue Einladung.',
  },
};
