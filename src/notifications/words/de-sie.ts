import { dateInWords, dayInWords, rangeInWords, timeInWords } from '../../kernel/local-time.js';
import { numbersAndPin } from '../../meetings/meetings.reader.js';
import type { Block } from '../../platform/mail/mail-text.js';
import { closedInWords, fullDaysInWords, howFull, othersInWords, periodOf, withRoom } from './german.js';
import {
  inFours,
  isFarewell,
  sorted,
  type ClosureDatesFacts,
  type NotificationWords,
  type RepresentativesFacts,
} from './notification-words.js';

export const deSie: NotificationWords = {
  grant: (facts) => ({
    subject: 'Ihr Zugang zum Virtuellen Haus',
    blocks: [
      greeting(facts),
      `Ihre Kontaktstelle hat für „${facts.groupLabel}“ das Virtuelle Haus freigeschaltet. Sie sind als Ansprechperson eingetragen und können Räume für Online-Treffen ${periodOf(facts)} reservieren.`,
      { link: facts.website, label: 'So geht es. Öffnen Sie diese Seite' },
      signInWith(facts.to),
      callUs(facts),
    ],
  }),

  code: (facts) => ({
    subject: 'Ihr Code für das Virtuelle Haus',
    blocks: [
      greeting(facts),
      'hier ist Ihr Code für das Virtuelle Haus:',
      { big: inFours(facts.code) },
      `Tippen Sie den Code auf der Seite ein, die Sie gerade geöffnet haben. Er gilt ${facts.minutes} Minuten und nur dort.`,
      'Sie haben gar keinen Code angefordert? Dann brauchen Sie nichts zu tun. Geben Sie den Code niemandem weiter.',
    ],
  }),

  agreement: (facts) => ({
    subject: 'Neue Spielregeln im Virtuellen Haus',
    blocks: [
      greeting(facts),
      'die Spielregeln für das Virtuelle Haus haben sich geändert.',
      'Wenn Sie sich das nächste Mal anmelden, zeigen wir Ihnen die neue Fassung. Bitte lesen Sie sie und stimmen Sie ihr zu. Dann können Sie wie bisher Räume reservieren.',
      'Ihre Termine bleiben, wie sie sind.',
      { link: facts.website, label: 'Zum Virtuellen Haus. Öffnen Sie diese Seite' },
      callUs(facts),
    ],
  }),

  closureDates: (facts) => ({
    subject: 'Änderung bei Ihren Terminen im Virtuellen Haus',
    blocks: [
      greeting(facts),
      closedInWords(facts, 'Ihrer'),
      ...cancelledInWords(facts),
      ...movedInWords(facts),
      'Diese Nachricht bekommen alle Ansprechpersonen der Gruppe.',
      callUs(facts),
    ],
  }),

  undeliverable: (facts) => ({
    subject: 'Nicht alle Mails zu Ihrem Termin sind angekommen',
    blocks: [
      greeting(facts),
      facts.count === 1
        ? 'eine Person konnten wir per Mail nicht erreichen. Die Adresse stimmt vielleicht nicht, oder das Postfach ist voll.'
        : `${facts.count} Personen konnten wir per Mail nicht erreichen. Die Adressen stimmen vielleicht nicht, oder die Postfächer sind voll.`,
      `${facts.isSeries ? 'Es geht um die Reihe' : 'Es geht um den Termin'} von „${facts.groupLabel}“${facts.isSeries ? ', nächster Termin' : ''}:\n${rangeInWords(facts.range)}`,
      { link: facts.website, label: 'Im Virtuellen Haus sehen Sie, wer es ist. Öffnen Sie diese Seite' },
      'Melden Sie sich dort an und drücken Sie beim Termin auf „Einladen“. Prüfen Sie die Adresse, oder sagen Sie am Telefon Bescheid.',
      'Diese Nachricht kommt für jeden Termin höchstens einmal am Tag.',
    ],
  }),

  seriesEnds: (facts) => ({
    subject: 'Ihre regelmäßigen Termine enden bald',
    blocks: [
      greeting(facts),
      `die regelmäßigen Termine von „${facts.groupLabel}“ enden bald. Der letzte Termin ist:\n${rangeInWords(facts.range)}`,
      'Möchte sich Ihre Gruppe danach weiter treffen? Dann reservieren Sie bitte neue Termine, solange der Raum noch frei ist.',
      { link: facts.website, label: 'So geht es. Öffnen Sie diese Seite' },
      callUs(facts),
    ],
  }),

  dateAhead: (facts) => ({
    subject: `Ihr Termin am ${dayInWords(facts.range.start)}`,
    blocks: [
      greeting(facts),
      `bald ist der nächste Termin von „${facts.groupLabel}“:\n${rangeInWords(facts.range)}`,
      'Findet er statt? Dann brauchen Sie nichts zu tun.',
      { link: facts.link, label: 'Hier können Sie ihn verschieben oder absagen. Öffnen Sie diese Seite' },
      'Sie brauchen sich dafür nicht anzumelden. Bitte geben Sie diese Mail deshalb nicht weiter. Der Link gilt nur für diesen Termin und bis er beginnt.',
      callUs(facts),
    ],
  }),

  handOver: (facts) => ({
    subject: 'Sie sind jetzt Ansprechperson im Virtuellen Haus',
    blocks: [
      greeting(facts),
      facts.from
        ? `${facts.from} hat Sie als Ansprechperson von „${facts.groupLabel}“ im Virtuellen Haus eingetragen.`
        : `Sie sind jetzt Ansprechperson von „${facts.groupLabel}“ im Virtuellen Haus. Ihre Kontaktstelle hat Sie eingetragen.`,
      'Alle Termine, Einladungen und Links bleiben, wie sie sind. Sie können Termine verschieben, absagen und neue reservieren.',
      { link: facts.website, label: 'So geht es. Öffnen Sie diese Seite' },
      signInWith(facts.to),
      'Sie wollen diese Aufgabe nicht übernehmen? Dann rufen Sie uns bitte an.',
      callUs(facts),
    ],
  }),

  representatives: (facts) => ({
    subject: isFarewell(facts)
      ? 'Sie sind nicht mehr Ansprechperson im Virtuellen Haus'
      : 'Neues von den Ansprechpersonen im Virtuellen Haus',
    blocks: [
      greeting(facts),
      ...changeInWords(facts),
      `Sie wussten nichts davon? Bitte rufen Sie uns gleich an: ${facts.phone}`,
    ],
  }),

  yearlyCheck: (facts) => ({
    subject: 'Nutzen Sie das Virtuelle Haus noch?',
    blocks: [
      greeting(facts),
      `einmal im Jahr fragen wir nach: Nutzt „${facts.groupLabel}“ das Virtuelle Haus noch?`,
      `Wenn ja, melden Sie sich bitte bis zum ${dateInWords(facts.answerUntil)} einmal an. Mehr brauchen Sie nicht zu tun.`,
      { link: facts.website, label: 'Zum Virtuellen Haus. Öffnen Sie diese Seite' },
      'Wenn nein, brauchen Sie nichts zu tun. Der Zugang wird dann gelöscht. Vorher schreiben wir Ihnen noch einmal.',
      callUs(facts),
    ],
  }),

  deletion: (facts) => ({
    subject: `Ihr Zugang wird am ${dateInWords(facts.deletedOn)} gelöscht`,
    blocks: [
      greeting(facts),
      `„${facts.groupLabel}“ hat das Virtuelle Haus lange nicht genutzt. Der Zugang wird am ${dateInWords(facts.deletedOn)} gelöscht.`,
      'Gelöscht werden der Zugang, alle Termine und alle Adressen. Danach lässt sich nichts davon zurückholen. Ihre Kontaktstelle kann die Gruppe aber neu freischalten.',
      {
        link: facts.website,
        label: 'Sie möchten den Zugang behalten? Melden Sie sich vor diesem Tag einmal an',
      },
      callUs(facts),
    ],
  }),

  reminder: (facts) => ({
    subject: `Erinnerung: Online-Treffen am ${dayInWords(facts.range.start)}, ${timeInWords(facts.range.start)}`,
    title: 'Erinnerung an ein Online-Treffen',
    blocks: [
      facts.name ? `Guten Tag ${facts.name},` : 'Guten Tag,',
      `wir erinnern Sie an dieses Online-Treffen${facts.groupLabel ? ` von „${facts.groupLabel}“` : ''}:\n${rangeInWords(facts.range)}`,
      { link: facts.link, label: 'So kommen Sie hinein. Öffnen Sie diesen Link' },
      `Die Tür öffnet um ${timeInWords(facts.doorOpensAt)}.`,
      ...(facts.dialIn ? [`Sie können auch anrufen:\n${numbersAndPin(facts.dialIn)}`] : []),
      'Der Link ist nur für Sie. Bitte geben Sie ihn nicht weiter.',
    ],
  }),

  nearlyFull: (facts) => ({
    ...howFull(facts),
    blocks: [
      greeting(facts),
      ...fullDaysInWords(facts),
      'Wenn der Server mehr trägt, als eingestellt ist, ändern Sie die Zahl: JITSI_CAPACITY, bei einem weiteren Server mit dem Befehl „servers change“.',
      'Diese Nachricht kommt für jeden Server und Tag nur einmal.',
    ],
  }),
};

function greeting({ name }: { name: string }): string {
  return `Guten Tag ${name},`;
}

function callUs({ phone }: { phone: string }): string {
  return `Bei Fragen rufen Sie gern an: ${phone}`;
}

function signInWith(email: string): string {
  return `Geben Sie dort Ihre E-Mail-Adresse ein: ${email}\nSie bekommen dann eine Mail mit einem Code aus acht Ziffern. Ein Passwort brauchen Sie nicht.`;
}

function changeInWords({ change, groupLabel }: RepresentativesFacts): string[] {
  if (change.kind !== 'gone') return othersInWords(change, groupLabel);
  return [
    `Sie sind nicht mehr Ansprechperson von „${groupLabel}“ im Virtuellen Haus. Die Termine bleiben, aber Sie können sie nicht mehr sehen oder ändern.`,
    change.isForgotten
      ? 'Ihren Namen und Ihre E-Mail-Adresse löschen wir in den nächsten Tagen aus dem Virtuellen Haus.'
      : 'Ihre anderen Gruppen bleiben.',
  ];
}

function cancelledInWords(facts: ClosureDatesFacts): Block[] {
  const { cancelled } = sorted(facts);
  if (cancelled.length === 0) return [];
  const [title, instead] =
    cancelled.length === 1
      ? ['Dieser Termin ist abgesagt:', 'einen anderen Termin']
      : ['Diese Termine sind abgesagt:', 'andere Termine'];
  return [
    [title, ...cancelled.map(withRoom)].join('\n'),
    'Wer per Mail eingeladen ist, bekommt auch die Absage per Mail. Bitte sagen Sie allen anderen Bescheid, zum Beispiel durch einen Anruf.',
    { link: facts.website, label: `So reservieren Sie ${instead}. Öffnen Sie diese Seite` },
  ];
}

function movedInWords(facts: ClosureDatesFacts): Block[] {
  const { moved } = sorted(facts);
  if (moved.length === 0) return [];
  const [title, these] =
    moved.length === 1
      ? ['Dieser Termin findet in einem anderen Raum statt:', 'diesen Termin']
      : ['Diese Termine finden in einem anderen Raum statt:', 'diese Termine'];
  return [
    [title, ...moved.map(withRoom)].join('\n'),
    `Für ${these} brauchen Sie nichts zu tun. Tag und Uhrzeit bleiben gleich, und alle Links führen in den neuen Raum.`,
  ];
}
