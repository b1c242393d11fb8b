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

export const deDu: NotificationWords = {
  grant: (facts) => ({
    subject: 'Dein Zugang zum Virtuellen Haus',
    blocks: [
      greeting(facts),
      `deine Kontaktstelle hat für „${facts.groupLabel}“ das Virtuelle Haus freigeschaltet. Du bist als Ansprechperson eingetragen und kannst Räume für Online-Treffen ${periodOf(facts)} reservieren.`,
      { link: facts.website, label: 'So geht es. Öffne diese Seite' },
      signInWith(facts.to),
      callUs(facts),
    ],
  }),

  code: (facts) => ({
    subject: 'Dein Code für das Virtuelle Haus',
    blocks: [
      greeting(facts),
      'hier ist dein Code für das Virtuelle Haus:',
      { big: inFours(facts.code) },
      `Tippe den Code auf der Seite ein, die du gerade geöffnet hast. Er gilt ${facts.minutes} Minuten und nur dort.`,
      'Du hast gar keinen Code angefordert? Dann brauchst du nichts zu tun. Gib den Code niemandem weiter.',
    ],
  }),

  agreement: (facts) => ({
    subject: 'Neue Spielregeln im Virtuellen Haus',
    blocks: [
      greeting(facts),
      'die Spielregeln für das Virtuelle Haus haben sich geändert.',
      'Wenn du dich das nächste Mal anmeldest, zeigen wir dir die neue Fassung. Bitte lies sie und stimme ihr zu. Dann kannst du wie bisher Räume reservieren.',
      'Deine Termine bleiben, wie sie sind.',
      { link: facts.website, label: 'Zum Virtuellen Haus. Öffne diese Seite' },
      callUs(facts),
    ],
  }),

  closureDates: (facts) => ({
    subject: 'Änderung bei deinen Terminen im Virtuellen Haus',
    blocks: [
      greeting(facts),
      closedInWords(facts, 'deiner'),
      ...cancelledInWords(facts),
      ...movedInWords(facts),
      'Diese Nachricht bekommen alle Ansprechpersonen der Gruppe.',
      callUs(facts),
    ],
  }),

  undeliverable: (facts) => ({
    subject: 'Nicht alle Mails zu deinem Termin sind angekommen',
    blocks: [
      greeting(facts),
      facts.count === 1
        ? 'eine Person konnten wir per Mail nicht erreichen. Die Adresse stimmt vielleicht nicht, oder das Postfach ist voll.'
        : `${facts.count} Personen konnten wir per Mail nicht erreichen. Die Adressen stimmen vielleicht nicht, oder die Postfächer sind voll.`,
      `${facts.isSeries ? 'Es geht um die Reihe' : 'Es geht um den Termin'} von „${facts.groupLabel}“${facts.isSeries ? ', nächster Termin' : ''}:\n${rangeInWords(facts.range)}`,
      { link: facts.website, label: 'Im Virtuellen Haus siehst du, wer es ist. Öffne diese Seite' },
      'Melde dich dort an und drücke beim Termin auf „Einladen“. Prüfe die Adresse, oder sag am Telefon Bescheid.',
      'Diese Nachricht kommt für jeden Termin höchstens einmal am Tag.',
    ],
  }),

  seriesEnds: (facts) => ({
    subject: 'Deine regelmäßigen Termine enden bald',
    blocks: [
      greeting(facts),
      `die regelmäßigen Termine von „${facts.groupLabel}“ enden bald. Der letzte Termin ist:\n${rangeInWords(facts.range)}`,
      'Möchte sich deine Gruppe danach weiter treffen? Dann reserviere bitte neue Termine, solange der Raum noch frei ist.',
      { link: facts.website, label: 'So geht es. Öffne diese Seite' },
      callUs(facts),
    ],
  }),

  dateAhead: (facts) => ({
    subject: `Dein Termin am ${dayInWords(facts.range.start)}`,
    blocks: [
      greeting(facts),
      `bald ist der nächste Termin von „${facts.groupLabel}“:\n${rangeInWords(facts.range)}`,
      'Findet er statt? Dann brauchst du nichts zu tun.',
      { link: facts.link, label: 'Hier kannst du ihn verschieben oder absagen. Öffne diese Seite' },
      'Du brauchst dich dafür nicht anzumelden. Bitte gib diese Mail deshalb nicht weiter. Der Link gilt nur für diesen Termin und bis er beginnt.',
      callUs(facts),
    ],
  }),

  handOver: (facts) => ({
    subject: 'Du bist jetzt Ansprechperson im Virtuellen Haus',
    blocks: [
      greeting(facts),
      facts.from
        ? `${facts.from} hat dich als Ansprechperson von „${facts.groupLabel}“ im Virtuellen Haus eingetragen.`
        : `du bist jetzt Ansprechperson von „${facts.groupLabel}“ im Virtuellen Haus. Deine Kontaktstelle hat dich eingetragen.`,
      'Alle Termine, Einladungen und Links bleiben, wie sie sind. Du kannst Termine verschieben, absagen und neue reservieren.',
      { link: facts.website, label: 'So geht es. Öffne diese Seite' },
      signInWith(facts.to),
      'Du willst diese Aufgabe nicht übernehmen? Dann ruf uns bitte an.',
      callUs(facts),
    ],
  }),

  representatives: (facts) => ({
    subject: isFarewell(facts)
      ? 'Du bist nicht mehr Ansprechperson im Virtuellen Haus'
      : 'Neues von den Ansprechpersonen im Virtuellen Haus',
    blocks: [
      greeting(facts),
      ...changeInWords(facts),
      `Du wusstest nichts davon? Bitte ruf uns gleich an: ${facts.phone}`,
    ],
  }),

  yearlyCheck: (facts) => ({
    subject: 'Nutzt du das Virtuelle Haus noch?',
    blocks: [
      greeting(facts),
      `einmal im Jahr fragen wir nach: Nutzt „${facts.groupLabel}“ das Virtuelle Haus noch?`,
      `Wenn ja, melde dich bitte bis zum ${dateInWords(facts.answerUntil)} einmal an. Mehr brauchst du nicht zu tun.`,
      { link: facts.website, label: 'Zum Virtuellen Haus. Öffne diese Seite' },
      'Wenn nein, brauchst du nichts zu tun. Der Zugang wird dann gelöscht. Vorher schreiben wir dir noch einmal.',
      callUs(facts),
    ],
  }),

  deletion: (facts) => ({
    subject: `Dein Zugang wird am ${dateInWords(facts.deletedOn)} gelöscht`,
    blocks: [
      greeting(facts),
      `„${facts.groupLabel}“ hat das Virtuelle Haus lange nicht genutzt. Der Zugang wird am ${dateInWords(facts.deletedOn)} gelöscht.`,
      'Gelöscht werden der Zugang, alle Termine und alle Adressen. Danach lässt sich nichts davon zurückholen. Deine Kontaktstelle kann die Gruppe aber neu freischalten.',
      { link: facts.website, label: 'Du möchtest den Zugang behalten? Melde dich vor diesem Tag einmal an' },
      callUs(facts),
    ],
  }),

  reminder: (facts) => ({
    subject: `Erinnerung: Online-Treffen am ${dayInWords(facts.range.start)}, ${timeInWords(facts.range.start)}`,
    title: 'Erinnerung an ein Online-Treffen',
    blocks: [
      facts.name ? `Hallo ${facts.name},` : 'Hallo,',
      `wir erinnern dich an dieses Online-Treffen${facts.groupLabel ? ` von „${facts.groupLabel}“` : ''}:\n${rangeInWords(facts.range)}`,
      { link: facts.link, label: 'So kommst du hinein. Öffne diesen Link' },
      `Die Tür öffnet um ${timeInWords(facts.doorOpensAt)}.`,
      ...(facts.dialIn ? [`Du kannst auch anrufen:\n${numbersAndPin(facts.dialIn)}`] : []),
      'Der Link ist nur für dich. Bitte gib ihn nicht weiter.',
    ],
  }),

  nearlyFull: (facts) => ({
    ...howFull(facts),
    blocks: [
      greeting(facts),
      ...fullDaysInWords(facts),
      'Wenn der Server mehr trägt, als eingestellt ist, ändere die Zahl: JITSI_CAPACITY, bei einem weiteren Server mit dem Befehl „servers change“.',
      'Diese Nachricht kommt für jeden Server und Tag nur einmal.',
    ],
  }),
};

function greeting({ name }: { name: string }): string {
  return `Hallo ${name},`;
}

function callUs({ phone }: { phone: string }): string {
  return `Bei Fragen ruf gern an: ${phone}`;
}

function signInWith(email: string): string {
  return `Gib dort deine E-Mail-Adresse ein: ${email}\nDu bekommst dann eine Mail mit einem Code aus acht Ziffern. Ein Passwort brauchst du nicht.`;
}

function changeInWords({ change, groupLabel }: RepresentativesFacts): string[] {
  if (change.kind !== 'gone') return othersInWords(change, groupLabel);
  return [
    `du bist nicht mehr Ansprechperson von „${groupLabel}“ im Virtuellen Haus. Die Termine bleiben, aber du kannst sie nicht mehr sehen oder ändern.`,
    change.isForgotten
      ? 'Deinen Namen und deine E-Mail-Adresse löschen wir in den nächsten Tagen aus dem Virtuellen Haus.'
      : 'Deine anderen Gruppen bleiben.',
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
    'Wer per Mail eingeladen ist, bekommt auch die Absage per Mail. Bitte sag allen anderen Bescheid, zum Beispiel durch einen Anruf.',
    { link: facts.website, label: `So reservierst du ${instead}. Öffne diese Seite` },
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
    `Für ${these} brauchst du nichts zu tun. Tag und Uhrzeit bleiben gleich, und alle Links führen in den neuen Raum.`,
  ];
}
