import { rangeInWords } from '../../kernel/local-time.js';
import { added, allOf, door, linesOf, of, off, otherTime, startOf, telephone } from './german.js';
import { isSeries, type DateFacts, type InvitationWords, tellsAll } from './invitation-words.js';

const CALL = {
  nothing: 'Sie können auch anrufen',
  first: 'Sie können jetzt auch anrufen',
  other:
    'Die Telefonnummer ist neu. Bitte nehmen Sie nur noch die aus dieser Mail: Die alte führt nicht mehr in dieses Treffen. Sie können anrufen',
  otherPin:
    'Die PIN ist neu. Bitte nehmen Sie nur noch die aus dieser Mail: Die alte führt nicht mehr in dieses Treffen. Sie können anrufen',
  gone: 'Anrufen können Sie bei diesem Treffen nicht mehr. Die Telefonnummer aus früheren Mails führt nicht mehr hinein. Bitte nehmen Sie Ihren Link.',
};

export const deSie: InvitationWords = {
  invitation: (facts) => ({
    subject: `Einladung: Online-Treffen ${startOf(facts)}`,
    title: 'Einladung zu einem Online-Treffen',
    blocks: [
      greeting(facts),
      isSeries(facts)
        ? `Sie sind zu diesen Online-Treffen${of(facts)} eingeladen:\n${linesOf(facts)}`
        : `Sie sind zu einem Online-Treffen${of(facts)} eingeladen:\n${linesOf(facts)}`,
      { link: facts.link, label: 'So kommen Sie hinein. Öffnen Sie diesen Link' },
      ...(isSeries(facts) ? ['Der Link gilt für alle diese Treffen.'] : []),
      `${door(facts)} Sie brauchen kein Konto und kein Programm, nur einen Browser am Computer, Tablet oder Telefon. Ihre Kamera und Ihr Mikrofon sind am Anfang aus.`,
      ...telephone(facts, CALL),
      'Möchten Sie vorher ausprobieren, ob alles geht? Öffnen Sie denselben Link schon vor dem Treffen und gehen Sie in den Probierraum.',
      'Der Link ist nur für Sie. Bitte geben Sie ihn nicht weiter.',
      isSeries(facts)
        ? 'Im Anhang liegen die Termine für Ihren Kalender.'
        : 'Im Anhang liegt der Termin für Ihren Kalender.',
    ],
  }),

  moved: (facts) => ({
    subject: `${tellsAll(facts) ? 'Geändert' : 'Verschoben'}: Online-Treffen ${startOf(facts)}`,
    title: tellsAll(facts) ? 'Die Termine haben sich geändert' : 'Ein Online-Treffen ist verschoben',
    blocks: [
      greeting(facts),
      ...movedTo(facts),
      { link: facts.link, label: 'Ihr Link bleibt derselbe' },
      door(facts),
      ...telephone(facts, CALL),
      isSeries(facts)
        ? 'Die Datei im Anhang ändert die Termine in Ihrem Kalender.'
        : 'Die Datei im Anhang ändert den Termin in Ihrem Kalender.',
    ],
  }),

  cancelled: (facts) => ({
    subject: `Abgesagt: Online-Treffen ${startOf(facts)}`,
    title: 'Ein Online-Treffen ist abgesagt',
    blocks: [
      greeting(facts),
      isSeries(facts)
        ? `${allOf(facts)} sind abgesagt:\n${linesOf(facts)}`
        : `dieses Online-Treffen${of(facts)} ist abgesagt:\n${linesOf(facts)}`,
      facts.hasOthersAhead
        ? 'Sie brauchen nichts zu tun. Die anderen Treffen finden statt, und Ihr Link gilt weiter.'
        : 'Sie brauchen nichts zu tun. Der Link aus der Einladung öffnet sich nicht mehr.',
      struckOut(facts),
    ],
  }),

  restored: (facts) => ({
    subject: `Findet doch statt: Online-Treffen ${startOf(facts)}`,
    title: 'Ein Online-Treffen findet doch statt',
    blocks: [
      greeting(facts),
      isSeries(facts)
        ? `die Absage ist zurückgenommen. Diese Online-Treffen${of(facts)} finden doch statt:\n${linesOf(facts)}`
        : `die Absage ist zurückgenommen. Dieses Online-Treffen${of(facts)} findet doch statt:\n${linesOf(facts)}`,
      ...otherTime(facts),
      {
        link: facts.link,
        label: facts.hasOthersAhead ? 'Ihr Link bleibt derselbe' : 'Ihr Link öffnet sich wieder',
      },
      door(facts),
      ...telephone(facts, CALL),
      isSeries(facts)
        ? 'Die Datei im Anhang trägt die Termine wieder in Ihren Kalender ein.'
        : 'Die Datei im Anhang trägt den Termin wieder in Ihren Kalender ein.',
    ],
  }),

  renumbered: (facts) => ({
    subject: `Neues zum Telefon: Online-Treffen ${startOf(facts)}`,
    title: 'Beim Anrufen ändert sich etwas',
    blocks: [
      greeting(facts),
      `bei einem Online-Treffen${of(facts)}, zu dem Sie eingeladen sind, ändert sich etwas für alle, die anrufen. Die Zeit bleibt dieselbe:\n${linesOf(facts)}`,
      ...telephone(facts, CALL),
      { link: facts.link, label: 'Ihr Link bleibt derselbe' },
      door(facts),
      ...(facts.hasNoFile ? [] : ['Die Datei im Anhang ändert den Termin in Ihrem Kalender.']),
    ],
  }),

  withdrawn: (facts) => ({
    subject: `Einladung zurückgezogen: Online-Treffen ${startOf(facts)}`,
    title: 'Eine Einladung ist zurückgezogen',
    blocks: [
      greeting(facts),
      isSeries(facts)
        ? `Ihre Einladung zu diesen Online-Treffen${of(facts)} ist zurückgezogen:\n${linesOf(facts)}`
        : `Ihre Einladung zu diesem Online-Treffen${of(facts)} ist zurückgezogen:\n${linesOf(facts)}`,
      'Ihr Link öffnet sich nicht mehr. Bei Fragen wenden Sie sich bitte an die Person, die Sie eingeladen hat.',
      struckOut(facts),
    ],
  }),

  freshLink: (facts) => ({
    subject: `Ihr neuer Link: Online-Treffen ${startOf(facts)}`,
    title: 'Ihr neuer Link zum Online-Treffen',
    blocks: [
      greeting(facts),
      'Sie haben einen neuen Link angefordert. Hier ist er:',
      { link: facts.link, label: 'Öffnen Sie diesen Link' },
      isSeries(facts)
        ? `Der Link gilt für diese Online-Treffen${of(facts)}:\n${linesOf(facts)}`
        : `Der Link gilt für dieses Online-Treffen${of(facts)}:\n${linesOf(facts)}`,
      door(facts),
      ...telephone(facts, CALL),
      'Der alte Link öffnet sich nicht mehr. Der neue ist nur für Sie. Bitte geben Sie ihn nicht weiter.',
      'Die Datei im Anhang trägt den neuen Link in Ihren Kalender ein.',
    ],
  }),
};

function greeting({ name }: DateFacts): string {
  return name ? `Guten Tag ${name},` : 'Guten Tag,';
}

function movedTo(facts: DateFacts): string[] {
  if (tellsAll(facts))
    return [
      `die Termine der Online-Treffen${of(facts)}, zu denen Sie eingeladen sind, haben sich geändert.`,
      ...added(facts),
      ...off(facts),
      `So finden die Treffen jetzt statt:\n${linesOf(facts)}`,
    ];
  const sentence = `ein Online-Treffen${of(facts)}, zu dem Sie eingeladen sind, hat eine neue Zeit`;
  if (!facts.before) return [`${sentence}:\n${linesOf(facts)}`];
  return [`${sentence}.\nNeu: ${linesOf(facts)}\nBisher: ${rangeInWords(facts.before)}`];
}

function struckOut(facts: DateFacts): string {
  return isSeries(facts)
    ? 'Die Datei im Anhang streicht die Termine aus Ihrem Kalender.'
    : 'Die Datei im Anhang streicht den Termin aus Ihrem Kalender.';
}
