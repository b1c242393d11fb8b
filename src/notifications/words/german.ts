import { dateInWords, rangeInWords } from '../../kernel/local-time.js';
import {
  percentOf,
  type Closed,
  type ClosureDatesFacts,
  type GrantFacts,
  type NearlyFullFacts,
  type RepresentativesFacts,
} from './notification-words.js';

// What German says alike to a Sie and to a du.

/** „ab jetzt bis zum 31. Dezember 2027“ */
export function periodOf({ accessFrom, accessUntil, today }: GrantFacts): string {
  const beginning = accessFrom > today ? `ab dem ${dateInWords(accessFrom)}` : 'ab jetzt';
  return accessUntil === null ? beginning : `${beginning} bis zum ${dateInWords(accessUntil)}`;
}

/** `yours` is „Ihrer“ or „deiner“. */
export function closedInWords({ closed, dates, groupLabel }: ClosureDatesFacts, yours: string): string {
  if (closed === 'noMore')
    return `im Virtuellen Haus war eine Sperrzeit eingetragen, die nicht mehr gilt. Was sich dadurch bei Terminen von „${groupLabel}“ geändert hat, bleibt aber so.`;
  const hit = dates.length === 1 ? 'einen Termin' : 'Termine';
  return `${placeOf(closed, yours)} ${daysOf(closed)} geschlossen. Das betrifft ${hit} von „${groupLabel}“.`;
}

function placeOf({ what }: Closed, yours: string): string {
  if (what === 'house') return 'das Virtuelle Haus ist';
  if (what === 'contactPoint') return `das Virtuelle Haus ist für die Gruppen ${yours} Kontaktstelle`;
  return `der Raum „${what.room}“ im Virtuellen Haus ist`;
}

/** „am 8. Dezember 2026“, „vom 7. Dezember 2026 bis zum 11. Dezember 2026 zeitweise“ */
function daysOf({ days, isPartOfDay }: Closed): string {
  const said = days.map(({ from, to }) =>
    from === to ? `am ${dateInWords(from)}` : `vom ${dateInWords(from)} bis zum ${dateInWords(to)}`,
  );
  return `${said.join(' und ')}${isPartOfDay ? ' zeitweise' : ''}`;
}

/** „Dienstag, 8. Dezember 2026, 18:00 bis 20:00 Uhr, im Raum „Ahorn““ */
export function withRoom({ range, roomName }: ClosureDatesFacts['dates'][number]): string {
  return `${rangeInWords(range)}, im Raum „${roomName}“`;
}

/** Who came or left beside the addressee. */
export function othersInWords(
  { kind, who }: Exclude<RepresentativesFacts['change'], { kind: 'gone' }>,
  groupLabel: string,
): string[] {
  const [is, then] =
    kind === 'came'
      ? [
          'ist jetzt auch Ansprechperson',
          ' und kann Termine sehen, verschieben, absagen und neue reservieren',
        ]
      : ['ist nicht mehr Ansprechperson', ''];
  return [
    `${who} ${is} von „${groupLabel}“ im Virtuellen Haus${then}.`,
    'Alle Termine, Einladungen und Links bleiben, wie sie sind.',
  ];
}

/** Subject and title. */
export function howFull({ days, overfull }: NearlyFullFacts): { subject: string; title: string } {
  return overfull.length > 0
    ? { subject: `Videoserver überbucht ${onDays(overfull)}`, title: 'Ein Videoserver ist überbucht' }
    : {
        subject: `Videoserver fast ausgebucht ${onDays(days)}`,
        title: 'Ein Videoserver ist fast ausgebucht',
      };
}

export function fullDaysInWords(facts: NearlyFullFacts): string[] {
  const { server, days, overfull } = facts;
  return [
    `der Videoserver „${server}“ erwartet zeitweise mehr als ${percentOf(facts)} Prozent der Teilnehmenden, die er tragen kann: ${onDays(days)}.`,
    ...(overfull.length > 0
      ? [
          `Zeitweise sind es sogar mehr, als er tragen kann: ${onDays(overfull)}. Dann können Bild und Ton stocken. Die Termine bleiben, wie sie sind.`,
        ]
      : []),
    'Sobald er voll ist, legt das Haus für diese Zeit keine neuen Termine mehr auf ihn. Hat kein anderer Videoserver Platz, schlägt es andere Zeiten vor.',
  ];
}

/** „am 8. Dezember 2026“, „an 12 Tagen, zuerst am 8. Dezember 2026“ */
function onDays(days: readonly string[]): string {
  const first = `am ${dateInWords(days[0] ?? '')}`;
  return days.length === 1 ? first : `an ${days.length} Tagen, zuerst ${first}`;
}
