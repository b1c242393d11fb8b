import { dateInWords, dayInWords, timeInWords } from '../../kernel/local-time.js';
import { numbersAndPin } from '../../meetings/meetings.reader.js';
import type { Block } from '../../platform/mail/mail-text.js';
import {
  callUs,
  changeInWords,
  closedInWords,
  easyRange,
  fullDaysInWords,
  greeting,
  howFull,
  openPage,
  signInWith,
  WHAT_A_LINK_IS,
  WHAT_THE_HOUSE_IS,
  withRoom,
} from './easy.js';
import {
  inFours,
  isFarewell,
  sorted,
  type ClosureDatesFacts,
  type GrantFacts,
  type NotificationWords,
} from './notification-words.js';

// Leichte Sprache, by the rules of the Netzwerk Leichte Sprache: one thought in a sentence, one sentence in a line,
// hard words explained, no genitive, no subjunctive, no abbreviation.

export const deLeicht: NotificationWords = {
  grant: (facts) => ({
    subject: 'Ihr Zugang zum Virtuellen Haus',
    blocks: [
      greeting(facts),
      'Sie dürfen jetzt das Virtuelle Haus benutzen.',
      WHAT_THE_HOUSE_IS,
      `Ihre Gruppe heißt dort:\n${facts.groupLabel}\nSie sind die Ansprech-Person für die Gruppe.\nDas heißt:\nSie können Räume für die Gruppe reservieren.`,
      periodOf(facts),
      ...openPage(facts.website),
      signInWith(facts.to),
      callUs(facts),
    ],
  }),

  code: (facts) => ({
    subject: 'Ihr Code für das Virtuelle Haus',
    blocks: [
      greeting(facts),
      'Sie brauchen einen Code für das Virtuelle Haus.\nEin Code ist eine geheime Zahl.\nDas ist Ihr Code:',
      { big: inFours(facts.code) },
      `Tippen Sie die Zahlen auf der Seite ein.\nDie Seite haben Sie gerade offen.\nDer Code gilt ${facts.minutes} Minuten.`,
      'Der Code ist nur für Sie.\nSagen Sie den Code niemandem.',
      'Wollten Sie keinen Code?\nDann müssen Sie nichts tun.',
    ],
  }),

  agreement: (facts) => ({
    subject: 'Neue Spielregeln im Virtuellen Haus',
    blocks: [
      greeting(facts),
      'Im Virtuellen Haus gibt es Spielregeln.\nDie Spielregeln sagen:\nSo gehen wir miteinander um.',
      'Jetzt gibt es neue Spielregeln.',
      'Bitte melden Sie sich im Virtuellen Haus an.\nDann sehen Sie die neuen Spielregeln.\nBitte lesen Sie die Spielregeln.\nSind Sie einverstanden?\nDann klicken Sie auf den Knopf.',
      'Ihre Treffen bleiben gleich.',
      ...openPage(facts.website),
      callUs(facts),
    ],
  }),

  closureDates: (facts) => ({
    subject: 'Änderung bei Ihren Terminen im Virtuellen Haus',
    blocks: [
      greeting(facts),
      ...closedInWords(facts),
      ...cancelledInWords(facts),
      ...movedInWords(facts),
      'Alle Ansprech-Personen von der Gruppe bekommen diese Mail.',
      callUs(facts),
    ],
  }),

  undeliverable: (facts) => ({
    subject: 'Nicht alle Mails zu Ihrem Termin sind angekommen',
    blocks: [
      greeting(facts),
      facts.count === 1
        ? '1 Person hat unsere Mail nicht bekommen.\nVielleicht ist die Adresse falsch.\nOder das Postfach ist voll.'
        : `${facts.count} Personen haben unsere Mail nicht bekommen.\nVielleicht sind die Adressen falsch.\nOder die Postfächer sind voll.`,
      `${facts.isSeries ? 'Das nächste Treffen ist am' : 'Das Treffen ist am'}:\n${easyRange(facts.range)}\nDie Gruppe heißt:\n${facts.groupLabel}`,
      ...openPage(facts.website),
      'Melden Sie sich dort an.\nSuchen Sie das Treffen.\nKlicken Sie dort auf das Wort: Einladen.\nDort sehen Sie:\nWer hat die Mail nicht bekommen?',
      'Bitte prüfen Sie die Adresse.\nOder rufen Sie die Person an.',
      'Sie bekommen diese Mail nur 1 Mal am Tag.',
    ],
  }),

  seriesEnds: (facts) => ({
    subject: 'Ihre regelmäßigen Termine enden bald',
    blocks: [
      greeting(facts),
      `Ihre Gruppe trifft sich regelmäßig im Virtuellen Haus.\nDie Gruppe heißt:\n${facts.groupLabel}`,
      `Bald sind die Treffen zu Ende.\nDas letzte Treffen ist am:\n${easyRange(facts.range)}`,
      'Will sich Ihre Gruppe weiter treffen?\nDann reservieren Sie bitte wieder einen Raum.\nReservieren heißt:\nDer Raum ist dann für Ihre Gruppe frei.',
      ...openPage(facts.website),
      callUs(facts),
    ],
  }),

  dateAhead: (facts) => ({
    subject: `Ihr Treffen am ${dayInWords(facts.range.start, 'de-leicht')}`,
    blocks: [
      greeting(facts),
      `Bald trifft sich Ihre Gruppe im Virtuellen Haus.\nDie Gruppe heißt:\n${facts.groupLabel}`,
      `Das Treffen ist am:\n${easyRange(facts.range)}`,
      'Findet das Treffen statt?\nDann brauchen Sie nichts zu tun.',
      'Wollen Sie das Treffen an einem anderen Tag?\nOder wollen Sie das Treffen absagen?\nAbsagen heißt:\nDas Treffen findet nicht statt.',
      ...openPage(facts.link),
      'Sie brauchen dafür keinen Code.\nBitte geben Sie diese Mail keinem anderen.\nDie Seite ist nur für dieses Treffen.\nSie geht, bis das Treffen beginnt.',
      callUs(facts),
    ],
  }),

  handOver: (facts) => ({
    subject: 'Sie sind jetzt Ansprech-Person im Virtuellen Haus',
    blocks: [
      greeting(facts),
      `Sie sind jetzt Ansprech-Person für eine Gruppe.\nDie Gruppe heißt:\n${facts.groupLabel}`,
      `${facts.from ?? 'Ihre Kontakt-Stelle'} hat Sie eingetragen.`,
      WHAT_THE_HOUSE_IS,
      'Alle Treffen von der Gruppe bleiben gleich.\nAlle Einladungen bleiben gleich.\nSie können jetzt Räume reservieren.\nSie können auch Treffen absagen.',
      ...openPage(facts.website),
      signInWith(facts.to),
      'Wollen Sie das nicht machen?\nDann rufen Sie uns bitte an.',
      callUs(facts),
    ],
  }),

  representatives: (facts) => ({
    subject: isFarewell(facts)
      ? 'Sie sind nicht mehr Ansprech-Person im Virtuellen Haus'
      : 'Neues von den Ansprech-Personen im Virtuellen Haus',
    blocks: [
      greeting(facts),
      ...changeInWords(facts),
      `Haben Sie davon nichts gewusst?\nDann rufen Sie uns bitte gleich an.\nDie Telefon-Nummer ist: ${facts.phone}`,
    ],
  }),

  yearlyCheck: (facts) => ({
    subject: 'Nutzen Sie das Virtuelle Haus noch?',
    blocks: [
      greeting(facts),
      `Wir fragen Sie jedes Jahr 1 Mal:\nTrifft sich Ihre Gruppe noch im Virtuellen Haus?\nDie Gruppe heißt:\n${facts.groupLabel}`,
      `Ja?\nDann melden Sie sich bitte 1 Mal im Virtuellen Haus an.\nSie haben Zeit bis zum ${dateInWords(facts.answerUntil)}.\nMehr müssen Sie nicht tun.`,
      'Nein?\nDann müssen Sie nichts tun.\nWir löschen dann Ihren Zugang.\nVorher schreiben wir Ihnen noch 1 Mal.',
      ...openPage(facts.website),
      callUs(facts),
    ],
  }),

  deletion: (facts) => ({
    subject: `Ihr Zugang wird am ${dateInWords(facts.deletedOn)} gelöscht`,
    blocks: [
      greeting(facts),
      `Ihre Gruppe war lange nicht im Virtuellen Haus.\nDie Gruppe heißt:\n${facts.groupLabel}`,
      `Deshalb löschen wir Ihren Zugang.\nWir löschen auch alle Treffen und alle Adressen.\nDas machen wir am:\n${dateInWords(facts.deletedOn)}\nDanach ist alles weg.`,
      'Wollen Sie den Zugang behalten?\nDann melden Sie sich vorher 1 Mal im Virtuellen Haus an.',
      ...openPage(facts.website),
      callUs(facts),
    ],
  }),

  reminder: (facts) => ({
    subject: `Erinnerung: Online-Treffen am ${dayInWords(facts.range.start)}, ${timeInWords(facts.range.start, 'de-leicht')}`,
    title: 'Bald ist das Online-Treffen',
    blocks: [
      facts.name ? `Guten Tag ${facts.name}!` : 'Guten Tag!',
      `Bald ist das Online-Treffen.\nOnline-Treffen heißt:\nMenschen treffen sich im Internet.`,
      ...(facts.groupLabel ? [`Die Gruppe heißt:\n${facts.groupLabel}`] : []),
      `Das Treffen ist am:\n${easyRange(facts.range)}`,
      `So kommen Sie hinein:\nKlicken Sie auf den Link.\n${WHAT_A_LINK_IS}`,
      { link: facts.link, label: 'Das ist Ihr Link' },
      `Sie können ab ${timeInWords(facts.doorOpensAt, 'de-leicht')} hinein.`,
      ...(facts.dialIn
        ? [
            `Sie können auch mit dem Telefon dabei sein.\nRufen Sie eine Nummer an.\nDann tippen Sie die PIN ein.\nDie PIN ist eine geheime Zahl.\n${numbersAndPin(facts.dialIn)}`,
          ]
        : []),
      'Der Link ist nur für Sie.\nBitte geben Sie den Link nicht weiter.',
    ],
  }),

  nearlyFull: (facts) => ({
    ...howFull(facts),
    blocks: [
      greeting(facts),
      ...fullDaysInWords(facts),
      'Schafft der Video-Server mehr Menschen?\nDann ändern Sie die Zahl bei: JITSI_CAPACITY\nHaben Sie einen weiteren Video-Server?\nDann ändern Sie die Zahl mit dem Befehl: servers change',
      'Sie bekommen diese Mail für jeden Tag nur 1 Mal.',
    ],
  }),
};

function periodOf({ accessFrom, accessUntil, today }: GrantFacts): string {
  const from = accessFrom > today ? `Das geht ab dem ${dateInWords(accessFrom)}.` : 'Das geht ab jetzt.';
  return accessUntil === null ? from : `${from}\nDas geht bis zum ${dateInWords(accessUntil)}.`;
}

function cancelledInWords(facts: ClosureDatesFacts): Block[] {
  const { cancelled } = sorted(facts);
  if (cancelled.length === 0) return [];
  const title = cancelled.length === 1 ? 'Dieses Treffen fällt aus:' : 'Diese Treffen fallen aus:';
  return [
    [title, ...cancelled.map(withRoom)].join('\n'),
    'Wir haben alle Eingeladenen mit einer Mail-Adresse informiert.\nBitte sagen Sie es den anderen.\nZum Beispiel am Telefon.',
    'Sie können wieder einen Raum reservieren.\nReservieren heißt:\nDer Raum ist dann für Ihre Gruppe frei.',
    ...openPage(facts.website),
  ];
}

function movedInWords(facts: ClosureDatesFacts): Block[] {
  const { moved } = sorted(facts);
  if (moved.length === 0) return [];
  const title =
    moved.length === 1
      ? 'Dieses Treffen ist in einem anderen Raum:'
      : 'Diese Treffen sind in einem anderen Raum:';
  return [
    [title, ...moved.map(withRoom)].join('\n'),
    'Sie müssen dafür nichts tun.\nTag und Uhrzeit bleiben gleich.\nDie Links bleiben gleich.',
  ];
}
