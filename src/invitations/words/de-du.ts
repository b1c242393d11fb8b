import { rangeInWords } from '../../kernel/local-time.js';
import { added, allOf, door, linesOf, of, off, otherTime, startOf, telephone } from './german.js';
import { isSeries, type DateFacts, type InvitationWords, tellsAll } from './invitation-words.js';

const CALL = {
  nothing: 'Du kannst auch anrufen',
  first: 'Du kannst jetzt auch anrufen',
  other:
    'Die Telefonnummer ist neu. Bitte nimm nur noch die aus dieser Mail: Die alte führt nicht mehr in dieses Treffen. Du kannst anrufen',
  otherPin:
    'Die PIN ist neu. Bitte nimm nur noch die aus dieser Mail: Die alte führt nicht mehr in dieses Treffen. Du kannst anrufen',
  gone: 'Anrufen kannst du bei diesem Treffen nicht mehr. Die Telefonnummer aus früheren Mails führt nicht mehr hinein. Bitte nimm deinen Link.',
};

export const deDu: InvitationWords = {
  invitation: (facts) => ({
    subject: `Einladung: Online-Treffen ${startOf(facts)}`,
    title: 'Einladung zu einem Online-Treffen',
    blocks: [
      greeting(facts),
      isSeries(facts)
        ? `du bist zu diesen Online-Treffen${of(facts)} eingeladen:\n${linesOf(facts)}`
        : `du bist zu einem Online-Treffen${of(facts)} eingeladen:\n${linesOf(facts)}`,
      { link: facts.link, label: 'So kommst du hinein. Öffne diesen Link' },
      ...(isSeries(facts) ? ['Der Link gilt für alle diese Treffen.'] : []),
      `${door(facts)} Du brauchst kein Konto und kein Programm, nur einen Browser am Computer, Tablet oder Telefon. Deine Kamera und dein Mikrofon sind am Anfang aus.`,
      ...telephone(facts, CALL),
      'Möchtest du vorher ausprobieren, ob alles geht? Öffne denselben Link schon vor dem Treffen und geh in den Probierraum.',
      'Der Link ist nur für dich. Bitte gib ihn nicht weiter.',
      isSeries(facts)
        ? 'Im Anhang liegen die Termine für deinen Kalender.'
        : 'Im Anhang liegt der Termin für deinen Kalender.',
    ],
  }),

  moved: (facts) => ({
    subject: `${tellsAll(facts) ? 'Geändert' : 'Verschoben'}: Online-Treffen ${startOf(facts)}`,
    title: tellsAll(facts) ? 'Die Termine haben sich geändert' : 'Ein Online-Treffen ist verschoben',
    blocks: [
      greeting(facts),
      ...movedTo(facts),
      { link: facts.link, label: 'Dein Link bleibt derselbe' },
      door(facts),
      ...telephone(facts, CALL),
      isSeries(facts)
        ? 'Die Datei im Anhang ändert die Termine in deinem Kalender.'
        : 'Die Datei im Anhang ändert den Termin in deinem Kalender.',
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
        ? 'Du brauchst nichts zu tun. Die anderen Treffen finden statt, und dein Link gilt weiter.'
        : 'Du brauchst nichts zu tun. Der Link aus der Einladung öffnet sich nicht mehr.',
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
        label: facts.hasOthersAhead ? 'Dein Link bleibt derselbe' : 'Dein Link öffnet sich wieder',
      },
      door(facts),
      ...telephone(facts, CALL),
      isSeries(facts)
        ? 'Die Datei im Anhang trägt die Termine wieder in deinen Kalender ein.'
        : 'Die Datei im Anhang trägt den Termin wieder in deinen Kalender ein.',
    ],
  }),

  renumbered: (facts) => ({
    subject: `Neues zum Telefon: Online-Treffen ${startOf(facts)}`,
    title: 'Beim Anrufen ändert sich etwas',
    blocks: [
      greeting(facts),
      `bei einem Online-Treffen${of(facts)}, zu dem du eingeladen bist, ändert sich etwas für alle, die anrufen. Die Zeit bleibt dieselbe:\n${linesOf(facts)}`,
      ...telephone(facts, CALL),
      { link: facts.link, label: 'Dein Link bleibt derselbe' },
      door(facts),
      ...(facts.hasNoFile ? [] : ['Die Datei im Anhang ändert den Termin in deinem Kalender.']),
    ],
  }),

  withdrawn: (facts) => ({
    subject: `Einladung zurückgezogen: Online-Treffen ${startOf(facts)}`,
    title: 'Eine Einladung ist zurückgezogen',
    blocks: [
      greeting(facts),
      isSeries(facts)
        ? `deine Einladung zu diesen Online-Treffen${of(facts)} ist zurückgezogen:\n${linesOf(facts)}`
        : `deine Einladung zu diesem Online-Treffen${of(facts)} ist zurückgezogen:\n${linesOf(facts)}`,
      'Dein Link öffnet sich nicht mehr. Bei Fragen wende dich bitte an die Person, die dich eingeladen hat.',
      struckOut(facts),
    ],
  }),

  freshLink: (facts) => ({
    subject: `Dein neuer Link: Online-Treffen ${startOf(facts)}`,
    title: 'Dein neuer Link zum Online-Treffen',
    blocks: [
      greeting(facts),
      'du hast einen neuen Link angefordert. Hier ist er:',
      { link: facts.link, label: 'Öffne diesen Link' },
      isSeries(facts)
        ? `Der Link gilt für diese Online-Treffen${of(facts)}:\n${linesOf(facts)}`
        : `Der Link gilt für dieses Online-Treffen${of(facts)}:\n${linesOf(facts)}`,
      door(facts),
      ...telephone(facts, CALL),
      'Der alte Link öffnet sich nicht mehr. Der neue ist nur für dich. Bitte gib ihn nicht weiter.',
      'Die Datei im Anhang trägt den neuen Link in deinen Kalender ein.',
    ],
  }),
};

function greeting({ name }: DateFacts): string {
  return name ? `Hallo ${name},` : 'Hallo,';
}

function movedTo(facts: DateFacts): string[] {
  if (tellsAll(facts))
    return [
      `die Termine der Online-Treffen${of(facts)}, zu denen du eingeladen bist, haben sich geändert.`,
      ...added(facts),
      ...off(facts),
      `So finden die Treffen jetzt statt:\n${linesOf(facts)}`,
    ];
  const sentence = `ein Online-Treffen${of(facts)}, zu dem du eingeladen bist, hat eine neue Zeit`;
  if (!facts.before) return [`${sentence}:\n${linesOf(facts)}`];
  return [`${sentence}.\nNeu: ${linesOf(facts)}\nBisher: ${rangeInWords(facts.before)}`];
}

function struckOut(facts: DateFacts): string {
  return isSeries(facts)
    ? 'Die Datei im Anhang streicht die Termine aus deinem Kalender.'
    : 'Die Datei im Anhang streicht den Termin aus deinem Kalender.';
}
