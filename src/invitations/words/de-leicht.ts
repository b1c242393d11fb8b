import { dayInWords, rangeInWords, timeInWords } from '../../kernel/local-time.js';
import { numbersAndPin } from '../../meetings/meetings.reader.js';
import { minutesInWords } from './german.js';
import {
  datesOf,
  isSeries,
  minutesAtTheDoor,
  type DateFacts,
  type InvitationWords,
  tellsAll,
} from './invitation-words.js';

// Leichte Sprache, by the rules of the Netzwerk Leichte Sprache: one thought in a sentence, one sentence in a line,
// hard words explained, no genitive, no subjunctive, no abbreviation.

const WHAT_A_LINK_IS = 'Ein Link ist eine Adresse im Internet.\nSie können auf den Link klicken.';
const WHAT_AN_ATTACHMENT_IS =
  'An dieser Mail hängt eine Datei.\nMan sagt auch: Die Mail hat einen Anhang.\nDie Datei ist für Ihren Kalender.';

const WHAT_IS_NEW = {
  nothing: '',
  first: '',
  other:
    'Die Telefon-Nummer ist neu.\nBitte nehmen Sie nur noch die Nummer aus dieser Mail.\nDie alte Nummer ist falsch.\n',
  otherPin:
    'Die PIN ist neu.\nBitte nehmen Sie nur noch die PIN aus dieser Mail.\nDie alte PIN ist falsch.\n',
};
const NO_TELEPHONE =
  'Mit dem Telefon können Sie nicht mehr dabei sein.\nDie alte Telefon-Nummer ist falsch.\nBitte nehmen Sie Ihren Link.';

export const deLeicht: InvitationWords = {
  invitation: (facts) => ({
    subject: `Einladung: Online-Treffen ${startOf(facts)}`,
    title: 'Sie sind eingeladen',
    blocks: [
      greeting(facts),
      'Sie sind zu einem Online-Treffen eingeladen.\nOnline-Treffen heißt:\nMenschen treffen sich im Internet.\nSie können die anderen sehen und hören.',
      ...groupOf(facts),
      isSeries(facts)
        ? `Es gibt mehrere Online-Treffen.\nDie Online-Treffen sind am:\n${linesOf(facts)}`
        : `Das Online-Treffen ist am:\n${linesOf(facts)}`,
      `So kommen Sie hinein:\nKlicken Sie auf den Link.\n${WHAT_A_LINK_IS}`,
      { link: facts.link, label: 'Das ist Ihr Link' },
      ...(isSeries(facts) ? ['Der Link ist für alle diese Treffen.'] : []),
      door(facts),
      'Sie brauchen nur das Internet.\nUnd Sie brauchen ein Handy, ein Tablet oder einen Computer.\nSie brauchen kein Passwort.',
      ...telephone(facts),
      'Sie können das Treffen vorher üben.\nKlicken Sie schon vorher auf den Link.\nDann gehen Sie in den Probier-Raum.',
      'Am Anfang ist Ihre Kamera aus.\nAuch Ihr Mikrofon ist am Anfang aus.\nSie können beides selbst anmachen.',
      'Der Link ist nur für Sie.\nBitte geben Sie den Link nicht weiter.',
      WHAT_AN_ATTACHMENT_IS,
    ],
  }),

  moved: (facts) => ({
    subject: `${tellsAll(facts) ? 'Neue Termine' : 'Neue Zeit'}: Online-Treffen ${startOf(facts)}`,
    title: tellsAll(facts) ? 'Die Termine sind jetzt anders' : 'Ein Online-Treffen hat eine neue Zeit',
    blocks: [
      greeting(facts),
      tellsAll(facts)
        ? 'Sie sind zu mehreren Online-Treffen eingeladen.\nDie Termine sind jetzt anders.'
        : 'Sie sind zu einem Online-Treffen eingeladen.\nDas Treffen hat jetzt eine neue Zeit.',
      ...groupOf(facts),
      ...added(facts),
      ...off(facts),
      tellsAll(facts)
        ? `Das sind jetzt die Termine:\n${linesOf(facts)}`
        : `Das ist die neue Zeit:\n${linesOf(facts)}`,
      ...oldTime(facts),
      { link: facts.link, label: 'Ihr Link bleibt gleich' },
      door(facts),
      ...telephone(facts),
      isSeries(facts)
        ? `${WHAT_AN_ATTACHMENT_IS}\nIn der Datei stehen die neuen Zeiten.`
        : `${WHAT_AN_ATTACHMENT_IS}\nIn der Datei steht die neue Zeit.`,
    ],
  }),

  cancelled: (facts) => ({
    subject: `Abgesagt: Online-Treffen ${startOf(facts)}`,
    title: 'Ein Online-Treffen fällt aus',
    blocks: [
      greeting(facts),
      `${whichFall(facts)}:\n${linesOf(facts)}`,
      ...groupOf(facts),
      facts.hasOthersAhead
        ? 'Sie müssen nichts tun.\nDie anderen Treffen finden statt.\nIhr Link bleibt gleich.'
        : 'Sie müssen nichts tun.\nIhr Link geht jetzt nicht mehr auf.',
      struckOut(facts),
    ],
  }),

  restored: (facts) => ({
    subject: `Findet doch statt: Online-Treffen ${startOf(facts)}`,
    title: 'Ein Online-Treffen findet doch statt',
    blocks: [
      greeting(facts),
      isSeries(facts)
        ? 'Wir haben Ihnen geschrieben: Die Online-Treffen fallen aus.\nDas stimmt nicht mehr.'
        : 'Wir haben Ihnen geschrieben: Das Online-Treffen fällt aus.\nDas stimmt nicht mehr.',
      isSeries(facts)
        ? `Diese Online-Treffen finden doch statt:\n${linesOf(facts)}`
        : `Dieses Online-Treffen findet doch statt:\n${linesOf(facts)}`,
      ...oldTime(facts),
      ...groupOf(facts),
      {
        link: facts.link,
        label: facts.hasOthersAhead ? 'Ihr Link bleibt gleich' : 'Ihr Link geht wieder auf',
      },
      door(facts),
      ...telephone(facts),
      WHAT_AN_ATTACHMENT_IS,
    ],
  }),

  renumbered: (facts) => ({
    subject: `Neues zum Telefon: Online-Treffen ${startOf(facts)}`,
    title: 'Mit dem Telefon ist etwas neu',
    blocks: [
      greeting(facts),
      `Sie sind zu einem Online-Treffen eingeladen.\nDie Zeit bleibt gleich:\n${linesOf(facts)}`,
      ...groupOf(facts),
      'Mit dem Telefon ist etwas neu.',
      ...telephone(facts),
      { link: facts.link, label: 'Ihr Link bleibt gleich' },
      door(facts),
      ...(facts.hasNoFile ? [] : [`${WHAT_AN_ATTACHMENT_IS}\nDie Datei ändert den Termin.`]),
    ],
  }),

  withdrawn: (facts) => ({
    subject: `Einladung zurückgenommen: Online-Treffen ${startOf(facts)}`,
    title: 'Eine Einladung gilt nicht mehr',
    blocks: [
      greeting(facts),
      isSeries(facts)
        ? `Wir hatten Sie zu diesen Online-Treffen eingeladen:\n${linesOf(facts)}`
        : `Wir hatten Sie zu diesem Online-Treffen eingeladen:\n${linesOf(facts)}`,
      ...groupOf(facts),
      'Die Einladung gilt nicht mehr.\nIhr Link geht jetzt nicht mehr auf.',
      'Haben Sie Fragen?\nEine Person hat Sie eingeladen.\nBitte fragen Sie diese Person.',
      struckOut(facts),
    ],
  }),

  freshLink: (facts) => ({
    subject: `Ihr neuer Link: Online-Treffen ${startOf(facts)}`,
    title: 'Ihr neuer Link zum Online-Treffen',
    blocks: [
      greeting(facts),
      `Sie wollten einen neuen Link.\n${WHAT_A_LINK_IS}`,
      { link: facts.link, label: 'Das ist Ihr neuer Link' },
      isSeries(facts)
        ? `Der Link ist für diese Online-Treffen:\n${linesOf(facts)}`
        : `Der Link ist für dieses Online-Treffen:\n${linesOf(facts)}`,
      ...groupOf(facts),
      door(facts),
      ...telephone(facts),
      'Der alte Link geht nicht mehr auf.',
      'Der neue Link ist nur für Sie.\nBitte geben Sie den Link nicht weiter.',
      `${WHAT_AN_ATTACHMENT_IS}\nIn der Datei steht der neue Link.`,
    ],
  }),
};

function greeting({ name }: DateFacts): string {
  return name ? `Guten Tag ${name}!` : 'Guten Tag!';
}

function groupOf({ groupLabel }: DateFacts): string[] {
  return groupLabel ? [`Die Gruppe heißt:\n${groupLabel}`] : [];
}

function added({ datesAdded = [] }: DateFacts): string[] {
  if (datesAdded.length === 0) return [];
  const sentence =
    datesAdded.length === 1
      ? 'Dieses Treffen findet jetzt auch statt'
      : 'Diese Treffen finden jetzt auch statt';
  return [`${sentence}:\n${datesAdded.map(easyRange).join('\n')}`];
}

function off({ datesOff = [] }: DateFacts): string[] {
  if (datesOff.length === 0) return [];
  const sentence = datesOff.length === 1 ? 'Dieses Treffen fällt aus' : 'Diese Treffen fallen aus';
  return [`${sentence}:\n${datesOff.map(easyRange).join('\n')}`];
}

function oldTime({ before }: DateFacts): string[] {
  return before ? [`Das war die alte Zeit:\n${easyRange(before)}`] : [];
}

function startOf(facts: DateFacts): string {
  const { start } = facts.range;
  return `${isSeries(facts) ? 'ab' : 'am'} ${dayInWords(start)}, ${timeInWords(start, 'de-leicht')}`;
}

function easyRange(range: DateFacts['range']): string {
  return rangeInWords(range, 'de-leicht');
}

function linesOf(facts: DateFacts): string {
  return datesOf(facts).map(easyRange).join('\n');
}

function door(facts: DateFacts): string {
  if (isSeries(facts)) return doorEachTime(minutesAtTheDoor(facts));
  if (facts.isDoorOpen) return 'Sie können schon hinein.';
  return `Sie können ab ${timeInWords(facts.doorOpensAt, 'de-leicht')} hinein.`;
}

function doorEachTime(minutes: number): string {
  if (minutes === 0) return 'Sie können jedes Mal zum Beginn hinein.';
  return `Sie können jedes Mal ${minutesInWords(minutes)} vorher hinein.`;
}

function telephone({ dialIn, doorOpensAt, telephoneNews = 'nothing' }: DateFacts): string[] {
  if (telephoneNews === 'gone') return [NO_TELEPHONE];
  if (!dialIn) return [];
  const from = timeInWords(doorOpensAt, 'de-leicht');
  return [
    `${WHAT_IS_NEW[telephoneNews]}Sie können auch mit dem Telefon dabei sein.\nDas geht ab ${from}.\nRufen Sie eine Nummer an.\nDann tippen Sie die PIN ein.\nDie PIN ist eine geheime Zahl.\n${numbersAndPin(dialIn)}`,
  ];
}

function whichFall(facts: DateFacts): string {
  if (!isSeries(facts)) return 'Dieses Online-Treffen fällt aus';
  return facts.seriesDates?.length
    ? 'Diese Online-Treffen fallen aus'
    : 'Alle Online-Treffen fallen aus.\nDas gilt ab diesem Treffen';
}

function struckOut(facts: DateFacts): string {
  const gone = isSeries(facts) ? 'Die Datei löscht die Treffen.' : 'Die Datei löscht das Treffen.';
  return `${WHAT_AN_ATTACHMENT_IS}\n${gone}`;
}
