import { dateInWords, rangeInWords } from '../../kernel/local-time.js';
import type { TimeRange } from '../../kernel/time-range.js';
import type { Block } from '../../platform/mail/mail-text.js';
import {
  percentOf,
  type Closed,
  type ClosureDatesFacts,
  type NearlyFullFacts,
  type RepresentativesFacts,
} from './notification-words.js';

// Parts of letters in Leichte Sprache.

export const WHAT_THE_HOUSE_IS =
  'Das Virtuelle Haus ist im Internet.\nDort gibt es Räume.\nIn den Räumen treffen sich Gruppen am Computer oder am Handy.';
export const WHAT_A_LINK_IS = 'Ein Link ist eine Adresse im Internet.\nSie können auf den Link klicken.';

export function greeting({ name }: { name: string }): string {
  return `Guten Tag ${name}!`;
}

export function callUs({ phone }: { phone: string }): string {
  return `Haben Sie Fragen?\nRufen Sie uns gern an.\nDie Telefon-Nummer ist: ${phone}`;
}

export function openPage(website: string): Block[] {
  return [
    `So kommen Sie zum Virtuellen Haus:\nKlicken Sie auf den Link.\n${WHAT_A_LINK_IS}`,
    { link: website, label: 'Das ist der Link' },
  ];
}

export function signInWith(email: string): string {
  return `Schreiben Sie dort Ihre Mail-Adresse hinein: ${email}\nDann bekommen Sie eine Mail mit einem Code.\nEin Code ist eine geheime Zahl.\nSie brauchen kein Passwort.`;
}

export function easyRange(range: TimeRange): string {
  return rangeInWords(range, 'de-leicht');
}

export function closedInWords({ closed, groupLabel }: ClosureDatesFacts): Block[] {
  if (closed === 'noMore')
    return [
      'Im Virtuellen Haus gab es eine Sperrzeit.\nSperrzeit heißt:\nEin Raum oder das ganze Haus ist zu.\nDiese Sperrzeit gilt nicht mehr.',
      `Für diese Gruppe hat sich schon etwas geändert:\n${groupLabel}`,
      'Das bleibt so.',
    ];
  return [
    `${placeOf(closed)}\n${daysOf(closed)}`,
    `Deshalb ändert sich etwas für diese Gruppe:\n${groupLabel}`,
  ];
}

function placeOf({ what }: Closed): string {
  if (what === 'house') return 'Das Virtuelle Haus ist für einige Zeit zu.';
  if (what === 'contactPoint')
    return 'Das Virtuelle Haus ist für einige Zeit zu.\nDas gilt für alle Gruppen von Ihrer Kontakt-Stelle.';
  return `Ein Raum im Virtuellen Haus ist für einige Zeit zu.\nDer Raum heißt: ${what.room}`;
}

function daysOf({ days, isPartOfDay }: Closed): string {
  const said = days.map(({ from, to }) =>
    from === to
      ? `Das ist am ${dateInWords(from)}.`
      : `Das ist vom ${dateInWords(from)} bis zum ${dateInWords(to)}.`,
  );
  return [...said, ...(isPartOfDay ? ['Das gilt nicht die ganze Zeit.'] : [])].join('\n');
}

export function withRoom({ range, roomName }: ClosureDatesFacts['dates'][number]): string {
  return `${easyRange(range)}\nDer Raum heißt: ${roomName}`;
}

export function changeInWords({ change, groupLabel }: RepresentativesFacts): string[] {
  if (change.kind === 'gone')
    return [
      `Sie sind nicht mehr Ansprech-Person für diese Gruppe:\n${groupLabel}`,
      'Die Treffen von der Gruppe bleiben gleich.\nAber Sie können die Treffen nicht mehr sehen.\nUnd Sie können die Treffen nicht mehr ändern.',
      change.isForgotten
        ? 'Wir löschen Ihren Namen im Virtuellen Haus.\nWir löschen auch Ihre Mail-Adresse.\nDas machen wir in den nächsten Tagen.'
        : 'Ihre anderen Gruppen bleiben.',
    ];
  return [
    `Ihre Gruppe heißt im Virtuellen Haus:\n${groupLabel}`,
    change.kind === 'came'
      ? `Es gibt eine neue Ansprech-Person.\nDer Name ist: ${change.who}\nDiese Person kann jetzt Räume reservieren.\nDiese Person kann auch Treffen absagen.`
      : `Eine Person ist nicht mehr Ansprech-Person.\nDer Name ist: ${change.who}`,
    'Alle Treffen bleiben gleich.\nAlle Einladungen bleiben gleich.',
  ];
}

/** Subject and title. */
export function howFull({ days, overfull }: NearlyFullFacts): { subject: string; title: string } {
  const [full, those] = overfull.length > 0 ? ['zu voll', overfull] : ['fast voll', days];
  const when = those.length === 1 ? `am ${firstOf(those)}` : `an ${those.length} Tagen`;
  return { subject: `Video-Server ${full} ${when}`, title: `Ein Video-Server ist ${full}` };
}

export function fullDaysInWords(facts: NearlyFullFacts): string[] {
  const { server, days, overfull } = facts;
  const nearly = days.filter((day) => !overfull.includes(day));
  return [
    `Der Video-Server ist der Computer für die Online-Treffen.\nDer Video-Server heißt: ${server}`,
    ...thoseDays(overfull, [
      'ist der Video-Server zu voll.',
      'Es kommen mehr Menschen, als Plätze da sind.',
      'Bild und Ton sind dann vielleicht schlecht.',
      'Alle Treffen bleiben gleich.',
    ]),
    ...thoseDays(nearly, [
      'ist der Video-Server fast voll.',
      `Mehr als ${percentOf(facts)} von 100 Plätzen sind dann belegt.`,
    ]),
    'Ist der Video-Server voll?\nDann nimmt das Haus für diese Zeit keine Reservierung mehr an.\nDas Haus zeigt andere Zeiten.',
  ];
}

function thoseDays(days: readonly string[], [is, ...more]: string[]): string[] {
  if (days.length === 0) return [];
  const lines =
    days.length === 1
      ? [`Am ${firstOf(days)} ${is}`]
      : [`An ${days.length} Tagen ${is}`, `Der erste Tag ist: ${firstOf(days)}`];
  return [[...lines, ...more].join('\n')];
}

function firstOf(days: readonly string[]): string {
  return dateInWords(days[0] ?? '');
}
